using NodaTime;

namespace FundingReports.Tests.Naive;

/// <summary>Days near each other and near the ends of months, so that edges meet; those chosen once are chosen again.</summary>
internal sealed class GeneratedDays
{
    private static readonly (int Month, int Day)[] Favourites =
    [
        (1, 1), (12, 31), (7, 1), (6, 30), (1, 31), (1, 30), (2, 28), (2, 29), (3, 1), (3, 30), (3, 31), (2, 1), (8, 31), (7, 24), (4, 30),
        (12, 30),
    ];

    private readonly List<LocalDate> chosen = [];

    internal static LocalDate Favourite(Dice dice)
    {
        int year = dice.Of(2022, 2023, 2022, 2023, 2024, 2021, 2024, 2025, 2020, 2026);
        (int month, int day) = Favourites[dice.Below(Favourites.Length)];
        if (dice.OneIn(6))
            (month, day) = (1 + dice.Below(12), 1 + dice.Below(31));
        return new(year, month, Math.Min(day, CalendarSystem.Iso.GetDaysInMonth(year, month)));
    }

    internal LocalDate Any(Dice dice)
    {
        LocalDate day = chosen.Count > 0 && dice.OneIn(3) ? chosen[dice.Below(chosen.Count)].PlusDays(dice.Of(0, 1, -1)) : Favourite(dice);
        chosen.Add(day);
        return day;
    }

    /// <summary>A day on which something begins: mostly early, so that there is something to ask about.</summary>
    internal LocalDate Start(Dice dice)
    {
        LocalDate day = dice.OneIn(3) ? Any(dice) : dice.Of<LocalDate>(
            new(2021, 1, 1), new(2020, 7, 24), new(2021, 7, 1), new(2020, 2, 29), new(2021, 1, 31), new(2022, 1, 1), new(2020, 12, 31),
            new(2021, 3, 1));
        chosen.Add(day);
        return day;
    }

    /// <summary>A last day, on the first one or after it.</summary>
    internal LocalDate From(LocalDate first, Dice dice)
    {
        LocalDate day = dice.Of(0, 1, 2) == 0
            ? first.PlusMonths(dice.Of(36, 24, 48, 12, 36, 6, 1, 18)).PlusDays(-1)
            : LocalDate.Max(first, Any(dice));
        chosen.Add(day);
        return day;
    }

    /// <summary>The day, or now and then only its month or its year.</summary>
    internal static PartialDate Partial(LocalDate day, Dice dice) =>
        dice.OneIn(10) ? PartialDate.Of(day.Year, day.Month) : dice.OneIn(15) ? PartialDate.Of(day.Year) : day;

    /// <summary>A day on which something was decided, if it is known.</summary>
    internal PartialDate? Decided(Dice dice) => dice.Below(3) switch
    {
        0 => Partial(Any(dice), dice),
        1 when dice.OneIn(4) => PartialDate.Of(dice.Of(2021, 2022, 2023)),
        _ => null,
    };
}
