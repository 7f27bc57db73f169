using FundingReports.Exchange.Names;
using FundingReports.Portfolios;

namespace FundingReports.Exchange;

/// <summary>Which subsidies of a large file are asked for.</summary>
public static class ScdlAsked
{
    /// <summary>
    /// Asks for the subsidies of some beneficiaries: each is a SIRET, a SIREN, a number of the Répertoire national des associations, or a
    /// whole name (accents, case and spaces do not count).
    /// </summary>
    public static Func<ScdlSubsidy, bool> OfBeneficiaries(IEnumerable<string> beneficiaries)
    {
        ArgumentNullException.ThrowIfNull(beneficiaries);
        HashSet<string> keys = [.. beneficiaries.Select(Plain.Key).Where(key => key.Length > 0)];
        return subsidy => subsidy.Details.Beneficiary is { } who
            && (who.Siret is { } siret && (keys.Contains(siret) || keys.Contains(siret[..9]))
                || who.Rna is { } rna && keys.Contains(Plain.Key(rna))
                || who.Name is { } name && keys.Contains(Plain.Key(name)));
    }

    /// <summary>Asks for the subsidies of the employers of a portfolio, by their SIREN, or by their name where either has none.</summary>
    public static Func<ScdlSubsidy, bool> OfEmployers(Portfolio portfolio)
    {
        ArgumentNullException.ThrowIfNull(portfolio);
        return OfBeneficiaries(portfolio.Posts.SelectMany(post => post.Employers)
            .SelectMany(employer => (IEnumerable<string>)[employer.Siret is { } siret ? siret[..9] : "", employer.Name ?? ""]));
    }
}
