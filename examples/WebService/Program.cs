using WebService;

// dotnet run --project examples/WebService, then for instance:
// curl -H "Content-Type: application/json" --data-binary @seeds/landes/portfolio.json "http://localhost:5000/analyses?asOf=2022-02-08"
await FundingService.Build(args).RunAsync();
