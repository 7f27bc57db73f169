using FundingReports.Web;

// The engine is started for its exports (Engine), and waits for them.
Engine.Ready();
