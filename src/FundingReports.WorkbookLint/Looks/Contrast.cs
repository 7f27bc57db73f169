namespace FundingReports.WorkbookLint.Looks;

/// <summary>The contrast of two colours, as WCAG 2 (and so the RGAA) measures it: 1 for the same, 21 for black on white.</summary>
internal static class Contrast
{
    internal const double Least = 4.5;

    internal static double Between(int first, int second)
    {
        double a = Luminance(first), b = Luminance(second);
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(int colour) =>
        0.2126 * Channel(colour >> 16) + 0.7152 * Channel(colour >> 8) + 0.0722 * Channel(colour);

    private static double Channel(int value)
    {
        double part = (value & 255) / 255.0;
        return part <= 0.03928 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
    }
}
