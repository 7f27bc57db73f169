using NodaTime;

namespace FundingReports.Tests.Texts;

public sealed class HorizonTextsTests
{
    private static readonly Reach july = Reach.To(new LocalDate(2023, 7, 23)), december = Reach.To(new LocalDate(2023, 12, 31));

    public static TheoryData<FundingHorizon, string, string> Horizons => new()
    {
        { new(HorizonState.Until, july, july), "jusqu'au 23/07/2023", "until 23 July 2023" },
        { new(HorizonState.PostEnds, july, july), "jusqu'à la fin du poste, le 23/07/2023", "until the post ends, on 23 July 2023" },
        { new(HorizonState.Open, Reach.Open, Reach.Open), "sans terme", "without term" },
        { new(HorizonState.NotOnFirstDay, Reach.None, Reach.None), "pas au premier jour", "not on the first day" },
        { new(HorizonState.NotOnFirstDay, Reach.None, Reach.None) { ResumesOn = new LocalDate(2022, 9, 1) }, "pas au premier jour, à partir du 01/09/2022", "not on the first day, from 1 September 2022" },
        { new(HorizonState.Ended, Reach.None, Reach.None), "poste terminé", "post ended" },
        { new(HorizonState.Between, july, december), "entre le 23/07/2023 et le 31/12/2023", "between 23 July 2023 and 31 December 2023" },
        { new(HorizonState.Between, july, Reach.Open), "jusqu'au 23/07/2023 au moins, peut-être sans terme", "until 23 July 2023 at least, perhaps without term" },
        { new(HorizonState.Between, Reach.None, july), "rien de sûr, peut-être jusqu'au 23/07/2023", "nothing sure, perhaps until 23 July 2023" },
        { new(HorizonState.Between, Reach.None, Reach.Open), "rien de sûr, peut-être sans terme", "nothing sure, perhaps without term" },
    };

    [Theory]
    [MemberData(nameof(Horizons))]
    public void Short_EveryState_HasItsWords(FundingHorizon horizon, string french, string english)
    {
        Assert.Equal(french, horizon.ToString());
        Assert.Equal(french, horizon.ToString(Language.French));
        Assert.Equal(english, horizon.ToString(Language.English));
    }
}
