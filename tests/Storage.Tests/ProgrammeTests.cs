using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Programme;
using NodaTime;

namespace MdtChatBot.Storage.Tests;

public sealed class SqliteProgrammeTests : ProgrammeTests<OnSqlite>;

public sealed class PostgresProgrammeTests : ProgrammeTests<OnPostgres>;

public abstract class ProgrammeTests<TEngine> : StoreTest<TEngine> where TEngine : IEngine
{
    [Fact]
    public async Task What_was_saved_is_on_offer_as_it_was()
    {
        var offer = await Another().Programme.Current(Now, Stop);

        Assert.Equal(["deventer", "ter-apel"], offer.Sites.Select(s => s.Id.Value));
        var site = offer.Sites[0];
        Assert.Equal(("Europe/Amsterdam", "de bus is gratis", "azc deventer"), (site.Zone.Id, site.Travel.In(Language.Dutch), site.AlsoCalled[0]));
        Assert.Equal("معا", offer.Project(new ProjectId("samen-koken")).Title.In(new Language("ar")));
        Assert.Equal([Interest.Cooking, Interest.Sport], offer.Project(new ProjectId("samen-koken")).Interests);
        Assert.Equal((Start + Duration.FromDays(2), 10, 0), (offer.Session(Cooking)!.Starts, offer.Session(Cooking)!.Capacity, offer.Session(Cooking)!.Taken));
        Assert.Equal("Sami", Assert.Single(offer.Stories).FirstName);
        Assert.False(await One.Programme.IsEmpty(Stop));
    }

    [Fact]
    public async Task Saving_again_replaces_and_keeps_the_seats_that_are_taken()
    {
        var youth = (await Youths(1))[0];
        await Do(youth, new Effect.BookSeat(Sport));
        var changed = Samples.Session(2, "samen-sporten", Start + Duration.FromDays(5), 0) with { Place = "Sporthal" };

        await One.Programme.Save(new Offer([Samples.Site("deventer", "Deventer-Noord")], [], [changed], []), [], Stop);

        var offer = await One.Programme.Current(Now, Stop);
        Assert.Equal(("Sporthal", 1, 1), (offer.Session(Sport)!.Place, offer.Session(Sport)!.Capacity, offer.Session(Sport)!.Taken));
        Assert.Equal("Deventer-Noord", offer.Site(new SiteId("deventer"))!.Name);
    }

    [Fact]
    public async Task A_session_without_an_id_gets_one_behind_those_that_were_given()
    {
        await One.Programme.Save(new Offer([], [], [Samples.Session(0, "samen-koken", Start + Duration.FromDays(9), 5)], []), [], Stop);

        Assert.Equal([1L, 2, 3], (await One.Programme.Current(Now, Stop)).Sessions.Select(s => s.Id.Value));
    }

    [Fact]
    public async Task Seats_taken_by_this_node_are_in_the_offer_at_once_and_by_another_within_a_second()
    {
        var two = Another();
        await two.Programme.Current(Now, Stop);
        var youth = (await Youths(1))[0];
        await Do(youth, new Effect.BookSeat(Sport));

        Assert.Equal(1, (await One.Programme.Current(Now, Stop)).Session(Sport)!.Taken);
        Assert.Equal(1, (await two.Programme.Current(Now + Duration.FromSeconds(1), Stop)).Session(Sport)!.Taken);
    }

    [Fact]
    public async Task A_turn_sees_a_move_by_another_node_at_once()
    {
        var two = Another();
        var youth = (await Youths(1))[0];
        await Do(youth, new Effect.BookSeat(Sport));
        await two.Programme.Current(Now, Stop);
        await One.Programme.Move(Sport, Start + Duration.FromDays(7), Start + Duration.FromDays(8), Now, Stop);

        await using var batch = await two.Store.Claim(10, Now, Stop);

        Assert.Equal(Start + Duration.FromDays(7), Assert.Single(Assert.Single(batch!.Turns).Facts.Bookings).Session.Starts);
    }

    [Fact]
    public async Task Bookings_of_long_past_sessions_are_still_known()
    {
        var youth = (await Youths(1))[0];
        await Do(youth, new Effect.BookSeat(Sport));
        Now += Duration.FromDays(60);
        await One.Inbox.Accept([new Addressed(youth, NextKey(), new Inbound.HandoffTaken("x"), Now)], Stop);

        await using var batch = await One.Store.Claim(10, Now, Stop);

        var facts = Assert.Single(batch!.Turns).Facts;
        Assert.Empty(facts.Offer.Sessions);
        Assert.Equal(Sport, Assert.Single(facts.Bookings).Session.Id);
    }

    [Fact]
    public async Task Settings_are_kept_and_replaced()
    {
        var settings = new Settings(One.Database);
        Assert.Null(await settings.Read("offset", Stop));

        await settings.Write("offset", "1", Stop);
        await settings.Write("offset", "2", Stop);

        Assert.Equal("2", await new Settings(Another().Database).Read("offset", Stop));
    }
}
