using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

// packer FRAMEWORK FACE SHEET OUTPUT: the published engine and the face of the page → one HTML file, and a folder to host. The same bytes
// each time.
if (args is not [var framework, var face, var sheet, var output])
{
    Console.Error.WriteLine("packer FRAMEWORK FACE SHEET OUTPUT");
    return 2;
}
byte[] engine = Packed(framework);
string styles = "\n" + Text(sheet) + Text(Path.Combine(face, "app.css"));
string app = "\n" + Text(Path.Combine(face, "app.js")), worker = "\n" + Text(Path.Combine(face, "worker.js"));
string html = Text(Path.Combine(face, "index.html"));

Directory.CreateDirectory(Path.Combine(output, "folder"));
string pack = $"<script type=\"application/octet-stream\" id=\"pack\">{Convert.ToBase64String(engine)}</script>";
Write(Path.Combine(output, "fundingreports.html"), Encoding.UTF8.GetBytes(Page(pack, "")));
Write(Path.Combine(output, "folder", "index.html"), Encoding.UTF8.GetBytes(Page("", "; connect-src 'self'")));
Write(Path.Combine(output, "folder", "engine.bin"), engine);
return 0;

string Page(string held, string more)
{
    // Only what stands in the file runs; the engine's own modules are blobs that its thread makes.
    string policy =
        $"default-src 'none'; script-src '{Hash(app)}' blob: 'wasm-unsafe-eval'; worker-src blob:; style-src '{Hash(styles)}'; "
        + $"img-src data:; base-uri 'none'; form-action 'none'{more}";
    return html.Replace("{{policy}}", policy, StringComparison.Ordinal).Replace("{{styles}}", styles, StringComparison.Ordinal)
        .Replace("{{worker}}", worker, StringComparison.Ordinal).Replace("{{app}}", app, StringComparison.Ordinal)
            .Replace("{{pack}}", held, StringComparison.Ordinal);
}

static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

static string Text(string path) => File.ReadAllText(path, Encoding.UTF8).ReplaceLineEndings("\n");

// How long the index is, the index, and the files one after the other.
static byte[] Packed(string folder)
{
    string[] files = [.. Directory.EnumerateFiles(folder).Where(file => Path.GetExtension(file) is ".wasm" or ".js" or ".dat" or ".json")
        .Order(StringComparer.Ordinal)];
    using var index = new MemoryStream();
    using (var json = new Utf8JsonWriter(index))
    {
        json.WriteStartArray();
        foreach (string file in files)
        {
            json.WriteStartArray();
            json.WriteStringValue(Path.GetFileName(file));
            json.WriteNumberValue(new FileInfo(file).Length);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }
    using var packed = new MemoryStream();
    using (var zip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(length, (uint)index.Length);
        zip.Write(length);
        zip.Write(index.ToArray());
        foreach (string file in files)
            zip.Write(File.ReadAllBytes(file));
    }
    return packed.ToArray();
}

static void Write(string path, byte[] bytes)
{
    File.WriteAllBytes(path, bytes);
    Console.WriteLine($"{path}: {bytes.Length:N0} bytes");
}
