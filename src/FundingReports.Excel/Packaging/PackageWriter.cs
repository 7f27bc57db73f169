using System.IO.Compression;
using System.Xml.Linq;
using FundingReports.Excel.Streaming;

namespace FundingReports.Excel.Packaging;

/// <summary>A package that is being written, part by part.</summary>
internal sealed class PackageWriter(Stream destination) : IDisposable
{
    // The first date that a zip can hold: no clock is asked.
    private static readonly DateTimeOffset epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive zip = new(destination, ZipArchiveMode.Create, leaveOpen: true);

    /// <summary>Writes a part.</summary>
    internal void Write(string name, Action<XmlBytes> part, CompressionLevel level = CompressionLevel.Optimal)
    {
        using var stream = Open(name, level);
        using var xml = new XmlBytes(stream);
        xml.Raw("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"u8);
        part(xml);
    }

    /// <summary>Writes a part that is held.</summary>
    internal void Write(string name, XDocument part)
    {
        using var stream = Open(name, CompressionLevel.Optimal);
        HeldPart.Save(part, stream);
    }

    /// <summary>Writes bytes.</summary>
    internal void Write(string name, ReadOnlySpan<byte> part)
    {
        using var stream = Open(name, CompressionLevel.Optimal);
        stream.Write(part);
    }

    public void Dispose() => zip.Dispose();

    private Stream Open(string name, CompressionLevel level)
    {
        var entry = zip.CreateEntry(name, level);
        entry.LastWriteTime = epoch;
        return entry.Open();
    }
}
