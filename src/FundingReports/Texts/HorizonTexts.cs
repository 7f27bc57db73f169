namespace FundingReports.Texts;
internal static class HorizonTexts { internal static string Short(FundingHorizon h, Language l) => h.State.ToString(); }
