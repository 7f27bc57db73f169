using System.Collections.Immutable;
using ClosedXML.Excel;
using FundingReports.Exchange.Forms;
using FundingReports.Exchange.Names;
using FundingReports.Portfolios;
using FundingReports.Sentences;
using FundingReports.Validation;

namespace FundingReports.Exchange.Template;

/// <summary>The two sheets of the form with years as columns, with what each post lacks beside it.</summary>
internal sealed class YearsSheets
{
    private const int BlankPosts = 30, BlankMoney = 120;
    // A spreadsheet works the checks out again at each change: beyond this they would make it wait.
    private const int MostChecked = 400_000;
    private const string CheckFormat = "\"manque \"#,##0.00\" €\";\"trop \"#,##0.00\" €\";\"équilibré\"",
        EnglishCheckFormat = "\"missing \"#,##0.00\" €\";\"too much \"#,##0.00\" €\";\"balanced\"";

    private readonly Language language;
    private readonly YearsRows? known;
    private readonly ImmutableArray<int> years;
    private readonly ImmutableArray<FormColumn> posts, money;
    private readonly int lastPost, lastMoney;
    private readonly bool isChecked;
    private readonly FormulaValues values;

    internal YearsSheets(YearsRows? known, ImmutableArray<int> years, Language language, FormulaValues values)
    {
        (this.known, this.years, this.language, this.values) = (known, years, language, values);
        lastPost = FormWriter.HeaderRow + (known?.Posts.Count ?? 0) + BlankPosts;
        lastMoney = FormWriter.HeaderRow + (known?.Money.Count ?? 0) + BlankMoney;
        isChecked = (long)lastPost * lastMoney * years.Length <= MostChecked;
        posts =
        [
            YearsForm.Post, YearsForm.Place, YearsForm.Departement, YearsForm.Employer, YearsForm.EmployerKind, YearsForm.Fte,
                YearsForm.PostFrom, YearsForm.PostUntil, YearsForm.Occupancy,
            .. years.SelectMany(year => isChecked ? (FormColumn[])[YearsForm.CostOf(year), Gap(year)] : [YearsForm.CostOf(year)]),
                YearsForm.CostDecidedOn,
        ];
        money =
        [
            YearsForm.Post, YearsForm.Funder, YearsForm.FunderKind, YearsForm.Line, .. years.Select(YearsForm.SumOf), YearsForm.Nature,
                YearsForm.Cap, YearsForm.Status, YearsForm.From, YearsForm.Until,
            YearsForm.Firm, YearsForm.Act, YearsForm.DecidedOn, .. isChecked
                ? (FormColumn[])[ToComplete] : [], YearsForm.Ej, YearsForm.Source, YearsForm.Remarks,
        ];
    }

    private string TwelveMonths => Choices.Nature.WordOf(MoneyNature.TwelveMonths, language);

    private string Balance => FormWords.In("le solde", language);

    private static FormColumn ToComplete { get; } = new("À compléter", "Calculé : rien à écrire ici.") {
        Width = 18, English = ("To be completed", "Worked out: nothing is to be written here."), Formula = true };

    private string Posts => language is Language.English ? "Posts" : "Postes";

    private string Money => language is Language.English ? "Funding" : "Financements";

    /// <summary>All columns that people fill in, for the page that explains them.</summary>
    internal IEnumerable<FormColumn> Explained =>
        posts.Concat(money).Where(column => !column.Formula && (column.Year is not { } year || year == years[0])).Distinct();

    /// <summary>Writes both sheets.</summary>
    /// <param name="workbook">Where to.</param>
    /// <param name="lists">The lists of its columns.</param>
    internal void Write(XLWorkbook workbook, FormLists lists)
    {
        bool english = language is Language.English;
        var people = new FormSheet(Posts, english ? "The posts" : "Les postes", posts);
        var sums = new FormSheet(Money, english
            ? "The money of each post, funder by funder" : "Les financements de chaque poste, un financeur par ligne", money);
        IXLWorksheet first = workbook.AddWorksheet(people.Name), second = workbook.AddWorksheet(sums.Name);
        FormWriter.Write(first, people, Guidance.PostsAdvice(language), [.. (known?.Posts ?? []).Select(row => Cells(posts, row))],
            BlankPosts, lists, language);
        lists.Point(YearsForm.Post, $"={Posts}!$A${FormWriter.HeaderRow + 1}:$A${lastPost}");
        FormWriter.Write(second, sums, Guidance.MoneyAdvice(language), [.. (known?.Money ?? []).Select(row => Cells(money, row))],
            BlankMoney, lists, language);
        if (!isChecked)
            return;
        WriteGaps(first);
        WriteToComplete(second);
    }

    private FormColumn Gap(int year) =>
        new($"Écart {Plain.Number(year)} (€)", "Calculé : coût moins financements, refusés exclus. Rien à écrire ici.") { Width = 17,
            English = ($"Gap {Plain.Number(year)} (€)", "Worked out: cost less money. Nothing is to be written here."), Formula = true };

    private static object?[] Cells(ImmutableArray<FormColumn> columns, Dictionary<FormColumn, object?> row) =>
        [.. columns.Select(column => row.GetValueOrDefault(column))];

    // What a post lacks in a year: its cost less sums and parts; a balance takes what they leave. What cannot be added up is said.
    private void WriteGaps(IXLWorksheet sheet)
    {
        string post = Of(YearsForm.Post), status = Of(YearsForm.Status), from = Of(YearsForm.From), until = Of(YearsForm.Until),
            nature = Of(YearsForm.Nature), cap = Of(YearsForm.Cap), firm = Of(YearsForm.Firm);
        string refused = Choices.Status.WordOf(CommitmentStatus.Refused, language);
        bool english = language is Language.English;
        string begins = Letter(posts, YearsForm.PostFrom), ends = Letter(posts, YearsForm.PostUntil);
        foreach (int year in years)
        {
            string sums = Of(YearsForm.SumOf(year)), named = Plain.Number(year);
            // Twelve months that begin in a year may end in the next.
            string begun = string.Join('+', years.Where(other => other == year || other == year - 1)
                .Select(other => $"({Of(YearsForm.SumOf(other))}<>\"\")"));
            int at = posts.IndexOf(YearsForm.CostOf(year)) + 2;
            // A cost holds until the next one.
            string[] costs = [.. years.Where(other => other <= year).Select(other => Letter(posts, YearsForm.CostOf(other)))];
            for (int row = FormWriter.HeaderRow + 1; row <= lastPost; row++)
            {
                string mine = $"({post}=$A{row})*({status}<>\"{refused}\")";
                string all = costs.Aggregate("\"\"", (before, letter) => $"IF({letter}{row}<>\"\",{letter}{row},{before})");
                string balances = $"SUMPRODUCT({mine}*(({sums}=\"{Balance}\")+({sums}=\"{(english ? "balance" : "solde")}\")+({sums}=\"{(english ? "the rest" : "le reste")}\")))";
                string unread =
                    $"SUMPRODUCT({mine}*ISTEXT({sums}))-{balances}+SUMPRODUCT({mine}*({sums}<>\"\")*({nature}=\"{Choices.Nature.WordOf(MoneyNature.PartOfRemainder, language)}\"))"
                    + $"+SUMPRODUCT({mine}*({sums}<>\"\")*(({from}<>\"\")+({until}<>\"\")+({cap}<>\"\"))*(ISTEXT({sums})+({sums}<=1)))"
                    + $"+SUMPRODUCT({mine}*({nature}=\"{TwelveMonths}\")*({begun}))"
                    + $"+SUMPRODUCT({mine}*({sums}<>\"\")*ISNUMBER(SEARCH(\"€\",{firm})))";
                string partial =
                    $"ISNUMBER(SEARCH(\"{named}\",${begins}{row}))*ISERROR(SEARCH(\"01/01/{named}\",${begins}{row}))*(${begins}{row}<>\"{named}\")+ISNUMBER(SEARCH(\"{named}\",${ends}{row}))*ISERROR(SEARCH(\"31/12/{named}\",${ends}{row}))*(${ends}{row}<>\"{named}\")";
                string gap = $"{all}-SUMPRODUCT({mine}*({sums}>1),{sums})-{all}*SUMPRODUCT({mine}*({sums}<=1),{sums})";
                sheet.Cell(row, at).FormulaA1 = Checked(
                    $"IF($A{row}=\"\",\"\",IF(NOT(ISNUMBER({all})),\"{(english ? "cost?" : "coût\u202f?")}\",IF({partial}>0,\"{(english ? "part of a year" : "année partielle")}\","
                    + $"IF({unread}>0,\"{(english ? "to be checked" : "à vérifier")}\",ROUND(IF({balances}>0,MIN(0,{gap}),{gap}),0)))))");
                values.Add(sheet.Name, sheet.Cell(row, at), GapOf(row, year));
            }
            IXLRange cells = sheet.Range(FormWriter.HeaderRow + 1, at, lastPost, at);
            cells.Style.NumberFormat.Format = english ? EnglishCheckFormat : CheckFormat;
            cells.Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right);
            string address = $"{SheetCell.LettersOf(at)}{FormWriter.HeaderRow + 1}";
            IXLConditionalFormat red = cells.AddConditionalFormat();
            red.WhenIsTrue($"=AND(ISNUMBER({address}),{address}<>0)").Fill.SetBackgroundColor(
                XLColor.FromArgb(0xFFC7CE)).Font.SetFontColor(XLColor.FromArgb(0x9C0006));
        }

        string Of(FormColumn column) =>
            $"{Money}!${Letter(money, column)}${FormWriter.HeaderRow + 1}:${Letter(money, column)}${lastMoney}";
    }

    // An error in a cell of the form is to be looked at; and a library that knows less than a spreadsheet says so, where it would throw.
    private string Checked(string formula) =>
        $"IFERROR({formula},\"{(language is Language.English ? "to be checked" : "à vérifier")}\")";

    private void WriteToComplete(IXLWorksheet sheet)
    {
        bool english = language is Language.English;
        string signed = Choices.Status.WordOf(CommitmentStatus.Signed, language);
        string funder = Letter(money, YearsForm.Funder), status = Letter(money, YearsForm.Status),
            date = Letter(money, YearsForm.DecidedOn);
        string listed = $"{Posts}!$A${FormWriter.HeaderRow + 1}:$A${lastPost}";
        int at = money.IndexOf(ToComplete) + 1;
        for (int row = FormWriter.HeaderRow + 1; row <= lastMoney; row++)
        {
            sheet.Cell(row, at).FormulaA1 = Checked(
                $"IF($A{row}=\"\",\"\",IF(SUMPRODUCT(--({listed}=$A{row}))=0,\"{(english ? "post not listed" : "poste absent de la liste")}\",IF({funder}{row}=\"\",\"{(english ? "funder?" : "financeur\u202f?")}\","
                + $"IF({status}{row}=\"\",\"{(english ? "status?" : "statut\u202f?")}\",IF(AND({status}{row}=\"{signed}\",{date}{row}=\"\"),\"{(english ? "date of the act?" : "date de l’acte\u202f?")}\",\"\")))))");
            Dictionary<FormColumn, object?>? said = RowOf(known?.Money, row);
            values.Add(sheet.Name, sheet.Cell(row, at), said is not null && (string?)said[YearsForm.Status] == signed
                && said[YearsForm.DecidedOn] is null ? english ? "date of the act?" : "date de l’acte\u202f?" : "");
        }
        string address = $"{SheetCell.LettersOf(at)}{FormWriter.HeaderRow + 1}";
        sheet.Range(FormWriter.HeaderRow + 1, at, lastMoney, at).AddConditionalFormat().WhenIsTrue(
            $"={address}<>\"\"").Fill.SetBackgroundColor(XLColor.FromArgb(0xFFEB9C)).Font.SetFontColor(XLColor.FromArgb(0x7F3F00));
    }

    private static Dictionary<FormColumn, object?>? RowOf(List<Dictionary<FormColumn, object?>>? rows, int row) =>
        rows is not null && row - FormWriter.HeaderRow - 1 is var at && at < rows.Count ? rows[at] : null;

    // What the formula gives: nothing here works formulas out, and a preview shows what is saved.
    private object GapOf(int row, int year)
    {
        if (RowOf(known?.Posts, row) is not { } post)
            return "";
        bool english = language is Language.English;
        object? cost = years.Where(other => other <= year).Select(other => post.GetValueOrDefault(YearsForm.CostOf(other)))
            .LastOrDefault(said => said is not null);
        if (cost is not Euros annual)
            return english ? "cost?" : "coût\u202f?";
        if (IsPart(post, YearsForm.PostFrom, year, "01/01/") || IsPart(post, YearsForm.PostUntil, year, "31/12/"))
            return english ? "part of a year" : "année partielle";
        string refused = Choices.Status.WordOf(CommitmentStatus.Refused, language);
        decimal left = annual.ToDecimal();
        bool balance = false, unread = false;
        foreach (Dictionary<FormColumn, object?> paid in known!.Money.Where(paid => string.Equals((string?)paid[YearsForm.Post],
            (string?)post[YearsForm.Post], StringComparison.OrdinalIgnoreCase) && (string?)paid[YearsForm.Status] != refused))
        {
            object? said = paid.GetValueOrDefault(YearsForm.SumOf(year));
            bool bounded = paid[YearsForm.From] is not null || paid[YearsForm.Until] is not null || paid[YearsForm.Cap] is not null;
            balance |= said is string word && word == Balance;
            unread |= said is string text && (text != Balance || bounded) || said is PercentValue && bounded
                || said is not null && paid.GetValueOrDefault(YearsForm.Firm) is string firm
                && firm.Contains('€', StringComparison.Ordinal)
                || paid.GetValueOrDefault(YearsForm.Nature) is string nature && nature == TwelveMonths
                && (said is not null || years.Contains(year - 1) && paid.GetValueOrDefault(YearsForm.SumOf(year - 1)) is not null);
            left -= said is Euros sum ? sum.ToDecimal() : said is PercentValue part ? annual.ToDecimal() * part.Number : 0;
        }
        return unread ? english
            ? "to be checked" : "à vérifier" : decimal.Round(balance ? Math.Min(0, left) : left, 0, MidpointRounding.AwayFromZero);
    }

    private static bool IsPart(Dictionary<FormColumn, object?> post, FormColumn column, int year, string whole) =>
        post.GetValueOrDefault(column) is string day && day.Contains(Plain.Number(year), StringComparison.Ordinal)
            && day != Plain.Number(year) && !day.Contains(whole + Plain.Number(year), StringComparison.Ordinal);

    private static string Letter(ImmutableArray<FormColumn> columns, FormColumn column) =>
        SheetCell.LettersOf(columns.IndexOf(column) + 1);
}
