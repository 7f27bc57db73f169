using FundingReports.Wording;
using System.Collections.Immutable;
using FundingReports.Exchange.Cells;
using FundingReports.Exchange.Forms;
using FundingReports.Exchange.Names;
using FundingReports.Exchange.Reading;
using FundingReports.Portfolios;
using FundingReports.Validation;

namespace FundingReports.Exchange.Intake;

// Each sheet's row as the fact that it is.
internal sealed partial class FullFormReader
{
    private void ReadRow(FormSheet form, TableRow row, string id)
    {
        switch (form.Name)
        {
            case "Portefeuille":
                ReadHead(row);
                break;
            case "Sources":
                var source =
                    new Source(id, row.Choose(FullForm.SourceKind, Choices.SourceKind) ?? default, row.Text(FullForm.SourceTitle) ?? "")
                {
                    Reference = row.Text(FullForm.Reference), On = row.Date(FullForm.On), Author = row.Text(FullForm.Author),
                        Reason = row.Text(FullForm.Reason),
                };
                Keep(sources, source, row, Property.Sources, FullForm.Id);
                break;
            case "Financeurs":
                var funder = new Funder(id, row.Text(FullForm.Name) ?? "", row.Choose(FullForm.FunderKind, Choices.FunderKind)
                    ?? default) { Siret = row.Siret(FullForm.Siret) };
                Keep(funders, funder, row, Property.Funders, FullForm.Id);
                break;
            case "Postes":
                Post post = PostOf(row, id);
                row.FailReversed(post.From, post.Until, FullForm.Until);
                Keep(posts, post, row, Property.Posts, FullForm.Id);
                break;
            case "Employeurs":
                var employer = new Employer(row.Date(FullForm.SinceUnknown), row.Text(FullForm.OptionalName)) {
                    Siret = row.Siret(FullForm.Siret), Kind = row.Text(FullForm.EmployerKind) };
                Keep(employers, (row.Text(FullForm.Post) ?? "", employer, row), row);
                break;
            case "Occupation":
                var occupancy = new Occupancy(row.Date(FullForm.OccupancyFrom), row.Date(FullForm.Until, isEnd: true),
                    row.Choose(FullForm.State, Choices.Occupancy) ?? default);
                Keep(occupancies, (row.Text(FullForm.Post) ?? "", occupancy, row), row);
                break;
            case "Coûts":
                var cost = new Cost(row.Date(FullForm.Since) ?? default, row.Money(FullForm.Annual)) { Kind = row.Choose(FullForm.CostKind,
                    Choices.CostKind) ?? default, DecidedOn = row.Date(FullForm.DecidedOn), Source = row.Text(FullForm.Source) };
                Keep(costs, (row.Text(FullForm.Post) ?? "", cost, row), row);
                break;
            case "Conventions":
                ReadConvention(row, id);
                break;
            case "Tranches":
                var tranche =
                    new Instalment(row.Date(FullForm.From) ?? default, row.Date(FullForm.InstalmentUntil, isEnd: true) ?? default)
                {
                    Amount = row.Money(FullForm.InstalmentAmount), Act = row.Text(FullForm.Act), DecidedOn = row.Date(FullForm.DecidedOn),
                        Paid = row.Money(FullForm.Paid), PaidOn = row.Date(FullForm.PaidOn),
                };
                Keep(tranches, (row.Text(FullForm.Convention) ?? "", tranche, row), row);
                break;
            case "Campagnes":
                var campaign = new Campaign(row.Text(FullForm.Funder) ?? "", row.Text(FullForm.Line), row.Year(FullForm.CampaignYear) ?? 0)
                {
                    Opens = row.Date(FullForm.Opens), Closes = row.Date(FullForm.Closes, isEnd: true), Source = row.Text(FullForm.Source),
                };
                Keep(campaigns, campaign, row, Property.Campaigns, FullForm.Funder);
                break;
        }
    }

    private void ReadHead(TableRow row)
    {
        string? given = row.Text(FullForm.Title);
        var read = new Edition(row.Date(FullForm.EditionOn), row.Text(FullForm.EditionBy), row.Text(FullForm.Previous));
        if (row.Failed)
            return;
        title ??= given;
        edition ??= read is { On: null, By: null, Previous: null } ? null : read;
        notes.Origin(Property.Title, row.Ref(FullForm.Title));
        notes.Origin(Property.Edition, row.Ref(FullForm.EditionOn));
        notes.Origin($"{Property.Edition}.{Property.By}", row.Ref(FullForm.EditionBy));
        notes.Origin($"{Property.Edition}.{Property.Previous}", row.Ref(FullForm.Previous));
    }

    private static Post PostOf(TableRow row, string id) => new(id, row.Text(FullForm.Label) ?? "")
    {
        Departement = row.Departement(FullForm.Departement),
        Services = row.Texts(FullForm.Services),
        Places = row.Texts(FullForm.Places),
        Scheme = row.Text(FullForm.Scheme),
        References = row.Pairs(FullForm.References),
        Fte = row.WorkingTime(FullForm.Fte),
        From = row.Date(FullForm.PostFrom),
        AttestedOn = row.Date(FullForm.AttestedOn),
        Until = row.Date(FullForm.Until, isEnd: true),
        Source = row.Text(FullForm.Source),
        Sources = row.Pairs(FullForm.Sources),
    };

    private void ReadConvention(TableRow row, string id)
    {
        Amount amount = AmountOf(row, out bool approximate, out Euros money);
        var commitment =
            new Commitment(id, row.Text(FullForm.Funder) ?? "", row.Texts(FullForm.PaidPosts), row.Date(FullForm.From) ?? default, amount)
        {
            Line = row.Text(FullForm.Line),
            Split = SplitOf(row),
            Until = TermOf(row),
            Cap = row.Ceiling(FullForm.Cap),
            Approximate = (row.YesNo(FullForm.Approximate) ?? false) || approximate,
            Status = row.Choose(FullForm.Status, Choices.Status) ?? CommitmentStatus.Announced,
            DecidedOn = row.Date(FullForm.DecidedOn),
            References = row.Pairs(FullForm.References),
            Amends = row.Text(FullForm.Amends),
            Withdrawn = WithdrawalOf(row),
            Source = row.Text(FullForm.Source),
            Sources = row.Pairs(FullForm.Sources),
        };
        InstalmentsKnown? known = row.Choose(FullForm.Instalments, Choices.Instalments);
        notes.CountMoney(row.Here, money);
        row.FailReversed(commitment.From, commitment.Until.Until, FullForm.Until);
        if (row.Failed)
            return;
        notes.MoneyKept += money;
        OriginOfRow($"{Property.Commitments}[{commitments.Count}]", row, FullForm.Id);
        commitments.Add((commitment, known, row));
    }

    private static Term TermOf(TableRow row)
    {
        GridCell cell = row.Get(FullForm.Term);
        if (cell.Kind is CellKind.Text
            && Plain.Key(cell.Text) is "sansterme" or "sansfin" or "indetermine" or "open" or "reconductiontacite")
            return Term.Open;
        return row.Date(FullForm.Term, isEnd: true) is { } until ? Term.On(until) : Term.Unknown;
    }

    private static Split SplitOf(TableRow row)
    {
        GridCell cell = row.Get(FullForm.Split);
        switch (cell.Kind is CellKind.Text ? Plain.Key(cell.Text) : "")
        {
            case "" or "etp" or "parmesure" or "paretp" or "fte":
                if (cell.Kind is not (CellKind.Blank or CellKind.Text))
                    row.Fail(FileTrouble.Unreadable("weights"), FullForm.Split);
                return Split.ByFte;
            case "egal" or "equal" or "apartsegales" or "partsegales" or "egalement":
                return Split.Equally;
        }
        var weights = ImmutableSortedDictionary.CreateBuilder<string, decimal>(StringComparer.Ordinal);
        foreach ((string post, string text) in row.Pairs(FullForm.Split))
        {
            if (NumberText.Read(text, out ExactNumber number) is NumberReading.Read && number.AsNumber(out decimal weight) is null)
                weights[post] = weight;
            else
                row.Fail(FileTrouble.Unreadable("weights"), FullForm.Split);
        }
        return new Split.Weights(weights.ToImmutable());
    }

    private static Withdrawal? WithdrawalOf(TableRow row)
    {
        PartialDate? from = row.Date(FullForm.WithdrawnFrom), on = row.Date(FullForm.WithdrawnOn);
        string? source = row.Text(FullForm.WithdrawnSource);
        if (from is null && on is null && source is null)
            return null;
        if (from is null)
            row.Missing(FullForm.WithdrawnFrom);
        if (on is null)
            row.Missing(FullForm.WithdrawnOn);
        return new(from ?? default, on ?? default, source ?? "");
    }

    private static Amount AmountOf(TableRow row, out bool approximate, out Euros money)
    {
        (approximate, money) = (false, Euros.Zero);
        return (row.Choose(FullForm.AmountKind, Choices.AmountKind) ?? AmountKind.Unknown) switch
        {
            AmountKind.Total => OneSum(row, sum => new Amount.Total(sum), out approximate, out money),
            AmountKind.Annual => OneSum(row, sum => new Amount.Annual(sum), out approximate, out money),
            AmountKind.YearlyAmounts => Sums(row, out money),
            AmountKind.Share => new Amount.ShareOfCost(OneShare(row)),
            AmountKind.YearlyShares =>
                new Amount.YearlyShares(Steps(row, (GridCell cell, out Share? share) => AmountText.ReadShare(cell, out share))!),
            AmountKind.ShareOfRemainder => new Amount.ShareOfRemainder(OneShare(row)),
            AmountKind.Balance => WithoutFigure(row, Amount.TheBalance),
            AmountKind.Unknown => WithoutFigure(row, Amount.NotPublished),
        };
    }

    private static Amount OneSum(TableRow row, Func<Euros, Amount> amountOf, out bool approximate, out Euros money)
    {
        if (row.IsBlank(FullForm.Amount))
            row.Missing(FullForm.Amount);
        money = row.Money(FullForm.Amount, out bool unknown, out approximate) ?? Euros.Zero;
        return unknown ? Amount.NotPublished : amountOf(money);
    }

    private static Amount.YearlyAmounts Sums(TableRow row, out Euros money)
    {
        ImmutableArray<Euros> steps = Steps(row, (GridCell cell, out Euros step) => AmountText.ReadMoney(cell, out step, out _));
        money = steps.Aggregate(Euros.Zero, (sum, step) => sum + step);
        return new(steps);
    }

    private static Share OneShare(TableRow row)
    {
        ImmutableArray<Share?> shares = Steps(row, (GridCell cell, out Share? share) => AmountText.ReadShare(cell, out share));
        if (shares.Length > 1)
            row.Fail(FileTrouble.Unreadable("share"), FullForm.Amount);
        return shares is [{ } one, ..] ? one : Share.Whole;
    }

    // An amount beside « le reste » or « inconnu » would be lost.
    private static Amount WithoutFigure(TableRow row, Amount amount)
    {
        if (!row.IsBlank(FullForm.Amount) && AmountText.Read(row.Get(FullForm.Amount), out AmountText.Said said) is null
            && (said.Money is not null || said.Share is not null))
            row.Fail(FileTrouble.Unreadable("amount"), FullForm.Amount);
        return amount;
    }

    private static ImmutableArray<T> Steps<T>(TableRow row, CellReader<T> read)
    {
        GridCell cell = row.Get(FullForm.Amount);
        if (cell.IsBlank)
        {
            row.Missing(FullForm.Amount);
            return [];
        }
        List<GridCell> cells = cell.Kind is CellKind.Text ? [.. cell.Text.Split(';').Select(GridCell.OfText)] : [cell];
        var steps = ImmutableArray.CreateBuilder<T>();
        foreach (GridCell step in cells)
        {
            if (read(step, out T value) is not { } trouble)
                steps.Add(value);
            else
                row.Fail(trouble, FullForm.Amount);
        }
        return steps.ToImmutable();
    }

    private void Keep<T>(List<T> list, T item, TableRow row, string section, FormColumn column)
    {
        if (row.Failed)
            return;
        OriginOfRow($"{section}[{list.Count}]", row, column);
        list.Add(item);
    }

    private static void Keep<T>(List<T> list, T item, TableRow row)
    {
        if (!row.Failed)
            list.Add(item);
    }
}
