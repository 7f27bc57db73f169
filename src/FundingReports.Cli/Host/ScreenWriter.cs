using System.Text;
using FundingReports.Wording;

namespace FundingReports.Cli.Host;

/// <summary>Text for people: nothing in it drives the terminal but the ends of our own lines.</summary>
/// <remarks>A label or the name of a file may hold what clears a screen, colours it, or turns the direction of writing.</remarks>
internal sealed class ScreenWriter(TextWriter inner) : TextWriter
{
    public override Encoding Encoding => inner.Encoding;

    /// <summary>Whether what it writes to is closed: what was said there is lost.</summary>
    internal bool IsClosed { get; private set; }

    /// <summary>Whether a closed output is borne in silence: there is nowhere left to say it.</summary>
    internal bool BearsClosed { get; init; }

    public override void Write(char value) => Write(value.ToString());

    public override void Write(string? value) => Try(() => inner.Write(Clean(value)));

    public override void WriteLine() => Try(inner.WriteLine);

    public override void WriteLine(string? value) => Try(() => inner.WriteLine(Clean(value)));

    public override void Flush() => Try(inner.Flush);

    private void Try(Action write)
    {
        try
        {
            write();
        }
        catch (Exception trouble) when (BearsClosed && trouble is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            IsClosed = true;
        }
    }

    private static string Clean(string? text) =>
        text is null ? "" : string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(Words.OneLine));
}
