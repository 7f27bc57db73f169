using System.Diagnostics;
using System.Globalization;
using CsvHelper;
using FundingReports.Exchange;

namespace FundingReports.Benchmarks;

/// <summary>
/// A file of subsidies against merely reading the same file with CsvHelper: time, what is allocated and the most memory held, as ratios,
/// in one run.
/// </summary>
/// <remarks>Not with BenchmarkDotNet: what is asked is one long reading and the peak of its memory, not the mean of short ones.</remarks>
internal static class ScdlBenchmark
{
    private const int Times = 5;

    internal static int Run(string[] args)
    {
        int[] sizes = args.Length > 0 ? [.. args.Select(text => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture))]
            : [1_000, 1_000_000];
        Console.WriteLine("| rows | file | what | time | × reading | allocated | × reading | peak over start |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (int rows in sizes)
        {
            string path = Path.Combine(Path.GetTempPath(), $"scdl-{Guid.NewGuid():N}.csv");
            try
            {
                Write(path, rows);
                Report(path, rows);
            }
            finally
            {
                File.Delete(path);
            }
        }
        return 0;
    }

    private static void Report(string path, int rows)
    {
        string size = $"{new FileInfo(path).Length / 1e6:0.0} MB";
        (string What, Func<string, long> Read)[] ways = [("every field as text (CsvHelper)", Fields),
            ("lines understood (ScdlReader)", Lines), ("ten asked for (ScdlImport)", Asked)];
        Measure? reading = null;
        foreach (var (what, read) in ways)
        {
            Measure measure = Best(path, rows, read);
            reading ??= measure;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {rows} | {size} | {what} | {measure.Time.TotalMilliseconds:0.0} ms | {measure.Time / reading.Time:0.00} | "
                    + $"{measure.Allocated / 1e6:0.0} MB | {(double)measure.Allocated / reading.Allocated:0.00} | "
                    + $"{measure.Peak / 1e6:0.0} MB |"));
        }
    }

    private static Measure Best(string path, int rows, Func<string, long> read)
    {
        // Until the code is compiled as it will stay.
        for (var warm = Stopwatch.StartNew(); warm.ElapsedMilliseconds < 2_000;)
            Check(read(path), rows);
        var best = new Measure(TimeSpan.MaxValue, 0, long.MaxValue);
        for (int i = 0; i < Times; i++)
        {
            GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            long start = GC.GetTotalMemory(forceFullCollection: true), before = GC.GetTotalAllocatedBytes(precise: true), peak = 0;
            using var stop = new ManualResetEventSlim();
            var watcher = new Thread(() =>
            {
                while (!stop.Wait(5))
                    peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false) - start);
            });
            watcher.Start();
            var watch = Stopwatch.StartNew();
            Check(read(path), rows);
            TimeSpan time = watch.Elapsed;
            stop.Set();
            watcher.Join();
            long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
            if (time < best.Time)
                best = best with { Time = time, Allocated = allocated };
            best = best with { Peak = Math.Min(best.Peak, Math.Max(peak, 0)) };
        }
        return best;
    }

    private static long Fields(string path)
    {
        using CsvReader csv = CsvReader.FromFile(path, new() { Separator = ',', HasHeader = true });
        long rows = 0, letters = 0;
        while (csv.Read())
        {
            rows++;
            for (int i = 0; i < csv.FieldCount; i++)
                letters += csv.GetString(i).Length;
        }
        return letters > 0 ? rows : 0;
    }

    private static long Lines(string path)
    {
        using FileStream stream = File.OpenRead(path);
        return ScdlReader.Read(stream, path).LongCount(line => line.Subsidy is not null);
    }

    private static long Asked(string path)
    {
        using FileStream stream = File.OpenRead(path);
        ImportReading reading = ScdlImport.Read(stream, path,
            new() { Asked = ScdlAsked.OfBeneficiaries(Enumerable.Range(0, 10).Select(i => $"Association {i}")) });
        return reading.Portfolio!.Awaiting.Length == 10 ? reading.Account.RowsRead : 0;
    }

    private static void Check(long read, int rows)
    {
        if (read != rows)
            throw new InvalidOperationException($"{read} rows read of {rows}.");
    }

    private static void Write(string path, int rows)
    {
        using var writer = new StreamWriter(path);
        writer.WriteLine(
            "nomAttribuant,idAttribuant,dateConvention,referenceDecision,nomBeneficiaire,idBeneficiaire,"
            + "rnaBeneficiaire,objet,montant,nature,conditionsVersement,datesPeriodeVersement,idRAE,"
            + "notificationUE,pourcentageSubvention,dispositifAide");
        for (int i = 0; i < rows; i++)
            writer.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"Région Bretagne,23350001600040,2022-{i % 12 + 1:00}-{i % 28 + 1:00},2022-{i},Association {i},{Siret(i)},,Intervention "
                    + $"sociale en commissariat et gendarmerie,{i % 90_000 + 100}.{i % 100:00},aide en "
                    + $"numéraire,échelonné,2022-01-01/2022-12-31,,non,1.00,"));
    }

    // Nine digits and five, of which the last makes the checksum right.
    private static string Siret(int i)
    {
        string start = string.Create(CultureInfo.InvariantCulture, $"{500_000_000 + i % 400_000_000:000000000}0001");
        int sum = 0;
        for (int at = 0; at < start.Length; at++)
        {
            int digit = start[start.Length - 1 - at] - '0';
            sum += at % 2 == 0 ? digit * 2 > 9 ? digit * 2 - 9 : digit * 2 : digit;
        }
        return $"{start}{(10 - sum % 10) % 10}";
    }

    private sealed record Measure(TimeSpan Time, long Allocated, long Peak);
}
