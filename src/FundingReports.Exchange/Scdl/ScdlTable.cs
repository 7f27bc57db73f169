using System.Collections.Immutable;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Files;
using FundingReports.Validation;

namespace FundingReports.Exchange.Scdl;

/// <summary>The columns of a file: its header is the first line that holds three of them, whatever stands above.</summary>
internal sealed class ScdlTable
{
    /// <summary>Titles and explanations above the header; not more.</summary>
    internal const int RowsBeforeHeader = 60;

    private const int LeastColumns = 3;

    private readonly int[] at = new int[ScdlHeader.Count];

    private ScdlTable() { }

    /// <summary>How many cells the header has.</summary>
    internal int Width { get; private set; }

    /// <summary>What is wrong with the header.</summary>
    internal ImmutableArray<Problem> Problems { get; private set; } = [];

    /// <summary>Reads on to the header; null where there is none.</summary>
    internal static ScdlTable? Find(Lines lines)
    {
        for (int read = 0; read < RowsBeforeHeader && lines.Next(); read++)
        {
            var found = new HashSet<ScdlColumn>();
            for (int i = 1; i <= lines.Count; i++)
                if (lines.Cell(i) is { Kind: CellKind.Text } cell && ScdlHeader.Find(cell.Text) is { } column)
                    found.Add(column);
            if (found.Count >= LeastColumns)
                return Read(lines);
        }
        return null;
    }

    /// <summary>Whether the file has the column.</summary>
    internal bool Has(ScdlColumn column) => at[(int)column] > 0;

    /// <summary>The place of the column, from 1; 0 where the file does not have it.</summary>
    internal int this[ScdlColumn column] => at[(int)column];

    /// <summary>Whether a column of the file, from 1, is one of those read.</summary>
    internal bool IsMapped(int column) => Array.IndexOf(at, column) >= 0;

    private static ScdlTable Read(Lines lines)
    {
        var table = new ScdlTable();
        var problems = ImmutableArray.CreateBuilder<Problem>();
        for (int i = 1; i <= lines.Count; i++)
        {
            GridCell cell = lines.Cell(i);
            if (cell.IsBlank)
                continue;
            table.Width = i;
            string place = new CellRef(lines.Sheet, lines.Number, i).ToString();
            if (cell.Kind is not CellKind.Text || ScdlHeader.Find(cell.Text) is not { } column)
                problems.Add(new(ProblemCode.ColumnNotRead, place, cell.Text, cell.Text));
            else if (table.Has(column))
                problems.Add(new(ProblemCode.ColumnTwice, place, cell.Text, ScdlHeader.NameOf(column),
                    new CellRef(lines.Sheet, lines.Number, table[column]).ToString()));
            else
                table.at[(int)column] = i;
        }
        foreach (ImmutableArray<ScdlColumn> needed in (ImmutableArray<ImmutableArray<ScdlColumn>>)[
            [ScdlColumn.Amount], [ScdlColumn.FunderName, ScdlColumn.FunderSiret],
                [ScdlColumn.BeneficiaryName, ScdlColumn.BeneficiarySiret, ScdlColumn.BeneficiaryRna]])
            if (!needed.Any(table.Has))
                problems.Add(new(
                    ProblemCode.MissingColumn, new CellRef(lines.Sheet, lines.Number, 1).ToString(), null, ScdlHeader.NameOf(needed[0])));
        table.Problems = problems.ToImmutable();
        return table;
    }
}
