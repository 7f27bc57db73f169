namespace FundingReports.Excel;

/// <summary>A file that appears whole or not at all.</summary>
internal static class WholeFile
{
    internal static void Write(string path, Action<Stream> write)
    {
        string full = Path.GetFullPath(path);
        // Beside the target, so that the move stays on one volume.
        string partial = $"{full}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var stream = new FileStream(partial, FileMode.CreateNew))
                write(stream);
            File.Move(partial, full, overwrite: true);
        }
        catch
        {
            File.Delete(partial);
            throw;
        }
    }
}
