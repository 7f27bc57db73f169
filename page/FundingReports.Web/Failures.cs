using FundingReports.Policies;
using FundingReports.Portfolios;
using FundingReports.Sentences;
using FundingReports.Validation;
using NodaTime.Text;

namespace FundingReports.Web;

/// <summary>What did not work, as a sentence: the only place where the faults of the engine are put into words.</summary>
internal static class Failures
{
    /// <summary>The sentence of what was thrown: what happened, and what to do.</summary>
    internal static string Sentence(Exception thrown, Language language) => thrown switch
    {
        PortfolioException { Problems: [var first, ..] } => first.Message(language),
        OverflowException => new Problem(ProblemCode.TooLargeToCalculate, "$").Message(language),
        UnparsableValueException => Phrase.In(language,
            $"Cette date n’existe pas ou n’est pas complète. Écrivez le jour, le mois et l’année.",
            $"This date does not exist or is not complete. Write day, month and year."),
        PolicyException or PolicySetException => Phrase.In(language,
            $"Une règle nécessaire au calcul n’a pas de valeur à cette date. Choisissez une autre date.",
            $"A rule that the calculation needs has no value on this date. Choose another date."),
        OutOfMemoryException => Phrase.In(language,
            $"La mémoire du navigateur ne suffit pas pour ce fichier. Fermez d’autres onglets, ou donnez un fichier plus petit.",
            $"The browser has not enough memory for this file. Close other tabs, or give a smaller file."),
        IOException => Phrase.In(language, $"Ce fichier n’a pas pu être lu. Enregistrez-le de nouveau, puis redonnez-le.",
            $"This file could not be read. Save it again, and give it once more."),
        NoAnswerException => Phrase.In(language, $"Il n’y a pas encore de réponse : donnez un fichier, et corrigez ses erreurs.",
            $"There is no answer yet: give a file, and correct its errors."),
        _ => Phrase.In(language,
            $"Un défaut de cet outil a empêché d’aller au bout. Vos fichiers n’ont pas changé : rechargez la page et redonnez-les.",
            $"A fault of this tool has stopped it. Your files have not changed: load the page again, and give them once more."),
    };
}

/// <summary>Something was asked of answers that are not there.</summary>
internal sealed class NoAnswerException : Exception;

/// <summary>What did not work, already said in words for people.</summary>
internal sealed class SaidException(string sentence, Exception cause) : Exception(Mark + sentence, cause)
{
    /// <summary>By it the page knows a sentence from the message of a runtime.</summary>
    internal const string Mark = "\u0002";
}
