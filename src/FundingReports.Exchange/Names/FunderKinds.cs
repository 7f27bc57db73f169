using FundingReports.Portfolios;

namespace FundingReports.Exchange.Names;

/// <summary>Tells the kind of a funder, where its name is enough to know it.</summary>
internal static class FunderKinds
{
    /// <summary>The kind, from a name as it is compared (<see cref="Plain.Key"/>); null where the name does not say it.</summary>
    internal static FunderKind? Of(string name)
    {
        foreach ((string start, FunderKind kind) in ((string, FunderKind)[])[
            ("etat", FunderKind.State), ("ministere", FunderKind.State), ("prefecture", FunderKind.State),
                ("departement", FunderKind.CollectiviteDepartementale), ("conseildepartemental", FunderKind.CollectiviteDepartementale),
            ("region", FunderKind.Region), ("conseilregional", FunderKind.Region), ("communaute", FunderKind.Epci),
                ("commune", FunderKind.Commune), ("villede", FunderKind.Commune),
            ("mairie", FunderKind.Commune), ("metropole", FunderKind.Epci), ("caf", FunderKind.SocialSecurity),
                ("msa", FunderKind.SocialSecurity)])
            if (name.StartsWith(start, StringComparison.Ordinal) && !name.StartsWith("communautefrancaise", StringComparison.Ordinal))
                return kind;
        return null;
    }
}
