using FundingReports.Exchange.Forms;

namespace FundingReports.Exchange.Placing;

/// <summary>The sheet on which somebody says where waiting money belongs: one row a promise or a payment.</summary>
internal static class PlacingForm
{
    internal const string ToSee = "à voir", None = "aucun", Lists = "Listes";

    internal const string Advice =
        "Pour chaque ligne, choisissez dans la colonne « Votre choix », puis enregistrez et renvoyez le fichier. "
        + "Rien n’est rattaché sans votre choix.";

    internal static FormColumn Id { get; } = new("Identifiant", "") { Required = true, Width = 26 };
    internal static FormColumn What { get; } = new("Ce que c’est", "") { Width = 11 };
    internal static FormColumn Funder { get; } = new("Financeur", "") { Width = 24 };
    internal static FormColumn Receiver { get; } = new("Bénéficiaire", "") { Width = 26 };
    internal static FormColumn Object { get; } = new("Objet, références", "") { Width = 34 };
    internal static FormColumn Money { get; } = new("Montant", "", ColumnLook.Money) { Width = 14 };
    internal static FormColumn Day { get; } = new("Décidé ou payé le", "", ColumnLook.Date) { Width = 14 };
    internal static FormColumn Proposals { get; } = new("Propositions", "") { Width = 46 };

    internal static FormColumn Choice { get; } =
        new("Votre choix", "Choisissez dans la liste : un poste, ou un financement s’il s’agit d’un paiement. "
        + "« aucun » retire la ligne, « à voir » la laisse en attente. Plusieurs postes : séparez-les par des points-virgules.")
    {
        Width = 34,
    };

    internal static FormColumn From { get; } =
        new("Du", "Premier jour financé, compris. À remplir si un poste est choisi.", ColumnLook.Date) { Width = 13 };
    internal static FormColumn Until { get; } =
        new("Au", "Dernier jour financé, compris. Vide : inconnu, sauf pour une somme globale.", ColumnLook.Date) { Width = 13 };

    internal static FormSheet Sheet { get; } = new("À rattacher", "Ce qui attend un poste ou un financement",
        [Id, What, Funder, Receiver, Object, Money, Day, Proposals, Choice, From, Until]);

    /// <summary>How a post, or a commitment, stands in the list: its id is what counts.</summary>
    internal static string Entry(string id, string label) => label.Length == 0 || label == id ? id : $"{id} · {label}";
}
