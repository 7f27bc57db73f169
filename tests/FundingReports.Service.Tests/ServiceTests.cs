using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using FundingReports.Policies;
using FundingReports.Tests;
using FundingReports.Validation;
using FundingReports.WorkbookLint;
using Microsoft.AspNetCore.Builder;
using NodaTime;

namespace FundingReports.Service.Tests;

/// <summary>Each route of the example, by HTTP: what it answers, and what it says of wrong bodies. Never a 500.</summary>
public sealed class ServiceTests(RunningService service) : IClassFixture<RunningService>
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string AsOf = "?asOf=2022-02-08";

    private HttpClient Client => service.Client;

    [Fact]
    public async Task Health_SaysByWhichRules()
    {
        JsonElement said = await Client.GetFromJsonAsync<JsonElement>("/health");
        Assert.Equal("ok", said.GetProperty("status").GetString());
        Assert.Equal(PolicySet.Default.Hash, said.GetProperty("policies").GetString());
    }

    [Fact]
    public async Task Analyses_OfAPortfolio_IsAnalysis1()
    {
        using HttpResponseMessage answer = await Client.PostAsync($"/analyses{AsOf}", RunningService.Json(RunningService.Landes));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        using JsonDocument expected = JsonDocument.Parse(Portfolio.Parse(Encoding.UTF8.GetString(RunningService.Landes))
            .Analyze(new LocalDate(2022, 2, 8)).ToJson());
        Assert.True(JsonElement.DeepEquals(expected.RootElement, await answer.Content.ReadFromJsonAsync<JsonElement>()));
    }

    [Fact]
    public async Task Workbooks_OfAPortfolio_IsAWorkbook_InTheLanguageAsked()
    {
        foreach ((string accepted, string sheet, string language) in (IEnumerable<(string, string, string)>)[
            ("fr-FR", "Synthèse", "fr"), ("en-GB, fr;q=0.5", "Summary", "en"),
            ("de, en;q=0.5", "Summary", "en"), ("de-DE", "Synthèse", "fr")])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/workbooks{AsOf}");
            request.Content = RunningService.Json(RunningService.Landes);
            request.Headers.Add("Accept-Language", accepted);
            using HttpResponseMessage answer = await Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(Xlsx, answer.Content.Headers.ContentType?.MediaType);
            Assert.Equal([language], answer.Content.Headers.ContentLanguage);
            string file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.xlsx");
            try
            {
                await File.WriteAllBytesAsync(file, await answer.Content.ReadAsByteArrayAsync());
                Assert.Empty(WorkbookLinter.Check(file));
                using System.IO.Compression.ZipArchive package = System.IO.Compression.ZipFile.OpenRead(file);
                using var workbook = new StreamReader(package.GetEntry("xl/workbook.xml")!.Open());
                Assert.Contains($"name=\"{sheet}\"", await workbook.ReadToEndAsync(), StringComparison.Ordinal);
            }
            finally
            {
                File.Delete(file);
            }
        }
    }

    [Theory, InlineData("ccas-mont-de-marsan.xlsx", Xlsx), InlineData("departement-des-landes.csv", "text/csv; charset=utf-8")]
    public async Task Forms_ThatAreRight_ArePortfolio1(string file, string type)
    {
        byte[] form = await File.ReadAllBytesAsync(Repository.PathOf("seeds", "intake", file));
        var content = new ByteArrayContent(form);
        content.Headers.Add("Content-Type", type);
        using HttpResponseMessage answer = await Client.PostAsync($"/forms?name={file}", content);
        Assert.True(answer.StatusCode is HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        Portfolio? portfolio = await answer.Content.ReadFromJsonAsync<Portfolio>();
        Assert.NotEmpty(portfolio!.Posts);
        Assert.NotEmpty(portfolio.Commitments);
    }

    /// <summary>As its own body, or as the file of a web form.</summary>
    [Theory, InlineData("ccas-mont-de-marsan.xlsx", Xlsx, false), InlineData("departement-des-landes.csv", "text/csv", false),
        InlineData("ccas-mont-de-marsan.xlsx", Xlsx, true)]
    public async Task Forms_AreAnalysed_AsTheirPortfolioIs(string file, string type, bool inAWebForm)
    {
        byte[] form = await File.ReadAllBytesAsync(Repository.PathOf("seeds", "intake", file));
        Portfolio read = Exchange.IntakeReader.Read(new MemoryStream(form), file).Portfolio!;
        FundingAnalysis expected = read.Analyze(new LocalDate(2022, 2, 8));
        using HttpResponseMessage answer = await Client.PostAsync($"/analyses{AsOf}&name={file}", Content());
        Assert.True(answer.StatusCode is HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        using JsonDocument json = JsonDocument.Parse(expected.ToJson());
        Assert.True(JsonElement.DeepEquals(json.RootElement, await answer.Content.ReadFromJsonAsync<JsonElement>()));

        using HttpResponseMessage workbook = await Client.PostAsync($"/workbooks{AsOf}&name={file}", Content());
        using var bytes = new MemoryStream();
        Excel.WorkbookExtensions.SaveWorkbook(expected, bytes);
        Assert.Equal(bytes.ToArray(), await workbook.Content.ReadAsByteArrayAsync());

        HttpContent Content() => inAWebForm
            ? new MultipartFormDataContent { { new ByteArrayContent(form), "fichier", file } } : RunningService.Body(form, type);
    }

    [Fact]
    public async Task Analyses_OfAWrongForm_SayEachProblemAtItsCell()
    {
        byte[] form = "Poste;Financeur;2023\r\nPoste 1;État;vingt mille\r\n"u8.ToArray();
        Validation.Problem[] expected = [.. Exchange.IntakeReader.Read(new MemoryStream(form), "plan.csv").Problems];
        using HttpResponseMessage answer = await Client.PostAsync($"/analyses{AsOf}&name=plan.csv", RunningService.Body(form, "text/csv"));
        Validation.Problem[] said = await RefusalOf(answer);
        Assert.Equal(expected, said);
        Assert.Contains(said, problem => problem.Cell is { Row: 2 });
    }

    [Fact]
    public async Task Forms_ThatAreWrong_SayEachProblemAtItsCell()
    {
        byte[] form = Encoding.UTF8.GetBytes(
            "Poste;Financeur;2023\r\nPoste 1;État;vingt mille\r\nPoste 1;Département;25 000,005\r\n");
        Validation.Problem[] expected = [.. Exchange.IntakeReader.Read(new MemoryStream(form), "plan.csv").Problems];
        Assert.True(expected.Count(problem => problem.Severity is Severity.Error) >= 2);
        using HttpResponseMessage answer = await Client.PostAsync("/forms?name=plan.csv", RunningService.Body(form, "text/csv"));
        Assert.Equal(expected, await RefusalOf(answer));
    }

    [Fact]
    public async Task Analyses_OfAWrongPortfolio_SaysEveryProblem_InTheLanguageAsked()
    {
        byte[] wrong = Encoding.UTF8.GetBytes("""
            {"format":"fundingreports/portfolio@1","funders":[{"id":"E","name":"État","kind":"roi"}],
            "posts":[{"id":"L1","label":"Poste","from":"2023-02-30"}],
            "commitments":[{"id":"C","funder":"X","posts":["L1"],"from":"2020","amount":{"total":"-1"}}]}
            """);
        Assert.False(Portfolio.TryRead(wrong, out _, out var expected));
        foreach (var (accepted, language) in (IEnumerable<(string, Language)>)[("fr", Language.French), ("en", Language.English)])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/analyses?asOf=hier");
            request.Content = RunningService.Json(wrong);
            request.Headers.Add("Accept-Language", accepted);
            using HttpResponseMessage answer = await Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            JsonElement said = await answer.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal(expected.AsEnumerable(), ProblemsOf(said));
            JsonElement errors = said.GetProperty("errors");
            // The query's own error stands beside those of the body.
            Assert.Contains("hier", errors.GetProperty("asOf")[0].GetString(), StringComparison.Ordinal);
            foreach (Validation.Problem problem in expected.Where(problem => problem.Severity is Severity.Error))
                Assert.Contains(problem.Message(language),
                    errors.GetProperty(problem.Path).EnumerateArray().Select(text => text.GetString()));
        }
    }

    [Theory]
    [InlineData("/analyses?asOf=2022-02-08", "application/json", "", 400)]
    [InlineData("/analyses?asOf=2022-02-08", "application/json", "{", 400)]
    [InlineData("/analyses?asOf=2022-02-08", "application/json", "null", 400)]
    [InlineData("/analyses?asOf=2022-02-08", "application/json", "{\"format\":\"fundingreports/policy@1\"}", 400)]
    [InlineData("/analyses?asOf=2022-02-08", "application/json", "\ud83d", 400)]
    [InlineData("/analyses?asOf=2022-02-08", "text/plain", "{}", 415)]
    [InlineData("/workbooks?asOf=2022-02-08", "application/json", "[]", 400)]
    [InlineData("/workbooks?asOf=2022-02-08", "application/xml", "<a/>", 415)]
    [InlineData("/forms", "text/csv", "a;b;c", 400)]
    [InlineData("/forms", "application/octet-stream", "not a workbook", 400)]
    [InlineData("/forms", "application/vnd.ms-excel", "not a workbook", 400)]
    [InlineData("/forms?name=..%2F..%2Fetc%2Fpasswd", "text/csv", "a;b;c", 400)]
    [InlineData("/forms", "image/png", "a", 415)]
    [InlineData("/forms", "application/x-www-form-urlencoded", "a=b", 415)]
    [InlineData("/analyses?asOf=2022-02-08", "image/png", "a", 415)]
    [InlineData("/analyses?asOf=2022-02-08", "text/csv", "a;b;c", 400)]
    [InlineData("/analyses", "text/csv", "a;b;c", 400)]
    [InlineData("/nowhere", "application/json", "{}", 404)]
    public async Task WrongBody_IsSaid_AndNeverA500(string route, string type, string body, int status)
    {
        using HttpResponseMessage answer = await Client.PostAsync(route, RunningService.Body(Encoding.UTF8.GetBytes(body), type));
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        if (status == 400)
            Assert.NotEmpty((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject());
    }

    [Theory, InlineData(""), InlineData("?asOf="), InlineData("?asOf=2022-02"), InlineData("?asOf=2022-02-30"),
        InlineData("?asOf=0001-01-01"), InlineData("?asOf=2022-02-08&through=2021-12-31"),
        InlineData("?asOf=2022-02-08&through=4999-12-31")]
    public async Task WrongDate_IsSaid(string query)
    {
        using HttpResponseMessage answer = await Client.PostAsync($"/analyses{query}",
            RunningService.Json(RunningService.Landes));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        JsonElement errors = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors");
        string expected = query.Contains("through", StringComparison.Ordinal) ? "through" : "asOf";
        Assert.Equal(expected, Assert.Single(errors.EnumerateObject()).Name);
    }

    /// <summary>What was read all the same, and asks to be looked at, is counted in each answer and said by /problems.</summary>
    [Fact]
    public async Task Warnings_OfAForm_AreCounted_AndSaidWhereTheyAreAskedFor()
    {
        byte[] form = Encoding.UTF8.GetBytes("Poste;Financeur;Pointure;2023\r\nPoste 1;État;44;20000\r\n");
        Validation.Problem[] expected = [.. Exchange.IntakeReader.Read(new MemoryStream(form), "plan.csv").Problems];
        Assert.Contains(expected, problem => problem.Code is ProblemCode.ColumnNotRead);
        foreach (string route in (string[])[$"/workbooks{AsOf}&name=plan.csv", $"/analyses{AsOf}&name=plan.csv", "/forms?name=plan.csv",
            "/problems?name=plan.csv"])
        {
            using HttpResponseMessage answer = await Client.PostAsync(route, RunningService.Body(form, "text/csv"));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal([$"{expected.Length}"], answer.Headers.GetValues("Problem-Count"));
            if (!route.StartsWith("/problems", StringComparison.Ordinal))
                continue;
            JsonElement said = await answer.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal(expected, said.GetProperty("problems").Deserialize<Validation.Problem[]>());
            Assert.Equal(expected.Select(problem => problem.Path).Distinct(),
                said.GetProperty("errors").EnumerateObject().Select(place => place.Name));
        }
        using HttpResponseMessage right = await Client.PostAsync("/problems", RunningService.Json("{}"u8.ToArray()));
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        Assert.NotEmpty((await right.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("problems").EnumerateArray());
        using HttpResponseMessage other = await Client.PostAsync("/problems", RunningService.Body(form, "image/png"));
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, other.StatusCode);
    }

    [Fact]
    public async Task BodyThatIsTooLarge_Is413()
    {
        await using WebApplication small = RunningService.Built("--Service:LargestBody=1000");
        await small.StartAsync();
        using HttpClient client = RunningService.ClientOf(small);
        using HttpResponseMessage answer = await client.PostAsync($"/analyses{AsOf}", RunningService.Json(RunningService.Landes));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Rules_OfTheConfiguration_AreThoseOfTheAnswers()
    {
        string file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");
        try
        {
            PolicySet own = PolicySet.Default.WithIdentifyingReferences("dossier");
            await File.WriteAllTextAsync(file, own.ToJson());
            await using WebApplication other = RunningService.Built($"--FundingReports:PolicyFile={file}");
            await other.StartAsync();
            using HttpClient client = RunningService.ClientOf(other);
            using HttpResponseMessage answer = await client.PostAsync($"/analyses{AsOf}", RunningService.Json(RunningService.Landes));
            Assert.Equal(own.Hash, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("policyHash").GetString());

            await File.WriteAllTextAsync(file, "{}");
            Assert.Throws<PolicySetException>(() => RunningService.Built($"--FundingReports:PolicyFile={file}"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task RequestThatIsGivenUp_LeavesTheServiceWell()
    {
        byte[] landes = RunningService.Landes;
        for (int quarters = 0; quarters <= 4; quarters++)
        {
            using var leaving = new CancellationTokenSource();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Client.PostAsync(
                $"/workbooks{AsOf}", new GivenUp(landes, landes.Length * quarters / 4, leaving), leaving.Token));
        }
        using HttpResponseMessage answer = await Client.PostAsync($"/analyses{AsOf}", RunningService.Json(RunningService.Landes));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>A body whose sender leaves once so many of its bytes have gone, be it all of them.</summary>
    private sealed class GivenUp : HttpContent
    {
        private readonly byte[] bytes;
        private readonly int sent;
        private readonly CancellationTokenSource leaving;

        internal GivenUp(byte[] bytes, int sent, CancellationTokenSource leaving)
        {
            (this.bytes, this.sent, this.leaving) = (bytes, sent, leaving);
            Headers.ContentType = new("application/json");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(bytes.AsMemory(0, sent));
            await stream.FlushAsync();
            await leaving.CancelAsync();
            leaving.Token.ThrowIfCancellationRequested();
        }

        protected override bool TryComputeLength(out long length)
        {
            length = bytes.Length;
            return true;
        }
    }

    private static Validation.Problem[] ProblemsOf(JsonElement refusal) =>
        refusal.GetProperty("problems").Deserialize<Validation.Problem[]>()!;

    /// <summary>The problems of a 400, read back as values.</summary>
    private static async Task<Validation.Problem[]> RefusalOf(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        return ProblemsOf(await answer.Content.ReadFromJsonAsync<JsonElement>());
    }
}
