using FundingReports.Excel.Checking;

namespace FundingReports.Excel.Refusing;

/// <summary>Formulas that cannot be written, and those that ask for themselves.</summary>
internal static class FormulaFaults
{
    internal static IEnumerable<string> Of(TablesOfReport tables)
    {
        var asked = new AskedCells();
        foreach (var (place, formula) in tables.Formulas)
        {
            var reading = new FormulaReading(tables, place.Table, place.Row);
            reading.Read(formula);
            asked.Add(new(place.Table.Name, place.Column, place.Column, place.Row, place.Row), reading.Cells);
            foreach (string fault in reading.Faults)
                yield return $"{place}: its formula {fault}";
        }
        foreach (var circle in asked.Circles())
        {
            string[] others = [.. circle.Skip(1).Select(cell => tables.PlaceOf(cell).ToString())];
            yield return $"{tables.PlaceOf(circle[0])}: its formula asks for itself" + others switch
            {
                [] => "",
                { Length: > 3 } => $", by way of {others[0]}, and {others.Length - 1} more cells",
                _ => $", by way of {string.Join(", then ", others)}",
            };
        }
    }
}
