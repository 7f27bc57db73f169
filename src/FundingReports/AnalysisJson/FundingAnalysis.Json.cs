using System.Text;
using FundingReports.AnalysisJson;

namespace FundingReports;

// The answers, written as analysis@1.
public sealed partial class FundingAnalysis
{
    /// <summary>The answers as analysis@1: the same text for the same facts and dates, whatever the machine.</summary>
    public string ToJson()
    {
        using var stream = new MemoryStream();
        AnalysisWriter.Write(this, stream);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Writes the answers as analysis@1, in UTF-8. The stream stays open.</summary>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public void WriteJson(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        AnalysisWriter.Write(this, stream);
    }

    /// <summary>
    /// Writes the answers as analysis@1, in UTF-8, without holding a thread: some tens of kilobytes at a time, however many posts there
    /// are.
    /// </summary>
    /// <param name="stream">Where to; nothing synchronous is asked of it, and it stays open.</param>
    /// <param name="cancellationToken">
    /// Stops the writing after the post that is being written; what the stream has taken by then it keeps.
    /// </param>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Task WriteJsonAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return AnalysisWriter.WriteAsync(this, stream, cancellationToken);
    }
}
