using FundingReports.Portfolios;

namespace FundingReports.Validation;

// The checks of promises that no post has been named for yet.
internal sealed partial class PortfolioValidator
{
    private static readonly HashSet<string> awaitingProperties = new(StringComparer.Ordinal)
    {
        Property.Funder, Property.Line, Property.From, Property.Until, Property.Amount, Property.Status, Property.DecidedOn,
            Property.Instalments, Property.References, Property.Subsidy,
    };

    private void CheckAwaiting()
    {
        for (int i = 0; i < facts.Awaiting.Length; i++)
            CheckAwaiting(facts.Awaiting[i], $"{Property.Awaiting}[{i}]");
        // One problem stands for all: a public file brings such promises by the thousand.
        if (!facts.Awaiting.IsEmpty)
            problems.Add(ProblemCode.AwaitingPost, Property.Awaiting, null, Invariant(facts.Awaiting.Length));
    }

    private void CheckAwaiting(AwaitingCommitment awaiting, string path)
    {
        CheckRequiredText(awaiting.Id, path, $".{Property.Id}");
        // Once its post is named, it keeps its id among the commitments.
        if (awaiting.Id is { } id && commitments.TryGetValue(id, out int other) && problems.Readable(path + $".{Property.Id}"))
            problems.Add(ProblemCode.DuplicateId, path + $".{Property.Id}", id, $"{Property.Commitments}[{other}].{Property.Id}");
        CheckReference(awaiting.Funder, funders, "funder", path, $".{Property.Funder}");
        CheckText(awaiting.Line, path, $".{Property.Line}");
        CheckDate(awaiting.From, path, $".{Property.From}");
        CheckDate(awaiting.Until.Until, path, $".{Property.Until}");
        if (awaiting is { From: { } from, Until.Until: { } until })
        {
            CheckOrder(from, ".from", until, ".until", path);
            if (awaiting.Amount.WholeSum is not null)
                CheckWeight(from, until, path);
        }
        CheckAmount(awaiting.Amount, awaiting.Id ?? "", path);
        CheckWord(awaiting.Status, path, $".{Property.Status}");
        CheckDate(awaiting.DecidedOn, path, $".{Property.DecidedOn}");
        CheckDecidedInTime(awaiting.DecidedOn, awaiting.Until, path);
        CheckInstalments(
            awaiting.Instalments, new(awaiting.Id ?? "", awaiting.From, awaiting.Until, awaiting.Amount, null, awaiting.DecidedOn), path);
        CheckTexts(awaiting.References, path, $".{Property.References}");
        CheckSubsidy(awaiting.Subsidy, path + $".{Property.Subsidy}");
        CheckSourceNames(awaiting.Sources, awaitingProperties, path);
        CheckSources(path, awaiting.Source, awaiting.Sources,
            ("from", awaiting.From is not null), ("until", !awaiting.Until.IsUnknown), ("amount", !awaiting.Amount.IsUnknown),
                ("instalments", awaiting.Instalments is { Length: > 0 }));
    }

    private void CheckSubsidy(Subsidy? subsidy, string path)
    {
        if (subsidy is null || !problems.Readable(path))
            return;
        CheckBeneficiary(subsidy.Beneficiary, path);
        CheckText(subsidy.Object, path, $".{Property.Object}");
        CheckText(subsidy.Nature, path, $".{Property.Nature}");
        CheckText(subsidy.Conditions, path, $".{Property.Conditions}");
        CheckText(subsidy.Rae, path, $".{Property.Rae}");
        CheckText(subsidy.Scheme, path, $".{Property.Scheme}");
        // Values that could not be read are left out: digits and dates among them look like telephones.
        foreach ((string name, string text) in subsidy.Unread)
            if (TextRules.Forbidden(name + text) is { } character && problems.Readable(path + $".{Property.Unread}"))
                problems.Add(ProblemCode.InvalidText, path + $".{Property.Unread}", text, character);
        if (subsidy.BudgetYear is < PartialDate.FirstYear or > PartialDate.LastYear && problems.Readable(path + $".{Property.BudgetYear}"))
            problems.Add(ProblemCode.YearOutOfRange, path + $".{Property.BudgetYear}", Invariant(subsidy.BudgetYear.Value),
                Invariant(PartialDate.FirstYear), Invariant(PartialDate.LastYear));
        CheckDate(subsidy.PaidFrom, path, $".{Property.PaidFrom}");
        CheckDate(subsidy.PaidUntil, path, $".{Property.PaidUntil}");
        if (subsidy is { PaidFrom: { } from, PaidUntil: { } until })
            CheckOrder(from, $".{Property.PaidFrom}", until, $".{Property.PaidUntil}", path);
    }

    private void CheckBeneficiary(Beneficiary? beneficiary, string path)
    {
        if (beneficiary is null)
            return;
        string at = path + $".{Property.Beneficiary}";
        CheckText(beneficiary.Name, at, $".{Property.Name}");
        CheckSiret(beneficiary.Siret, at);
        if (beneficiary.Rna is { } rna && !Identifiers.IsRna(rna) && problems.Readable(at + $".{Property.Rna}"))
            problems.Add(ProblemCode.InvalidRna, at + $".{Property.Rna}", rna);
    }
}
