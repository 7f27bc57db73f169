using System.Collections.Immutable;
using CsCheck;
using FundingReports.Policies;
using FundingReports.Portfolios;
using FundingReports.Tests.Sentences;
using FundingReports.Validation;
using NodaTime;
using static FundingReports.Tests.Policies.SchemeChecks;

namespace FundingReports.Tests.Policies;

public class SchemeCheckerTests
{
    private static readonly Source act = new("acte", SourceKind.Act, "Règlement du dispositif");

    /// <summary>A rule of one's own, as a user writes it.</summary>
    private sealed class NoPartTime : SchemeRule
    {
        public override IEnumerable<SchemeFinding> Check(SchemeCase subject)
        {
            if (subject.Post.Fte < subject.Policies.WholeOn("own.least-fte", subject.AsOf))
                yield return new(subject, this, SchemeVerdict.Broken, "Le poste doit être à temps plein.", "The post must be full-time.");
        }
    }

    private static PolicySet WithOwn(LocalDate from) => PolicySet.Default
        .With(new PolicyParameter("own.least-fte", PolicyUnit.Count, "ETP le plus bas", "Least ETP", PolicyValue.Of(from, 1, act)))
        .With(new Scheme("own", "Dispositif maison", new NoPartTime(), new LongestDuration("fonjep.duration-years")));

    [Fact]
    public void Check_OwnRuleInCode_GivesItsFinding()
    {
        PortfolioFacts facts = With("own", State("F", new Amount.Annual(Euros.Of(1)), "MAISON")).Facts;
        Portfolio halfTime = Portfolio.Create(facts with { Posts = [facts.Posts[0] with { Fte = 0.5m }] });
        SchemeFinding finding = Assert.Single(SchemeChecker.Check(halfTime, WithOwn(new(2020, 1, 1)), AsOf));
        Assert.Equal(("no-part-time", SchemeVerdict.Broken, "posts[0]", "Le poste doit être à temps plein."),
            (finding.Rule, finding.Verdict, finding.Path, finding.Message(Language.French)));
        Assert.Empty(SchemeChecker.Check(Portfolio.Create(facts), WithOwn(new(2020, 1, 1)), AsOf));
        Assert.NotEqual(PolicySet.Default.Hash, WithOwn(new(2020, 1, 1)).Hash);
        Assert.Throws<NotSupportedException>(() => WithOwn(new(2020, 1, 1)).ToJson());
    }

    [Fact]
    public void Check_OwnRuleWithoutItsValue_IsUnverifiableAndNoException()
    {
        SchemeFinding finding = Assert.Single(SchemeChecker.Check(With("own"), WithOwn(new(2024, 6, 2)), AsOf));
        Assert.Equal((SchemeVerdict.Unverifiable, "own.least-fte"), (finding.Verdict, finding.Parameter));
    }

    [Fact]
    public void Check_OtherPosts_AreNotLookedAt()
    {
        Commitment tooMuch = State("F", new Amount.Annual(Euros.Of(9000)), years: 9);
        Assert.Empty(SchemeChecker.Check(With("autre", tooMuch), PolicySet.Default, AsOf));
        Assert.NotEmpty(SchemeChecker.Check(With("FONJEP", tooMuch), PolicySet.Default, AsOf));
        Assert.Empty(SchemeChecker.Check(With("FONJEP", tooMuch), PolicySet.Default, new(2021, 12, 31)));
    }

    [Fact]
    public void Check_FlatAmount_GivesTheRuleItsDateItsSourceAndItsDoubt()
    {
        SchemeFinding finding = SchemeChecker.Check(With("FONJEP", AnswerSituations.TooHigh), PolicySet.Default, AsOf).Single();
        Assert.Equal(("flat-amount", SchemeVerdict.Broken, "F", "fonjep.full-unit"),
            (finding.Rule, finding.Verdict, finding.Commitment!.Id, finding.Parameter));
        Assert.Equal((PartialDate.Of(new LocalDate(2017, 12, 19)), SourceKind.Statement),
            (finding.Policy!.From, finding.Policy.Source.Kind));
        Assert.NotNull(finding.Policy.Note);
        Assert.Equal(Euros.Of(7164), finding.Policy!.Money);
    }

    [Fact]
    public void Check_AgainstAnAssumption_GivesItsSource()
    {
        SchemeFinding finding = SchemeChecker.Check(With("FONJEP", State("F", new Amount.Annual(Euros.Of(7164)))),
            AnswerSituations.OneYear, AsOf).Single();
        Assert.Equal(("fonjep.duration-years", SourceKind.Assumption, "Durée maison"),
            (finding.Parameter, finding.Policy!.Source.Kind, finding.Policy.Source.Title));
    }

    [Fact]
    public void Propose_Fonjep_IsItsUnitForThreeYearsAndCountsInNoView()
    {
        Scheme fonjep = PolicySet.Default.FindScheme("FONJEP")!;
        Portfolio before = With("FONJEP");
        Commitment proposed = fonjep.Propose(before.Posts[0], new(2025, 1, 1));
        Assert.Equal((new Amount.Annual(Euros.Of(7164)), new LocalDate(2027, 12, 31), CommitmentStatus.Requested, "FONJEP"),
            (proposed.Amount, proposed.Until.Until!.Value.Last, proposed.Status, proposed.Line));
        Assert.Empty(
            SchemeChecker.Check(With("FONJEP", proposed with { Status = CommitmentStatus.Signed, DecidedOn = AsOf }), PolicySet.Default,
                AsOf));
        Assert.Throws<PolicyException>(() => fonjep.Propose(before.Posts[0], new(2009, 12, 27)));
        Assert.Throws<InvalidOperationException>(() => new Scheme("X", "X").Propose(before.Posts[0], new(2025, 1, 1)));
    }

    [Fact]
    public void Propose_OfEachExample_MeetsItsOwnRules()
    {
        foreach (string file in Directory.GetFiles(Path.Combine(PolicyDocuments.Seeds, "examples"), "*.json"))
        {
            PolicySet policies = PolicySet.Load(file);
            foreach (Scheme scheme in policies.Schemes.Where(scheme => scheme.Proposal is not null))
            {
                PortfolioFacts facts = With(scheme.Id).Facts;
                Post post = facts.Posts[0] with { From = new LocalDate(2024, 1, 1) };
                Commitment proposed = scheme.Propose(post, new(2024, 1, 1), policies: policies)
                    with { Status = CommitmentStatus.Signed, DecidedOn = new LocalDate(2024, 1, 1) };
                Assert.Empty(
                    SchemeChecker.Check(Portfolio.Create(facts with { Posts = [post], Commitments = [proposed] }), policies, AsOf));
            }
        }
    }

    [Fact]
    public void Check_MoreStateMoney_NeverRemovesAFinding() =>
        Gen.Select(Gen.Int[1, 12000], Gen.Int[1, 6], Gen.Int[1, 12000], Gen.Bool, Gen.Int[0, 3]).Sample((own, years, other, line, kind) =>
        {
            PolicySet policies = PolicySet.Load(
                Path.Combine(PolicyDocuments.Seeds, "examples", kind == 0 ? "iscg-fipd.json" : "eure-et-loir-fipd.json"));
            string scheme = kind switch { 0 => "iscg-fipd", 1 => "eure-et-loir-fipd", _ => "FONJEP" };
            Commitment first = State("F", new Amount.Annual(Euros.Of(own)), scheme == "FONJEP" ? "FONJEP" : "FIPD", years);
            Commitment more = State("E", new Amount.Annual(Euros.Of(other)), line ? "FIPD" : null, 3);
            if (scheme == "eure-et-loir-fipd" && !line)
                return; // State money of another line is co-funding by others.
            var before = Keys(SchemeChecker.Check(With(scheme, first), policies, AsOf));
            var after = Keys(SchemeChecker.Check(With(scheme, first, more), policies, AsOf));
            Assert.Superset(before, after);
        }, iter: Rounds.Of(300));

    [Fact]
    public void Check_MoreCofunding_NeverAddsALackOfIt() =>
        Gen.Select(Gen.Int[1, 100], Gen.Int[1, 30000], Gen.Int[1, 30000]).Sample((percent, one, two) =>
        {
            PolicySet policies = PolicySet.Load(Path.Combine(PolicyDocuments.Seeds, "examples", "eure-et-loir-fipd.json"));
            policies = policies.WithValue("eure-et-loir-fipd.cofunding", new LocalDate(2020, 1, 1), Share.Of(percent, 100), act);
            Commitment state = State("F", new Amount.ShareOfCost(Share.Of(1, 4)), "FIPD") with { Status = CommitmentStatus.Signed };
            Commitment[] others = [
                .. new[] { one, two }.Select((sum, i) => State($"D{i}", new Amount.Annual(Euros.Of(sum)), null) with { Funder = "CD" })];
            int before = SchemeChecker.Check(With("eure-et-loir-fipd", state, others[0]), policies, AsOf).Length;
            int after = SchemeChecker.Check(With("eure-et-loir-fipd", [state, .. others]), policies, AsOf).Length;
            Assert.True(after <= before);
            // The rule, counted another way: euros of others against the share of the cost.
            bool expected = one * 100L < percent * 30000L;
            Assert.Equal(expected ? 1 : 0, before);
        }, iter: Rounds.Of(300));

    [Fact]
    public void Check_Amounts_AgreeWithANaiveCount() =>
        Gen.Select(Gen.Int[0, 5].Select(i => new[] { 7164, 3582, 7320, 3660, 7165, 1 }[i]), Gen.Int[0, 3], Gen.Int[1, 1500])
            .Sample((sum, kind, days) =>
        {
            LocalDate from = new(2022, 1, 1), until = from.PlusDays(days - 1);
            Commitment commitment = State("F", new Amount.Annual(Euros.Of(sum)))
                with { Until = Term.On(until), Status = CommitmentStatus.Announced + kind % 3 };
            var rules = SchemeChecker.Check(With("FONJEP", commitment), PolicySet.Default, AsOf).Select(finding => finding.Rule)
                .ToHashSet();
            Assert.Equal(sum is not (7164 or 3582), rules.Contains("flat-amount"));
            Assert.Equal(until > new LocalDate(2024, 12, 31), rules.Contains("longest-duration"));
            Assert.Equal(2, new[] { "most-renewals", "other-state-aids" }.Count(rule => !rules.Contains(rule)));
        }, iter: Rounds.Of(300));

    private static HashSet<string> Keys(ImmutableArray<SchemeFinding> findings) =>
        [.. findings.Where(finding => finding.Commitment?.Id != "E").Select(finding => finding.Rule)];
}
