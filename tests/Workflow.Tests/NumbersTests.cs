using MdtChatBot.Workflow.Numbers;
using MdtChatBot.Workflow.Programme;

namespace MdtChatBot.Workflow.Tests;

public sealed class NumbersTests
{
    [Theory]
    [InlineData(0, null)]
    [InlineData(1, null)]
    [InlineData(4, null)]
    [InlineData(5, 5)]
    [InlineData(7, 5)]
    [InlineData(8, 10)]
    [InlineData(12, 10)]
    [InlineData(13, 15)]
    [InlineData(1003, 1005)]
    public void Fewer_than_five_are_not_told_and_the_rest_is_rounded_to_fives(int count, int? told) => Assert.Equal(told, SmallCounts.Told(count));

    [Fact]
    public void A_total_does_not_tell_a_hidden_number()
    {
        // Whatever is told of a total and of all parts but one, each hidden number could be behind it.
        for (var known = 5; known <= 60; known++)
            for (var hidden = 0; hidden < SmallCounts.Fewest; hidden++)
                for (var other = 0; other < SmallCounts.Fewest; other++)
                    Assert.Contains(Enumerable.Range(known - 2, 5).Where(k => SmallCounts.Told(k) == SmallCounts.Told(known)), k => Near(SmallCounts.Told(k + other), SmallCounts.Told(known + hidden)));

        static bool Near(int? one, int? two) => one is not null && two is not null && Math.Abs(one.Value - two.Value) <= 5;
    }

    [Theory]
    [InlineData(20, 40, 50)]
    [InlineData(4, 40, null)]
    [InlineData(0, 0, null)]
    [InlineData(40, 40, 100)]
    public void A_share_is_of_told_numbers(int part, int whole, int? share) => Assert.Equal(share, SmallCounts.Share(part, whole));

    [Fact]
    public void Periods_are_those_of_the_calendar()
    {
        var offered = Period.Offered(new Month(2026, 2));
        Assert.Equal(["2026-02", "2026-01", "2025-12"], offered.Take(3).Select(p => p.Name));
        Assert.Equal(["2026-Q1", "2025-Q4", "2025-Q3", "2025-Q2", "2026", "2025"], offered.Skip(12).Select(p => p.Name));
        Assert.Equal((new Month(2025, 10), new Month(2025, 12)), (offered[13].From, offered[13].To));
    }

    [Fact]
    public void A_month_is_that_of_the_netherlands() => Assert.Equal(new Month(2026, 4), Month.Of(NodaTime.Instant.FromUtc(2026, 3, 31, 22, 30)));

    [Fact]
    public void A_white_spot_is_where_five_would_like_what_is_not_there()
    {
        var deventer = new SiteId("deventer");
        var offer = new Offer(Fixture.Sites, Fixture.Projects, Fixture.Sessions, []);
        var liked = new Dictionary<(SiteId, Interest), int> { [(deventer, Interest.Music)] = 5, [(deventer, Interest.Cooking)] = 9, [(deventer, Interest.Tech)] = 4 };
        var demand = Demand.At([deventer], liked, offer, Fixture.Morning);
        Assert.Equal([Interest.Music], demand.Where(d => d.IsWhiteSpot).Select(d => d.Interest));
        Assert.Equal(12, demand.Single(d => d.Interest is Interest.Cooking).Seats);
    }
}
