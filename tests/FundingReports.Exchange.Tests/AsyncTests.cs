using FundingReports.Tests.Streams;
using FundingReports.Validation;

namespace FundingReports.Exchange.Tests;

/// <summary>Forms and exports from streams that allow nothing synchronous, and back; what is cancelled leaves nothing.</summary>
public sealed class AsyncTests : IDisposable
{
    private static readonly string seeds = Path.Combine(AppContext.BaseDirectory, "seeds");
    private readonly string folder = Directory.CreateTempSubdirectory("async-").FullName;

    public static TheoryData<string> Forms => new("plan.xlsx", "plan.csv", "vide.xlsx", "autre.xlsx");

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Form_FromAStream_IsReadAsFromAFile(string name)
    {
        byte[] form = Form(name);
        string path = Path.Combine(folder, name);
        File.WriteAllBytes(path, form);
        IntakeReading expected = IntakeReader.Read(path);
        foreach (IntakeReading reading in (IntakeReading[])[
            await IntakeReader.ReadAsync(new AsyncOnly(form), name), await IntakeReader.ReadAsync(path),
            IntakeReader.Read(new OneWay(form), name), await IntakeReader.ReadAsync(AtItsEnd(form), name)])
        {
            Assert.Equal<Problem>(expected.Problems, reading.Problems);
            Assert.Equal((expected.Form, expected.Portfolio?.ToJson()), (reading.Form, reading.Portfolio?.ToJson()));
        }
    }

    /// <summary>Sheet, row and column of every problem of a form are those that its text says.</summary>
    [Fact]
    public void Problems_OfAForm_HaveTheirCells()
    {
        IntakeReading reading = IntakeReader.Read(new MemoryStream(Form("plan.csv")), "plan.csv");
        Assert.Contains(new SheetCell("plan", 2, 5), reading.Problems.Select(problem => problem.Cell!.Value));
        Assert.All(reading.Problems, problem => Assert.Equal(problem.Path, problem.Cell.ToString()));
        Assert.Contains("plan!E2", reading.Problems.ByPath().Keys);
    }

    [Fact]
    public async Task Export_FromAStream_IsReadAsFromAFile()
    {
        string path = Path.Combine(seeds, "imports", "scdl-exemple.csv");
        byte[] export = File.ReadAllBytes(path);
        ImportReading expected = OfficialFile.Read(ImportKind.Scdl, path);
        foreach (ImportReading reading in (ImportReading[])[await OfficialFile.ReadAsync(ImportKind.Scdl, path),
            await OfficialFile.ReadAsync(ImportKind.Scdl, new AsyncOnly(export), "scdl-exemple.csv"),
            OfficialFile.Read(ImportKind.Scdl, new OneWay(export), "scdl-exemple.csv"),
            await ScdlImport.ReadAsync(new AsyncOnly(export), "scdl-exemple.csv"),
            ScdlImport.Read(new OneWay(export), "scdl-exemple.csv")])
        {
            Assert.Equal<Problem>(expected.Problems, reading.Problems);
            Assert.Equal((expected.Portfolio!.ToJson(), expected.Account.Sentence(Language.French)),
                (reading.Portfolio!.ToJson(), reading.Account.Sentence(Language.French)));
        }
        int[] rows = [.. ScdlReader.Read(new MemoryStream(export), "x.csv").Select(line => line.Row)];
        List<int> found = [];
        await foreach (ScdlLine line in ScdlReader.ReadAsync(new AsyncOnly(export), "x.csv"))
            found.Add(line.Row);
        Assert.Equal(rows, found);
        Assert.Equal(rows, ScdlReader.Read(new OneWay(export), "x.csv").Select(line => line.Row));
        foreach (ImportKind kind in (ImportKind[])[ImportKind.Fonjep, ImportKind.Subventia])
            Assert.Equal<Problem>(OfficialFile.Read(kind, new MemoryStream(export), "a.csv").Problems,
                (await OfficialFile.ReadAsync(kind, new AsyncOnly(export), "a.csv")).Problems);
    }

    [Fact]
    public async Task Lines_CancelledAfterSome_AreThoseAndNoMore()
    {
        byte[] export = Scdl.Csv([Scdl.Header, .. Enumerable.Range(0, 500).Select(_ => Scdl.Good)]);
        using var stop = new CancellationTokenSource();
        int read = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (ScdlLine line in ScdlReader.ReadAsync(new AsyncOnly(export), "x.csv", cancellationToken: stop.Token))
                if (++read == 123)
                    stop.Cancel();
        });
        Assert.Equal(123, read);
        using var asked = new CancellationTokenSource();
        int judged = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ScdlImport.ReadAsync(new AsyncOnly(export), "x.csv", new()
        {
            Asked = _ =>
            {
                if (++judged == 77)
                    asked.Cancel();
                return true;
            },
        }, asked.Token));
        Assert.Equal(77, judged);
    }

    [Fact]
    public async Task Form_CancelledAtAnyPiece_IsNotRead()
    {
        byte[] form = Form("plan.xlsx");
        for (int piece = 1; piece <= form.Length / 1_000; piece += 3)
        {
            using var stop = new CancellationTokenSource();
            int calls = 0;
            var stream = new AsyncOnly(form, call =>
            {
                calls = call;
                if (call == piece)
                    stop.Cancel();
            });
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => IntakeReader.ReadAsync(stream, "plan.xlsx", null, stop.Token));
            Assert.Equal(piece, calls);
        }
    }

    [Fact]
    public async Task FilesThatGoOut_AreSentAndSaved()
    {
        Portfolio portfolio = Portfolio.Load(Path.Combine(seeds, "landes", "portfolio.json"));
        foreach (IntakeForm form in Enum.GetValues<IntakeForm>())
        {
            IntakeTemplate template = form is IntakeForm.Full ? IntakeTemplate.Complete(portfolio) : IntakeTemplate.FilledIn(portfolio);
            var stream = new AsyncOnly();
            await template.SaveAsync(stream);
            string path = Path.Combine(folder, "f.xlsx");
            await template.SaveAsync(path);
            Assert.Equal(form, IntakeReader.Read(new MemoryStream(stream.Taken), "f.xlsx").Form);
            Assert.Equal(IntakeReader.Read(path).Facts.Posts.Length,
                IntakeReader.Read(new MemoryStream(stream.Taken), "f.xlsx").Facts.Posts.Length);
        }
        ScdlExport export = ScdlExport.Of(Scdl.Read(Scdl.Good, Scdl.Other).Portfolio!);
        using var atOnce = new MemoryStream();
        export.Write(atOnce);
        var sent = new AsyncOnly();
        await export.WriteAsync(sent);
        string csv = Path.Combine(folder, "e.csv");
        await export.SaveAsync(csv);
        Assert.Equal(atOnce.ToArray(), sent.Taken);
        Assert.Equal(atOnce.ToArray(), File.ReadAllBytes(csv));
        Assert.Equal(2, Directory.GetFileSystemEntries(folder).Length);
    }

    [Fact]
    public async Task MarkedCopy_FromStreamToStream_ReadsAsTheFormDid()
    {
        byte[] form = Form("plan.csv");
        IntakeReading reading = await IntakeReader.ReadAsync(new AsyncOnly(form), "plan.csv");
        var sent = new AsyncOnly();
        await Annotator.AnnotateAsync(new AsyncOnly(form), reading, sent);
        using var atOnce = new MemoryStream();
        Annotator.Annotate(new OneWay(form), reading, atOnce);
        string input = Path.Combine(folder, "plan.csv"), output = Path.Combine(folder, "plan-annote.xlsx");
        File.WriteAllBytes(input, form);
        await Annotator.AnnotateAsync(input, reading, output);
        foreach (byte[] copy in (byte[][])[sent.Taken, atOnce.ToArray(), File.ReadAllBytes(output)])
            Assert.Equal(["ambiguous-cell plan!E2"], Sent.Errors(IntakeReader.Read(new MemoryStream(copy), "plan-annote.xlsx")));
        Assert.Equal([output, input], Directory.GetFileSystemEntries(folder).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task CopyOfAnExport_FromStreamToStream_HasItsLinesSetAside()
    {
        byte[] export = Scdl.Csv(Scdl.Header, Scdl.With("montant", "beaucoup"), Scdl.Other);
        ImportReading reading = await OfficialFile.ReadAsync(ImportKind.Scdl, new AsyncOnly(export), "sub.csv");
        var sent = new AsyncOnly();
        await Annotator.AnnotateAsync(new AsyncOnly(export), reading, sent);
        using var atOnce = new MemoryStream();
        Annotator.Annotate(new OneWay(export), reading, atOnce);
        string input = Path.Combine(folder, "sub.csv"), output = Path.Combine(folder, "sub-annote.xlsx");
        File.WriteAllBytes(input, export);
        await Annotator.AnnotateAsync(input, reading, output);
        foreach (byte[] copy in (byte[][])[sent.Taken, atOnce.ToArray(), File.ReadAllBytes(output)])
        {
            using var workbook = new ClosedXML.Excel.XLWorkbook(new MemoryStream(copy));
            Assert.Equal("Ligne non prise en compte : montant illisible. Corrigez-la à la source.",
                Scdl.Spaces(workbook.Worksheet(1).Cell(6, 5).GetString()));
            Assert.Equal("beaucoup", workbook.Worksheet("sub").Cell(2, 9).GetString());
        }
        Assert.Equal([output, input], Directory.GetFileSystemEntries(folder).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Export_WithWhatIsSaidBeside_IsReadAlike()
    {
        byte[] export = Scdl.Csv(Scdl.Header, Scdl.Good, Scdl.Other);
        var options = new ImportOptions { Asked = ScdlAsked.OfBeneficiaries(["784671695"]) };
        string path = Path.Combine(folder, "sub.csv");
        File.WriteAllBytes(path, export);
        foreach (ImportReading reading in (ImportReading[])[await OfficialFile.ReadAsync(ImportKind.Scdl, path, options),
            await OfficialFile.ReadAsync(ImportKind.Scdl, new AsyncOnly(export), "sub.csv", options),
            await ScdlImport.ReadAsync(new AsyncOnly(export), "sub.csv", options)])
            Assert.Equal((2, 1), (reading.Account.RowsRead, reading.Account.RowsKept));
    }

    [Fact]
    public async Task Anything_CancelledBefore_SendsNothing()
    {
        var stop = new CancellationToken(canceled: true);
        byte[] form = Form("plan.csv");
        IntakeReading reading = IntakeReader.Read(new MemoryStream(form), "plan.csv");
        string path = Path.Combine(folder, "f.xlsx");
        var untouched = new AsyncOnly();
        foreach (Func<Task> work in (Func<Task>[])
        [
            () => IntakeReader.ReadAsync(new AsyncOnly(form), "plan.csv", null, stop), () => IntakeReader.ReadAsync(path, null, stop),
            () => OfficialFile.ReadAsync(ImportKind.Scdl, new AsyncOnly(form), "x.csv", cancellationToken: stop),
            () => IntakeTemplate.Blank(firstYear: 2026).SaveAsync(untouched, stop), () =>
                IntakeTemplate.Blank(firstYear: 2026).SaveAsync(path, stop),
            () => Annotator.AnnotateAsync(new AsyncOnly(form), reading, untouched, cancellationToken: stop),
            () => ScdlExport.Of(Scdl.Read(Scdl.Good).Portfolio!).SaveAsync(path, stop),
        ])
            await Assert.ThrowsAnyAsync<OperationCanceledException>(work);
        Assert.Empty(untouched.Taken);
        Assert.Empty(Directory.GetFileSystemEntries(folder));
    }

    /// <summary>What is too large is refused by its size, and not read to its end.</summary>
    [Fact]
    public async Task Form_TooLarge_IsNotReadToItsEnd()
    {
        var stream = new AsyncOnly(new byte[66 << 20]);
        IntakeReading reading = await IntakeReader.ReadAsync(stream, "plan.xlsx");
        Assert.Equal("too-large", Assert.Single(reading.Problems).Arguments[0]);
        Assert.False(stream.IsReadToItsEnd);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static byte[] Form(string name) => name switch
    {
        "plan.xlsx" => Sheets.With("2026", "1.234"),
        "plan.csv" => "Poste;Dispositif;Financeur;Type de financeur;2026\nA;;État;État;1.234\n"u8.ToArray(),
        "vide.xlsx" => [],
        _ => "PK?"u8.ToArray(),
    };

    private static MemoryStream AtItsEnd(byte[] bytes)
    {
        var stream = new MemoryStream(bytes);
        stream.Position = bytes.Length;
        return stream;
    }

    /// <summary>A stream that can only be read once, and not be closed.</summary>
    private sealed class OneWay(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override long Seek(long offset, SeekOrigin loc) => throw new NotSupportedException();

        protected override void Dispose(bool disposing) => throw new NotSupportedException();
    }
}
