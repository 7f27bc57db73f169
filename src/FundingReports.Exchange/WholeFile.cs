namespace FundingReports.Exchange;

/// <summary>A file that appears whole or not at all.</summary>
internal static class WholeFile
{
    internal static void Write(string path, MemoryStream bytes)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string target = Path.GetFullPath(path), partial = $"{target}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (FileStream file = File.Create(partial))
                bytes.WriteTo(file);
            File.Move(partial, target, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
