using System.Text;
using System.Text.Json;
using FundingReports.Exchange;
using FundingReports.Sentences;
using FundingReports.Tests;

namespace FundingReports.Web.Tests;

/// <summary>
/// What the page asks of the engine, in any order, with any values and with damaged files: an answer or a sentence, each time, and the
/// next question is answered. Without a browser.
/// </summary>
public sealed class EngineTests
{
    private const int Talks = 60, Calls = 25;

    private static readonly Language[] languages = [Language.French, Language.English];

    private static readonly (string Name, byte[] Bytes)[] files =
    [
        ("landes.json", File.ReadAllBytes(Samples.Landes)), ("six.json", File.ReadAllBytes(Samples.Six)),
        ("Plan.csv", Encoding.UTF8.GetBytes(Samples.Headers + "ISCG;Dax;50 000 €;État;150 %;annoncé\nISCG;Dax;;CAF;50;annoncé\n"
            + "Intervenante;Dax;50 000 €;État;20 000 €;signé\nIntervenantte;Dax;;CAF;30 000 €;annoncé\n")),
        .. Directory.EnumerateFiles(Repository.PathOf("seeds", "intake")).Where(IntakeReader.IsFormName).Order(StringComparer.Ordinal)
            .Select(path => (Path.GetFileName(path), File.ReadAllBytes(path))),
    ];

    private static readonly string[] texts =
    [
        null!, "", " ", "x", "-1", "annotated-", "annotated-0", "annotated-99", "annotated-x", "workbook", "technical", "page", "note",
        "calendar", "portfolio", "Plan!E2", "Plan!D1", "Plan!A1048576", "Plan!XFD1", "A1", "Autre!B2", "commitments[0].until", "15 %",
        "=1+1", "\u0000\ud800", "2026-11-26", "2022-02-08", "0001-01-01", "9999-12-31", "2026-02-30", "26/11/2026", "fr", "en", "de",
        new string('9', 5_000), "<script>", "E1", "ETAT", "CD40", "*",
    ];

    private static readonly string[] days = ["2026-11-26", "2022-02-08"];

    private int asked;

    [Fact]
    public void AnyCall_InAnyOrder_IsAnsweredOrRefusedInASentence()
    {
        var random = new Random(20_261_127);
        int answered = 0, refused = 0;
        for (int talk = 0; talk < Talks; talk++)
        {
            Engine.Clear();
            for (int call = 0; call < Calls; call++)
                if (Any(random))
                    answered++;
                else
                    refused++;
            StillAnswers();
        }
        // Neither is all refused, nor is nothing.
        Assert.InRange(answered, Talks * Calls / 4, Talks * Calls - 1);
        Assert.InRange(refused, Talks * Calls / 20, Talks * Calls);
    }

    /// <summary>Nothing that a person does is refused as a fault of the program: damaged files are problems, and answers go on.</summary>
    [Fact]
    public void DamagedFiles_AreProblems_AndNeverAFault()
    {
        var random = new Random(20_261_128);
        for (int i = 0; i < 250; i++)
        {
            Engine.Clear();
            foreach (var (name, bytes) in random.GetItems(files, random.Next(1, 3)))
                Engine.Add(name, Damaged(random, bytes), "fr");
            Language language = random.GetItems(languages, 1)[0];
            string code = language is Language.French ? "fr" : "en";
            using JsonDocument answer = JsonDocument.Parse(Engine.Answer(random.GetItems(days, 1)[0], code));
            foreach (JsonElement problem in answer.RootElement.GetProperty("problems").EnumerateArray())
                Assert.NotEqual("", problem.GetProperty("sentence").GetString());
            if (!answer.RootElement.TryGetProperty("summary", out JsonElement summary))
            {
                Assert.Contains(answer.RootElement.GetProperty("problems").EnumerateArray(),
                    problem => problem.GetProperty("severity").GetString() == "error");
                continue;
            }
            asked++;
            Assert.NotEqual("", summary.GetString());
            Assert.Contains("<section", Engine.First(code), StringComparison.Ordinal);
            Engine.WhatIf("", 0, random.Next(0, 31), "2027-01-01", code);
            Assert.NotEmpty(Engine.Make(random.GetItems<string>(["workbook", "page", "note", "calendar", "portfolio"], 1)[0], code));
        }
        Assert.InRange(asked, 20, 249);
    }

    // One call with any values; whether it was answered.
    private static bool Any(Random random)
    {
        string One() => random.GetItems(texts, 1)[0];
        string[] Some() => random.Next(8) == 0 ? null! : random.GetItems(texts, random.Next(4));
        int Number() => random.Next(6) == 0 ? random.Next() - int.MaxValue / 2 : random.Next(-1, 4);
        string code = random.Next(12) == 0 ? One() : random.Next(2) == 0 ? "fr" : "en";
        string Day() => random.Next(4) == 0 ? One() : random.GetItems(days, 1)[0];
        Language language = code == "en" ? Language.English : Language.French;
        var (name, bytes) = random.GetItems(files, 1)[0];
        try
        {
            switch (random.Next(15))
            {
                case 0: Engine.Clear(); break;
                case 1 or 2 or 3:
                    Engine.Add(random.Next(10) == 0 ? One() : name, random.Next(20) == 0 ? null! : Damaged(random, bytes), code);
                    break;
                case 4: Engine.SetFormer(Number()); break;
                case 5: Engine.Correct(Number(), Some(), Some(), code); break;
                case 6: Engine.Restore(Number(), One(), code); break;
                case 7: Engine.Decide(One(), random.Next(2) == 0); break;
                case 8: Engine.Reconsider(One()); break;
                case 9 or 10: JsonDocument.Parse(Engine.Answer(Day(), code)).Dispose(); break;
                case 11: Assert.Contains("<section", Engine.First(code), StringComparison.Ordinal); break;
                case 12: JsonDocument.Parse(Engine.WhatIf(One(), Number(), Number(), Day(), code)).Dispose(); break;
                case 13: Assert.NotEmpty(Engine.Form(random.Next(3) == 0 ? Number() : 2026, code)); break;
                default: Assert.NotNull(Engine.Make(One(), code)); break;
            }
            return true;
        }
        catch (SaidException said)
        {
            Assert.StartsWith(SaidException.Mark, said.Message, StringComparison.Ordinal);
            FailureTests.IsSentence(said.Message[1..], language);
            return false;
        }
    }

    private static void StillAnswers()
    {
        Engine.Clear();
        Engine.Add("landes.json", files[0].Bytes, "fr");
        using JsonDocument answer = JsonDocument.Parse(Engine.Answer("2022-02-08", "fr"));
        Assert.Equal(Portfolio.Load(Samples.Landes).Analyze(Samples.LandesDay).Summary(Language.French),
            answer.RootElement.GetProperty("summary").GetString());
    }

    // The bytes as they are, cut, changed in places, or with a piece twice.
    private static byte[] Damaged(Random random, byte[] bytes)
    {
        if (random.Next(4) == 0)
            return bytes;
        var damaged = new List<byte>(bytes);
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            int at = random.Next(damaged.Count + 1), length = Math.Min(random.Next(40), damaged.Count - at);
            switch (random.Next(5))
            {
                case 0: damaged.RemoveRange(at, damaged.Count - at); break;
                case 1: damaged.RemoveRange(at, length); break;
                case 2: damaged.InsertRange(at, damaged.GetRange(at, length)); break;
                case 3: damaged.Insert(at, (byte)random.Next(256)); break;
                default: damaged.InsertRange(at, "\"9;,{}[]-€"u8[random.Next(9)..].ToArray()); break;
            }
        }
        return [.. damaged];
    }
}
