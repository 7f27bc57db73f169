using FundingReports.Sentences;
using FundingReports.Wording;
using FundingReports.Validation;

namespace FundingReports.Reports.Texts;

/// <summary>The words of the list of problems, French beside English.</summary>
internal sealed class ProblemSheetTexts(Language language)
{
    internal string Sheet => Phrase.In(language, $"Problèmes", "Problems");
    internal string Title(string file) =>
        Phrase.In(language, $"Ce qui est à corriger dans « {file} »", $"What is to be mended in “{file}”");
    internal string Note(string asOf) => Phrase.In(language,
        $"{asOf}. Les erreurs d'abord : tant qu'il en reste, aucun chiffre n'est donné. Un avertissement n'empêche rien.",
        $"{asOf}. Errors first: as long as there is one, no figure is given. A warning stops nothing.");
    internal string Number => Phrase.In(language, $"N°", "No.");
    internal string Severity => Phrase.In(language, $"Gravité", "Severity");
    internal string Place => Phrase.In(language, $"Où", "Where");
    internal string What => Phrase.In(language, $"Ce qui ne va pas, et que faire", "What is wrong, and what to do");
    internal string WholeFile => Phrase.In(language, $"tout le fichier", "the whole file");
    internal string Of(Severity severity) =>
        severity == Validation.Severity.Error ? Phrase.In(language, $"erreur", "error") : Phrase.In(language, $"avertissement", "warning");
}
