using FundingReports.Portfolios;

namespace FundingReports.Validation;

// Promises that no post has been named for yet.
internal sealed partial class PortfolioValidator
{
    private static readonly HashSet<string> awaitingProperties = new(StringComparer.Ordinal)
    {
        "funder", "line", "from", "until", "amount", "status", "decidedOn", "instalments", "references", "subsidy",
    };

    private void CheckAwaiting()
    {
        for (int i = 0; i < facts.Awaiting.Length; i++)
            CheckAwaiting(facts.Awaiting[i], $"awaiting[{i}]");
        // One for all: a public file brings them by the thousand.
        if (!facts.Awaiting.IsEmpty)
            problems.Add(ProblemCode.AwaitingPost, "awaiting", null, Invariant(facts.Awaiting.Length));
    }

    private void CheckAwaiting(AwaitingCommitment awaiting, string path)
    {
        CheckRequiredText(awaiting.Id, path, ".id");
        // Once its post is named, it keeps its id among the commitments.
        if (awaiting.Id is { } id && commitments.TryGetValue(id, out int other) && problems.Readable(path + ".id"))
            problems.Add(ProblemCode.DuplicateId, path + ".id", id, $"commitments[{other}].id");
        CheckReference(awaiting.Funder, funders, "funder", path, ".funder");
        CheckText(awaiting.Line, path, ".line");
        CheckDate(awaiting.From, path, ".from");
        CheckDate(awaiting.Until.Until, path, ".until");
        if (awaiting is { From: { } from, Until.Until: { } until })
        {
            CheckOrder(from, ".from", until, ".until", path);
            if (awaiting.Amount.WholeSum is not null)
                CheckWeight(from, until, path);
        }
        CheckAmount(awaiting.Amount, awaiting.Id ?? "", path);
        CheckWord(awaiting.Status, path, ".status");
        CheckDate(awaiting.DecidedOn, path, ".decidedOn");
        CheckDecidedInTime(awaiting.DecidedOn, awaiting.Until, path);
        CheckInstalments(awaiting.Instalments, new(awaiting.Id ?? "", awaiting.From, awaiting.Until, awaiting.Amount, null, awaiting.DecidedOn), path);
        CheckTexts(awaiting.References, path, ".references");
        CheckSubsidy(awaiting.Subsidy, path + ".subsidy");
        CheckSourceNames(awaiting.Sources, awaitingProperties, path);
        CheckSources(path, awaiting.Source, awaiting.Sources,
            ("from", awaiting.From is not null), ("until", !awaiting.Until.IsUnknown), ("amount", !awaiting.Amount.IsUnknown), ("instalments", awaiting.Instalments is { Length: > 0 }));
    }

    private void CheckSubsidy(Subsidy? subsidy, string path)
    {
        if (subsidy is null || !problems.Readable(path))
            return;
        if (subsidy.Beneficiary is { } beneficiary)
        {
            string at = path + ".beneficiary";
            CheckText(beneficiary.Name, at, ".name");
            CheckSiret(beneficiary.Siret, at);
            if (beneficiary.Rna is { } rna && !Identifiers.IsRna(rna) && problems.Readable(at + ".rna"))
                problems.Add(ProblemCode.InvalidRna, at + ".rna", rna);
        }
        CheckText(subsidy.Object, path, ".object");
        CheckText(subsidy.Nature, path, ".nature");
        CheckText(subsidy.Conditions, path, ".conditions");
        CheckText(subsidy.Rae, path, ".rae");
        CheckText(subsidy.Scheme, path, ".scheme");
        CheckTexts(subsidy.Unread, path, ".unread");
        if (subsidy.BudgetYear is < PartialDate.FirstYear or > PartialDate.LastYear && problems.Readable(path + ".budgetYear"))
            problems.Add(ProblemCode.YearOutOfRange, path + ".budgetYear", Invariant(subsidy.BudgetYear.Value), Invariant(PartialDate.FirstYear), Invariant(PartialDate.LastYear));
        CheckDate(subsidy.PaidFrom, path, ".paidFrom");
        CheckDate(subsidy.PaidUntil, path, ".paidUntil");
        if (subsidy is { PaidFrom: { } from, PaidUntil: { } until })
            CheckOrder(from, ".paidFrom", until, ".paidUntil", path);
    }
}
