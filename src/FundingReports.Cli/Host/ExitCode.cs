namespace FundingReports.Cli.Host;

/// <summary>How the tool ends. Other programs read these: they do not change.</summary>
internal static class ExitCode
{
    /// <summary>Done; warnings, if any, are listed.</summary>
    internal const int Done = 0;

    /// <summary>
    /// The input has errors, or warnings under --strict. Nothing was written of it, but a copy with its errors marked where one was asked
    /// for.
    /// </summary>
    internal const int BadInput = 2;

    /// <summary>The arguments are not those of a command.</summary>
    internal const int WrongUsage = 3;

    /// <summary>A file cannot be read or written.</summary>
    internal const int FileTrouble = 4;

    /// <summary>Somebody pressed Ctrl+C: the files written so far are whole.</summary>
    internal const int Interrupted = 130;
}
