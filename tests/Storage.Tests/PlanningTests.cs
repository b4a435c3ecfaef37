using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Referrals;
using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Storage.Tests;

public sealed class SqlitePlanningTests : PlanningTests<OnSqlite>;

public sealed class PostgresPlanningTests : PlanningTests<OnPostgres>;

public abstract class PlanningTests<TEngine> : StoreTest<TEngine> where TEngine : IEngine
{
    static readonly SiteId Deventer = new("deventer");

    [Fact]
    public async Task A_site_keeps_its_hours_words_and_fallback_owner()
    {
        var owner = await Colleague();
        var hours = WorkingHours.Weekdays(new LocalTime(13, 0), new LocalTime(16, 30));
        var site = Samples.Site("ter-apel", "Ter Apel") with { HasBalie = false, Opening = hours, Abbreviations = new Dictionary<string, string> { ["NT2"] = "les" }, FallbackOwner = owner, PickUpHours = 8 };

        Assert.Equal(Saving.Saved, await One.Sites.Save(site, 1, Stop));

        var offer = await Another().Programme.Current(Now, Stop);
        var kept = offer.Site(new SiteId("ter-apel"))!;
        Assert.Equal((owner, 8, "les", 2L), (kept.FallbackOwner, kept.PickUpHours, kept.Abbreviations["NT2"], kept.Version));
        Assert.Equal(HoursText.Json(hours), HoursText.Json(kept.Opening));
        Assert.Equal(("Noor", "Noor"), (kept.FallbackName, (kept with { CoachName = "Eva" }).WhoAnswers));
    }

    [Fact]
    public async Task The_second_of_two_who_save_a_site_is_told()
    {
        var read = (await One.Sites.Site(Deventer, Stop))!;
        Assert.Equal(Saving.Saved, await One.Sites.Save(read with { Name = "Eerst" }, read.Version, Stop));
        Assert.Equal(Saving.ChangedMeanwhile, await One.Sites.Save(read with { Name = "Later" }, read.Version, Stop));
        Assert.Equal("Eerst", (await One.Sites.Site(Deventer, Stop))!.Name);
    }

    [Fact]
    public async Task A_site_and_a_project_are_added_once()
    {
        Assert.Equal(Saving.Saved, await One.Sites.Add(Samples.Site("goes", "Goes"), Stop));
        Assert.Equal(Saving.NameTaken, await One.Sites.Add(Samples.Site("goes", "Goes"), Stop));
        Assert.Equal(Saving.Saved, await One.Sites.Add(Samples.Project("zingen"), Stop));
        Assert.Equal(Saving.NameTaken, await One.Sites.Add(Samples.Project("zingen"), Stop));
        Assert.Contains(await One.Sites.Projects(Stop), p => p.Id.Value == "zingen");
    }

    [Fact]
    public async Task Organisations_are_those_of_sites_and_projects_and_take_them_along_when_renamed()
    {
        var mdt = (await One.Sites.Organisations(Stop)).Single(o => o.Name == "MDT");

        Assert.Equal(Saving.NameTaken, await One.Sites.Save(mdt with { Name = "MDT Deventer" }, mdt.Version, Stop));
        Assert.Equal(Saving.Saved, await One.Sites.Save(mdt with { Name = "MDT Samen", ContactPhone = "0570" }, mdt.Version, Stop));
        Assert.Equal(Saving.ChangedMeanwhile, await One.Sites.Save(mdt with { Name = "MDT" }, mdt.Version, Stop));

        Assert.All(await One.Sites.Projects(Stop), p => Assert.Equal("MDT Samen", p.Organisation));
        Assert.Equal("0570", (await One.Sites.Organisation(mdt.Id, Stop))!.ContactPhone);
    }

    [Fact]
    public async Task Sessions_that_are_planned_together_are_a_series_with_one_code_at_the_door()
    {
        var colleague = await Colleague();
        var ids = await One.Sessions.Add([Planned(7), Planned(14)], "elke week", [colleague], Stop);

        var planned = await One.Sessions.Of([Deventer], Now + Duration.FromDays(6), Now + Duration.FromDays(20), Stop);
        Assert.Equal(ids, planned.Select(p => p.Session.Id));
        Assert.All(planned, p => Assert.Equal(colleague, Assert.Single(p.Staff)));
        Assert.NotNull(planned[0].Session.Series);
        Assert.Equal(["ar", "ti"], planned[0].Session.Languages.Select(l => l.Code));
        Assert.Equal(planned[0].Session.Series, (await One.Programme.Current(Now, Stop)).Session(ids[0])!.Series);

        Assert.Equal("DOOR2", await One.Doors.Of(planned[0].Session, null, "DOOR2", "", Stop));
        Assert.Equal("DOOR2", await One.Doors.Of(planned[1].Session, null, "DOOR3", "", Stop));
        Assert.Equal("DOOR4", await One.Doors.Of(planned[1].Session, new Language("ar"), "DOOR4", "", Stop));
        await One.Inbox.Accept([Message("+31600", "MDT-DOOR2")], Stop);
        await using var batch = await One.Store.Claim(10, Now, Stop);
        Assert.Equal(new Door.OfSeries(planned[0].Session.Series!.Value), Assert.Single(batch!.Turns).Facts.Code!.Door);
    }

    [Fact]
    public async Task A_single_session_has_its_own_door()
    {
        var session = (await One.Sessions.Find(Sport, Stop))!.Session;
        Assert.Equal("DOOR5", await One.Doors.Of(session, null, "DOOR5", "", Stop));
        Assert.Equal("DOOR5", await One.Doors.Of(session, null, "DOOR6", "", Stop));
    }

    [Fact]
    public async Task Another_time_tells_everybody_who_has_a_seat_and_other_words_tell_nobody()
    {
        var youths = await Youths(2);
        await Do(youths[0], new Effect.BookSeat(Cooking));
        await Do(youths[0], new Effect.ConfirmBooking(Cooking));
        var before = (await One.Sessions.Find(Cooking, Stop))!;

        Assert.Equal(new SessionSaving.Saved(0, 0), await One.Sessions.Save(before.Session with { ContactName = "Bram" }, [], before.Revision, Now, Stop));
        Assert.Equal(new SessionSaving.Saved(1, 0), await One.Sessions.Save(before.Session with { Place = "Sporthal" }, [], before.Revision + 1, Now, Stop));

        var told = new List<Inbound>();
        await One.Turns(Now, turn =>
        {
            told.Add(turn.Inbound);
            Assert.Equal("Sporthal", turn.Facts.Bookings[0].Session.Place);
            return Samples.Nothing(turn);
        });
        Assert.Equal([new Inbound.SessionMoved(Cooking)], told);
        Assert.Equal(BookingStatus.Booked, Assert.Single(await One.Sessions.Present(Cooking, Stop)).Status);
    }

    [Fact]
    public async Task The_second_of_two_who_save_a_session_is_told()
    {
        var before = (await One.Sessions.Find(Cooking, Stop))!;
        await One.Sessions.Save(before.Session with { Place = "Sporthal" }, [], before.Revision, Now, Stop);

        Assert.IsType<SessionSaving.ChangedMeanwhile>(await One.Sessions.Save(before.Session with { Place = "School" }, [], before.Revision, Now, Stop));
        Assert.Equal("Sporthal", (await One.Sessions.Find(Cooking, Stop))!.Session.Place);
        Assert.IsType<SessionSaving.NotThere>(await One.Sessions.Save(before.Session with { Id = new SessionId(99) }, [], 1, Now, Stop));
    }

    [Fact]
    public async Task Seats_that_are_promised_are_not_taken_away()
    {
        foreach (var youth in await Youths(2)) await Do(youth, new Effect.BookSeat(Sport));
        var before = (await One.Sessions.Find(Sport, Stop))!;

        Assert.Equal(new SessionSaving.BelowTaken(2), await One.Sessions.Save(before.Session with { Capacity = 1 }, [], before.Revision, Now, Stop));
        Assert.Equal(2, (await One.Sessions.Find(Sport, Stop))!.Seated);
    }

    [Fact]
    public async Task New_seats_are_offered_to_who_waits_longest()
    {
        var youths = await Youths(5);
        foreach (var youth in youths.Take(2)) await Do(youth, new Effect.BookSeat(Sport));
        foreach (var youth in youths.Skip(2))
        {
            Now += Duration.FromMinutes(1);
            await Do(youth, new Effect.JoinWaitingList(Sport));
        }

        var before = (await One.Sessions.Find(Sport, Stop))!;
        Assert.Equal(3, before.Waiting);

        Assert.Equal(new SessionSaving.Saved(0, 2), await One.Sessions.Save(before.Session with { Capacity = 4 }, [], before.Revision, Now, Stop));

        var offered = new List<YouthId>();
        await One.Turns(Now, turn =>
        {
            Assert.Equal(new Inbound.SeatOffered(Sport), turn.Inbound);
            Assert.Equal(BookingStatus.Offered, turn.Facts.Bookings[0].Status);
            offered.Add(turn.Youth);
            return Samples.Nothing(turn);
        });
        Assert.Equal(youths.Skip(2).Take(2), offered);
        Assert.Equal(4, (await One.Programme.Current(Now, Stop)).Session(Sport)!.Taken);
    }

    [Fact]
    public async Task A_walk_in_takes_a_seat_that_is_left_and_comes_in_past_the_last_one_only_by_staff()
    {
        var youths = await Youths(4);
        Now = Start + Duration.FromDays(3) + Duration.FromMinutes(10);
        await Do(youths[0], new Effect.SeatWalkIn(Sport, PastCapacity: false));
        await Do(youths[1], new Effect.SeatWalkIn(Sport, PastCapacity: false));
        await Do(youths[2], new Effect.SeatWalkIn(Sport, PastCapacity: true));
        Assert.Equal(2, (await One.Sessions.Find(Sport, Stop))!.Session.Taken);
        Assert.All(await One.Sessions.Present(Sport, Stop), y => Assert.Equal(BookingStatus.Attended, y.Status));

        await Do(youths[0], new Effect.UndoAttendance(Sport), new Effect.CancelBooking(Sport, CancelReason.Mistake));

        Assert.Equal(2, (await One.Sessions.Present(Sport, Stop)).Count);
        Assert.Equal(1, (await One.Sessions.Find(Sport, Stop))!.Session.Taken);
    }

    [Fact]
    public async Task A_tick_is_taken_back()
    {
        var youth = (await Youths(1))[0];
        await Do(youth, new Effect.BookSeat(Sport));
        await Do(youth, new Effect.RecordAttendance(Sport, false));
        await Do(youth, new Effect.UndoAttendance(Sport));
        Assert.Equal(BookingStatus.Booked, Assert.Single(await One.Sessions.Present(Sport, Stop)).Status);
    }

    [Fact]
    public async Task Who_comes_without_a_telephone_is_a_number()
    {
        Assert.True(await One.Sessions.Count(Sport, 1, Stop));
        Assert.True(await One.Sessions.Count(Sport, 1, Stop));
        Assert.True(await One.Sessions.Count(Sport, -1, Stop));
        Assert.Equal(1, (await One.Sessions.Find(Sport, Stop))!.Counted);
        Assert.True(await One.Sessions.Count(Sport, -1, Stop));
        Assert.False(await One.Sessions.Count(Sport, -1, Stop));
    }

    [Fact]
    public async Task It_is_known_which_languages_the_youth_of_a_site_speak()
    {
        foreach (var youth in await Youths(2)) await Speaks(youth, "ti", Deventer);
        var spoken = await One.Sites.Spoken([Deventer, new SiteId("ter-apel")], [Language.Dutch, new Language("ti")], Stop);
        Assert.Equal(new Language("ti"), Assert.Single(spoken[Deventer]));
        Assert.Empty(spoken[new SiteId("ter-apel")]);
        Assert.Contains((Deventer, new ProjectId("samen-koken")), await One.Sessions.Running([Deventer], Now, Now + Duration.FromDays(9), Stop));
    }

    async Task Speaks(YouthId youth, string language, SiteId site)
    {
        await One.Inbox.Accept([new Addressed(youth, NextKey(), new Inbound.HandoffTaken("x"), Now)], Stop);
        await One.Turns(Now, turn => new DecidedTurn(turn, new Decision(turn.Conversation with { Site = site, Language = new Language(language) }, []), null));
    }

    async Task<StaffId> Colleague() =>
        (await One.Staff.Add(new NewStaff { Name = "Noor", Email = $"noor{NextKey()}@example.org", Role = StaffRole.Coach, At = Now, SecurityStamp = "s" }, Stop))!.Value;

    static TrialSession Planned(int days) =>
        Samples.Session(0, "samen-koken", Start + Duration.FromDays(days), 5) with { Languages = [new Language("ar"), new Language("ti")] };
}
