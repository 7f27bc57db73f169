using System.Collections.Immutable;
using System.Globalization;
using ClosedXML.Excel;
using FundingReports.Excel;
using FundingReports.Exchange.Placing;
using FundingReports.Exchange.Template;
using FundingReports.Files;
using FundingReports.Portfolios;

namespace FundingReports.Exchange;

/// <summary>A workbook on which somebody says which post each waiting promise pays, and which commitment each waiting payment.</summary>
/// <remarks>
/// One row a promise or a payment, with what is proposed, in order, and a list to choose from. Every row stands at « à voir », which
/// leaves it waiting: nothing is placed that nobody chose. <see cref="Placement"/> reads it back.
/// </remarks>
public static class PlacingWorkbook
{
    /// <summary>Writes the workbook. The file appears whole or not at all.</summary>
    /// <param name="portfolio">The portfolio; one in which nothing waits gives a workbook without rows.</param>
    /// <param name="path">The .xlsx to write.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Save(Portfolio portfolio, string path)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        ArgumentException.ThrowIfNullOrEmpty(path);
        using MemoryStream bytes = Build(portfolio);
        WholeFile.Write(path, bytes.WriteTo);
    }

    /// <summary>Writes the workbook to a stream, once it is complete.</summary>
    /// <param name="portfolio">The portfolio.</param>
    /// <param name="output">Where to; it need not seek, and stays open.</param>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Save(Portfolio portfolio, Stream output)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        ArgumentNullException.ThrowIfNull(output);
        using MemoryStream bytes = Build(portfolio);
        bytes.WriteTo(output);
    }

    private static MemoryStream Build(Portfolio portfolio)
    {
        var bytes = new MemoryStream();
        Invariantly.Do(() =>
        {
            using var workbook = new XLWorkbook();
            List<object?[]> rows = [.. Rows(portfolio)];
            IXLWorksheet sheet = workbook.AddWorksheet(PlacingForm.Sheet.Name);
            FormWriter.Write(sheet, PlacingForm.Sheet, PlacingForm.Advice, rows, blankRows: 0, lists: null);
            IXLWorksheet lists = workbook.AddWorksheet(PlacingForm.Lists);
            string posts = List(lists, 1, "Postes", portfolio.Posts.Select(post => PlacingForm.Entry(post.Id, post.Label)));
            string commitments =
                List(lists, 2, "Financements", portfolio.Commitments.Select(commitment => EntryOf(portfolio, commitment)));
            for (int row = 0; row < rows.Count; row++)
                Choose(sheet.Cell(FormWriter.HeaderRow + 1 + row, PlacingForm.Sheet.Columns.IndexOf(PlacingForm.Choice) + 1),
                    row < portfolio.Awaiting.Length ? posts : commitments);
            sheet.SetTabActive();
            workbook.SaveAs(bytes);
        });
        bytes.Position = 0;
        return bytes;
    }

    internal static string EntryOf(Portfolio portfolio, Commitment commitment)
    {
        string funder = portfolio.Funders.FirstOrDefault(one => one.Id == commitment.Funder)?.Name ?? commitment.Funder;
        return PlacingForm.Entry(
            commitment.Id, string.Join(", ", ((string?[])[funder, commitment.Line, commitment.From.ToString()]).OfType<string>()));
    }

    private static IEnumerable<object?[]> Rows(Portfolio portfolio)
    {
        ILookup<string, AwaitingProposal> ofPromises = AwaitingProposals.Of(portfolio)
            .ToLookup(proposal => proposal.Awaiting.Id, StringComparer.Ordinal);
        ILookup<string, PaymentProposal> ofPayments = PaymentProposals.Of(portfolio)
            .ToLookup(proposal => proposal.Payment.Id, StringComparer.Ordinal);
        Dictionary<string, string> funders =
            portfolio.Funders.ToDictionary(funder => funder.Id, funder => funder.Name, StringComparer.Ordinal);
        foreach (AwaitingCommitment awaiting in portfolio.Awaiting)
            yield return
            [
                awaiting.Id, "promesse", funders.GetValueOrDefault(awaiting.Funder, awaiting.Funder),
                    NameOf(awaiting.Subsidy?.Beneficiary),
                Lines([awaiting.Subsidy?.Object, .. awaiting.References.Select(Pair)]), awaiting.Amount.WholeSum, awaiting.DecidedOn,
                Numbered(ofPromises[awaiting.Id].Select(proposal => proposal.Sentence(Language.French))), PlacingForm.ToSee, awaiting.From,
                awaiting.Until.Until,
            ];
        foreach (Payment payment in portfolio.Payments.Where(payment => payment.Commitment is null))
            yield return
            [
                payment.Id, "paiement", payment.Line is { } line ? $"Programme {line}" : null, NameOf(payment.Beneficiary),
                Lines(payment.References.Select(Pair)), payment.Amount,
                payment.PaidOn ?? (payment.Year is { } year ? PartialDate.Of(year) : null),
                Numbered(ofPayments[payment.Id].Select(proposal => proposal.Sentence(Language.French))), PlacingForm.ToSee, null, null,
            ];
    }

    private static string? NameOf(Beneficiary? who) =>
        who is null ? null : string.Join(", ", ((string?[])[who.Name, who.Siret]).OfType<string>());

    private static string Pair(KeyValuePair<string, string> reference) => $"{reference.Key} : {reference.Value}";

    private static string? Lines(IEnumerable<string?> texts) =>
        string.Join('\n', texts.OfType<string>()) is { Length: > 0 } text ? text[..Math.Min(text.Length, 2_000)] : null;

    private static string? Numbered(IEnumerable<string> sentences) => string.Join('\n',
        sentences.Take(5).Select((sentence, i) => $"{(i + 1).ToString(CultureInfo.InvariantCulture)}. {sentence}")) is { Length: > 0 } text
            ? text : null;

    // The list, with the two answers that are no post; the range to choose from.
    private static string List(IXLWorksheet sheet, int column, string header, IEnumerable<string> entries)
    {
        FormWriter.Text(sheet.Cell(1, column), header);
        sheet.Cell(1, column).Style.Font.SetBold();
        sheet.Column(column).Width = 60;
        int row = 1;
        foreach (string entry in (IEnumerable<string>)[PlacingForm.ToSee, PlacingForm.None, .. entries])
            FormWriter.Text(sheet.Cell(++row, column), entry);
        string letters = column == 1 ? "A" : "B";
        return $"{PlacingForm.Lists}!${letters}$2:${letters}${row.ToString(CultureInfo.InvariantCulture)}";
    }

    private static void Choose(IXLCell cell, string range)
    {
        cell.Style.Fill.SetBackgroundColor(XLColor.FromArgb(0xFFFDF0));
        IXLDataValidation list = cell.AsRange().SetDataValidation();
        list.List(range, true);
        // Several posts are typed one after the other: the list suggests, and does not forbid.
        list.ErrorStyle = XLErrorStyle.Information;
        list.ShowErrorMessage = false;
        list.InputTitle = "Votre choix";
        list.InputMessage = PlacingForm.Choice.Hint;
    }
}
