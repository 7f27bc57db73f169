namespace FundingReports.Cli.Host;

/// <summary>Ends a command early, with an exit code and, where there is something left to say, a sentence.</summary>
internal sealed class StopException(int code, string? sentence = null) : Exception(sentence)
{
    internal int Code { get; } = code;

    internal string? Sentence { get; } = sentence;
}
