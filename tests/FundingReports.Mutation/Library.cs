namespace FundingReports.Mutation;

/// <summary>A library whose calculations are mutated, by the tests that stand beside it.</summary>
/// <param name="Name">The assembly, and the folder below src; its tests are named after it.</param>
/// <param name="Prefix">What stands before a file in the name of a mutant.</param>
/// <param name="Needs">The libraries of ours that it is made with, unmutated.</param>
/// <param name="Rounds">How many of the rounds of a random test are run, in percent; its seed is fixed.</param>
/// <param name="LeftOut">Tests that are not asked, by parts of their names.</param>
internal sealed record Library(string Name, string Prefix, string[] Needs, string Rounds, string[] LeftOut)
{
    /// <remarks>
    /// Left out: what reads sources or the clock, corrupts answers itself, waits for a limit of time or size, or asks the naive
    /// implementation, in whose place the kept questions stand.
    /// </remarks>
    internal static readonly Library Core = new("FundingReports", "", [], "5",
        [".Conventions.", "ThreadTests.", "LimitTests.File_", "Stream_OfTenTimes", "TakesTimeInStep", "SelfDoubtTests.Figures_Corrupted",
            ".NaivePropertiesTests.", ".NaiveAnalysisTests.", "ManyThreads", "PhraseTests.Phrases_AreThose", "CanonicalJsonTests.Number_",
            "EngineAgreesWithNaiveTests.", "SelfDoubtTests.PayersAndExposure", "AnywhereTests.Analysis_InAny", "IsReadAndAnswersOnAnyDate",
            "Stream_OfManyPosts", ".CorpusTests.", "DocumentStreamTests.Writing_CancelledInTheMiddle"]);

    internal static readonly Library Reports = new("FundingReports.Reports", "FundingReports.Reports/", ["FundingReports"], "100", []);

    internal string Tests => $"{Name}.Tests";

    internal static Library Of(string name) => new[] { Core, Reports }.Single(library => library.Name == name);
}
