namespace FundingReports.Validation;

/// <summary>The order of the document: its sections, then the number of the object, then the property.</summary>
internal sealed class PathOrder : IComparer<Problem>
{
    private static readonly string[] sections =
        ["$", "format", "title", "edition", "sources", "funders", "posts", "commitments", "awaiting", "campaigns",
        "payments"];

    internal static PathOrder Instance { get; } = new();

    public int Compare(Problem? left, Problem? right)
    {
        int order = Section(left!.Path).CompareTo(Section(right!.Path));
        return order != 0 ? order : ByNumbers(left.Path, right.Path);
    }

    private static int Section(string path)
    {
        int end = path.AsSpan().IndexOfAny('.', '[');
        int section = Array.IndexOf(sections, end < 0 ? path : path[..end]);
        return section < 0 ? sections.Length : section;
    }

    // [10] comes after [9]: runs of digits of different lengths compare by length.
    private static int ByNumbers(string left, string right)
    {
        int i = 0;
        while (i < left.Length && i < right.Length && left[i] == right[i])
            i++;
        while (i > 0 && char.IsAsciiDigit(left[i - 1]))
            i--;
        int digits = Digits(left, i), others = Digits(right, i);
        return digits > 0 && others > 0 && digits != others
            ? digits.CompareTo(others) : string.CompareOrdinal(left, i, right, i, int.MaxValue);
    }

    private static int Digits(string text, int start)
    {
        int end = start;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
            end++;
        return end - start;
    }
}
