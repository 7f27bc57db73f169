using System.Globalization;

namespace FundingReports.WorkbookLint.Rules;

/// <summary>What a formula names: numbers, functions, places outside. It is not understood, only cut into words.</summary>
internal sealed class FormulaScan
{
    private static readonly HashSet<string> volatiles = new(StringComparer.OrdinalIgnoreCase)
    {
        "TODAY", "NOW", "OFFSET", "INDIRECT", "RAND", "RANDBETWEEN", "RANDARRAY", "CELL", "INFO",
    };

    private static readonly HashSet<string> reaching =
        new(StringComparer.OrdinalIgnoreCase) { "WEBSERVICE", "RTD", "CALL", "REGISTER.ID", "SQL.REQUEST", "DDE", "IMAGE" };

    // 0 and 1, the months of a year, the days of a month and of a year (décret 62-765), and the hundred of a percentage.
    private static readonly decimal[] allowed = [0, 1, 12, 30, 100, 360];

    private readonly string text;
    private int at;

    private FormulaScan(string text) => this.text = text;

    /// <summary>Numbers that belong in a cell, as written.</summary>
    internal List<string> Constants { get; } = [];

    /// <summary>Functions whose result depends on the hour, or that hide what they read.</summary>
    internal List<string> Volatile { get; } = [];

    /// <summary>The words by which it reads another workbook, or a server; null if it reads neither.</summary>
    internal string? Outside { get; private set; }

    internal static FormulaScan Of(string text)
    {
        var scan = new FormulaScan(text);
        while (scan.at < text.Length)
            scan.Word();
        return scan;
    }

    private void Word()
    {
        char c = text[at];
        int start = Math.Max(0, at - 20);
        if (c is '"')
            Quoted('"');
        else if (c is '\'')
            // 'C:\plans\[2023.xlsx]Plan'!A1
            Path(Quoted('\''));
        else if (c is '[')
            Bracket();
        else if (c is '#')
            Error();
        else if (char.IsAsciiDigit(c) || c is '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]))
            Number();
        else if (IsLetter(c))
            Name();
        else
        {
            // program|topic!item
            if (c is '|')
                Outside ??= text[start..];
            at++;
        }
    }

    private void Path(string name)
    {
        if (name.Contains('[', StringComparison.Ordinal))
            Outside ??= name;
    }

    private string Quoted(char quote)
    {
        int start = ++at;
        while (at < text.Length && (text[at] != quote || at + 1 < text.Length && text[at + 1] == quote))
            at += text[at] == quote ? 2 : 1;
        string inside = text[Math.Min(start, text.Length)..Math.Min(at, text.Length)];
        at++;
        return inside;
    }

    // Plan[Montant] is a column of a table; [1]Plan!A1, another workbook.
    private void Bracket()
    {
        if (at == 0 || !IsLetter(text[at - 1]) && !char.IsAsciiDigit(text[at - 1]))
            Outside ??= text[at..];
        int depth = 0;
        do
        {
            depth += text[at] switch { '[' => 1, ']' => -1, _ => 0 };
            at++;
        }
        while (at < text.Length && depth > 0);
    }

    private void Error()
    {
        at++;
        while (at < text.Length && (char.IsAsciiLetterUpper(text[at]) || text[at] is '/' or '0' or '!' or '?'))
            at++;
    }

    private void Number()
    {
        int start = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is '.'))
            at++;
        if (at < text.Length && text[at] is 'E' or 'e' && at + 1 < text.Length
            && (char.IsAsciiDigit(text[at + 1]) || text[at + 1] is '+' or '-'))
            for (at += 2; at < text.Length && char.IsAsciiDigit(text[at]);)
                at++;
        // In 4:4 the figure is that of a row, and no number.
        if (start > 0 && text[start - 1] is ':' or '$' || at < text.Length && text[at] is ':')
            return;
        string written = text[start..at];
        if (!decimal.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number))
        {
            Constants.Add(written);
            return;
        }
        bool percent = at < text.Length && text[at] is '%';
        if (!allowed.Contains(percent ? number / 100 : number) && !(percent && number == 100))
            Constants.Add(percent ? written + "%" : written);
    }

    private void Name()
    {
        int start = at;
        while (at < text.Length && (IsLetter(text[at]) || char.IsAsciiDigit(text[at]) || text[at] is '.'))
            at++;
        if (at >= text.Length || text[at] is not '(')
            return;
        string function = text[start..at];
        function = function.StartsWith("_xlfn.", StringComparison.OrdinalIgnoreCase) ? function[6..] : function;
        if (volatiles.Contains(function))
            Volatile.Add(function.ToUpperInvariant());
        if (reaching.Contains(function))
            Outside ??= text[start..];
    }

    private static bool IsLetter(char c) => char.IsLetter(c) || c is '_' or '$' or '\\' || c > 127;
}
