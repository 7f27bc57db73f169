using System.Globalization;
using FundingReports.Cli.Host;

namespace FundingReports.Cli.Batch;

/// <summary>How far a batch is: on a terminal one line that changes, else a line after each tenth of the files.</summary>
internal sealed class ProgressBar(TextWriter output, int all, bool isTerminal, Language language)
{
    private const int Width = 30;
    private int done, tenth;

    internal void Step()
    {
        lock (output)
        {
            done++;
            if (isTerminal)
            {
                int filled = done * Width / all;
                output.Write($"\r[{new string('#', filled)}{new string('.', Width - filled)}] {Said()} ");
                if (done == all)
                    output.WriteLine();
            }
            else if (done * 10 / all is var now && (now > tenth || done == all) && tenth < 10)
            {
                tenth = now;
                output.WriteLine(Said());
            }
        }
    }

    private string Said() => language.Say(
        string.Create(CultureInfo.InvariantCulture, $"{Words.Count(done, "fichier", "fichiers", language)} sur {all}"),
        string.Create(CultureInfo.InvariantCulture, $"{Words.Count(done, "file", "files", language)} of {all}"));
}
