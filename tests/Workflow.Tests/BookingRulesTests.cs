using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Programme;
using NodaTime;

namespace MdtChatBot.Workflow.Tests;

public sealed class BookingRulesTests
{
    static readonly Offer Everything = new(Fixture.Sites, Fixture.Projects, Fixture.Sessions, []);

    [Theory]
    [InlineData("2026-03-03 10:00", "2026-03-07 13:00", "2026-03-03 22:00", "twelve hours")]
    [InlineData("2026-03-07 09:00", "2026-03-07 13:00", "2026-03-07 11:00", "half of what is left, so that one more can be asked")]
    [InlineData("2026-03-06 13:00", "2026-03-07 13:00", "2026-03-07 01:00", "exactly a day before both say the same")]
    public void An_offer_has_a_deadline(string now, string starts, string deadline, string because) =>
        Assert.True(Fixture.At(deadline) == OfferRules.Deadline(Fixture.At(now), Fixture.At(starts)), because);

    [Theory]
    [InlineData("2026-03-03 14:00", "2026-03-07 13:00", "2026-03-03 14:00", "by day at once")]
    [InlineData("2026-03-03 23:00", "2026-03-07 13:00", "2026-03-04 08:30", "at night in the morning")]
    [InlineData("2026-03-07 02:00", "2026-03-07 13:00", "2026-03-07 02:00", "at night at once when the session is near")]
    public void An_offer_is_made_by_day_when_there_is_time(string now, string starts, string at, string because) =>
        Assert.True(Fixture.At(at) == OfferRules.MakeAt(Fixture.At(now), Fixture.At(starts), Fixture.Amsterdam), because);

    [Fact]
    public void Sessions_come_nearest_first_then_soonest() =>
        Assert.Equal([1, 2, 3, 4], Choose("deventer"));

    [Fact]
    public void Interests_leave_what_fits() => Assert.Equal([1, 4], Choose("deventer", Interest.Cooking));

    [Fact]
    public void A_site_without_sessions_gets_the_nearest_ones_however_far() => Assert.Equal(5, Choose("ter-apel")[0]);

    [Fact]
    public void Different_projects_come_before_more_of_the_same()
    {
        var many = Enumerable.Range(10, 8).Select(i => Fixture.Sessions[0] with { Id = new SessionId(i), Starts = Fixture.Sessions[0].Starts - Duration.FromHours(i) }).ToList();
        var offer = new Offer(Fixture.Sites, Fixture.Projects, [.. many, Fixture.Sessions[1], Fixture.Sessions[2]], []);
        var projects = SessionChoice.For(offer, Fixture.Sites[0], [], [], Fixture.Morning).Select(s => s.Session.Project!.Value.Value);
        Assert.Contains("voetbal", projects);
        Assert.Contains("naaien", projects);
    }

    [Fact]
    public void A_session_within_the_hour_a_cancelled_one_and_one_already_booked_are_not_offered()
    {
        var offer = new Offer(Fixture.Sites, Fixture.Projects, [Fixture.Sessions[0], Fixture.Sessions[1] with { Cancelled = true }, Fixture.Sessions[2]], []);
        Assert.Empty(SessionChoice.For(offer, Fixture.Sites[0], [], [new SessionId(3)], Fixture.At("2026-03-05 13:30")));
    }

    [Fact]
    public void A_full_session_is_said_to_be_full()
    {
        var offer = new Offer(Fixture.Sites, Fixture.Projects, [Fixture.Sessions[0] with { Taken = 6 }], []);
        Assert.True(Assert.Single(SessionChoice.For(offer, Fixture.Sites[0], [], [], Fixture.Morning)).Full);
    }

    static List<long> Choose(string site, params Interest[] interests) =>
        SessionChoice.For(Everything, Fixture.Sites.Single(s => s.Id.Value == site), interests, [], Fixture.Morning).Select(s => s.Session.Id.Value).ToList();
}
