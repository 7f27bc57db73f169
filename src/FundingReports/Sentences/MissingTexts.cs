using FundingReports.Wording;

namespace FundingReports.Sentences;

/// <summary>What is missing, in a word or two.</summary>
internal static class MissingTexts
{
    internal static string Of(Missing missing, Language language) => missing switch
    {
        Missing.Cost => Phrase.In(language, $"coût", "cost"),
        Missing.Fte => Phrase.In(language, $"ETP", "FTE"),
        Missing.Instalments => Phrase.In(language, $"annuités fermes", "firm instalments"),
        Missing.Amount => Phrase.In(language, $"montant ou part", "amount promised"),
        Missing.Term => Phrase.In(language, $"terme", "term"),
        Missing.From => Phrase.In(language, $"date de début", "first day"),
    };
}
