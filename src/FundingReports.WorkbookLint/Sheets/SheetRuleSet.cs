using System.Xml;

namespace FundingReports.WorkbookLint.Sheets;

/// <summary>What a walk through a sheet tells, to each rule in turn.</summary>
internal sealed class SheetRuleSet(params IReadOnlyList<SheetRule> rules)
{
    internal void Element(XmlReader xml)
    {
        foreach (SheetRule rule in rules)
            rule.Element(xml);
    }

    internal void Row(LintRow row)
    {
        foreach (SheetRule rule in rules)
            rule.Row(row);
    }

    internal void HiddenRow(int row)
    {
        foreach (SheetRule rule in rules)
            rule.HiddenRow(row);
    }

    internal void Formula(string text)
    {
        foreach (SheetRule rule in rules)
            rule.Formula(text);
    }

    internal void Margin(string text)
    {
        foreach (SheetRule rule in rules)
            rule.Margin(text);
    }

    internal void End()
    {
        foreach (SheetRule rule in rules)
            rule.End();
    }
}

/// <summary>One concern of a sheet; it keeps little, whatever the number of rows.</summary>
internal abstract class SheetRule
{
    /// <summary>An element outside the rows. The reader stays where it is.</summary>
    internal virtual void Element(XmlReader xml) { }

    /// <summary>A row and its cells.</summary>
    internal virtual void Row(LintRow row) { }

    /// <summary>A row that is not shown.</summary>
    internal virtual void HiddenRow(int row) { }

    /// <summary>A formula that is in no cell: of a condition, or of what may be typed.</summary>
    internal virtual void Formula(string text) { }

    /// <summary>The text of a header or a footer.</summary>
    internal virtual void Margin(string text) { }

    /// <summary>The sheet is at its end.</summary>
    internal virtual void End() { }
}
