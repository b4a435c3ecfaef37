using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Handoffs;
using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Storage.Tests;

public sealed class SqliteHandoffTests : HandoffTests<OnSqlite>;

public sealed class PostgresHandoffTests : HandoffTests<OnPostgres>;

public abstract class HandoffTests<TEngine> : StoreTest<TEngine> where TEngine : IEngine
{
    static readonly SiteId Deventer = new("deventer");

    HandoffLists Lists => new(One.Database);

    YouthFiles Files => new(One.Database);

    [Fact]
    public async Task A_turn_that_asks_is_decided_again_with_who_is_there_and_how_many_each_has()
    {
        var fatima = await Employ("Fatima", StaffRole.Coach);
        await Employ("Bea", StaffRole.Coordinator);
        await Employ("Ali", StaffRole.BalieWorker);
        var youths = await Youths(2);
        await Do(youths[0], new Effect.OpenHandoff(HandoffReason.AskedForPerson, Urgency.Normal), Offer(fatima, "Fatima", 1));

        var seen = new List<HandoffDesk?>();
        await One.Inbox.Accept([new Addressed(youths[1], NextKey(), new Inbound.SetAside(), Now)], Stop);
        await One.Turns(Now, turn =>
        {
            seen.Add(turn.Facts.Desk);
            return Samples.Decide(turn) with { Decision = new Decision(turn.Conversation, []) { AsksDesk = turn.Facts.Desk is null } };
        });

        Assert.Null(seen[0]);
        Assert.Equal([("Fatima", 1, Now), ("Bea", 0, null)], seen[1]!.Members.OrderBy(m => m.Staff.Id.Value).Select(m => (m.Staff.Name, m.Open, m.LastOffered)));
        Assert.Equal(2, seen.Count);
    }

    [Fact]
    public async Task Whoever_stands_in_for_a_site_can_be_asked_whatever_their_role()
    {
        await Employ("Wim", StaffRole.Admin);
        var ria = await Employ("Ria", StaffRole.Admin);
        var site = (await One.Sites.Site(new SiteId("ter-apel"), Stop))!;
        await One.Sites.Save(site with { HasBalie = false, FallbackOwner = ria }, site.Version, Stop);
        var youth = (await Youths(1))[0];

        HandoffDesk? seen = null;
        await One.Inbox.Accept([new Addressed(youth, NextKey(), new Inbound.SetAside(), Now)], Stop);
        await One.Turns(Now, turn =>
        {
            seen = turn.Facts.Desk;
            return Samples.Decide(turn) with { Decision = new Decision(turn.Conversation, []) { AsksDesk = seen is null } };
        });

        Assert.Equal("Ria", Assert.Single(seen!.Members).Staff.Name);
    }

    [Fact]
    public async Task Many_who_ask_in_one_batch_are_spread()
    {
        await Employ("One", StaffRole.Coach);
        await Employ("Two", StaffRole.Coach);
        var youths = await Youths(4);
        await One.Inbox.Accept([.. youths.Select(y => new Addressed(y, NextKey(), new Inbound.SetAside(), Now))], Stop);

        await One.Turns(Now, turn =>
        {
            var site = turn.Facts.Offer.Site(Deventer);
            var next = turn.Conversation with { Site = Deventer };
            if (turn.Facts.Desk is not { } desk) return Samples.Decide(turn) with { Decision = new Decision(next, []) { AsksDesk = true } };
            var to = Assignment.For(desk, new HandoffNeed(site, null, Urgency.Normal, []), Now, site!.Zone).To!;
            return Samples.Decide(turn) with { Decision = new Decision(next, [new Effect.OpenHandoff(HandoffReason.TechnicalFailure, Urgency.Normal), Offer(to.Id, to.Name, 1)]) };
        });

        var all = await Lists.Of(Viewer(new StaffId(99), StaffRole.Admin), Now, Stop);
        Assert.Equal(["One", "One", "Two", "Two"], all.Others.Select(o => o.WithName).Order());
    }

    [Fact]
    public async Task What_a_turn_knows_of_its_handoff_is_what_was_done_to_it()
    {
        var youth = (await Youths(1))[0];
        await Do(youth, new Effect.OpenHandoff(HandoffReason.TravelHelp, Urgency.Normal), Offer(new StaffId(5), "Fatima", 1) with { Passed = [new StaffId(3), new StaffId(4)] });
        var offered = await Handoff(youth);
        Assert.Equal((HandoffReason.TravelHelp, false, false, new StaffId(5), "Fatima", ""), (offered!.Reason, offered.Taken, offered.Begun, offered.With, offered.WithName, offered.CoachName));
        Assert.Equal([new StaffId(3), new StaffId(4)], offered.Passed);

        await Do(youth, new Effect.TakeHandoff("Fatima", new StaffId(5), 2));
        Assert.True(await Handoff(youth) is { Taken: true, Begun: true, CoachName: "Fatima" });

        await Do(youth, new Effect.SnoozeHandoff(Now + Duration.FromDays(1), 3));
        Assert.Equal(Now + Duration.FromDays(1), (await Handoff(youth))!.SnoozedUntil);

        await Do(youth, Offer(null, "", 4));
        Assert.True(await Handoff(youth) is { Taken: false, Begun: true, With: null, WithName: "", SnoozedUntil: null });

        await Do(youth, new Effect.OpenHandoff(HandoffReason.AskedForPerson, Urgency.Normal));
        Assert.Equal(HandoffReason.AskedForPerson, (await Handoff(youth))!.Reason);
        await Do(youth, new Effect.OpenHandoff(HandoffReason.Crisis, Urgency.Urgent));
        await Do(youth, new Effect.OpenHandoff(HandoffReason.AskedForPerson, Urgency.Normal));
        Assert.Equal((HandoffReason.Crisis, Urgency.Urgent), ((await Handoff(youth))!.Reason, (await Handoff(youth))!.Urgency));
    }

    [Fact]
    public async Task The_list_is_in_parts_and_in_each_the_longest_waiting_come_first()
    {
        var youths = await Youths(7);
        for (var i = 0; i < youths.Count; i++)
        {
            await At(Deventer, youths[i]);
            await Do(youths[i], new Effect.OpenHandoff(HandoffReason.AskedForPerson, i == 6 ? Urgency.Urgent : Urgency.Normal), Offer(new StaffId(i < 3 ? 1 : 2), "X", 1));
            Now += Duration.FromMinutes(1);
        }

        await Do(youths[0], new Effect.TakeHandoff("X", new StaffId(1), 2), new Effect.AnswerHandoff());
        await Do(youths[3], new Effect.SnoozeHandoff(Now + Duration.FromDays(1), 2));
        var list = await Lists.Of(Viewer(new StaffId(1), StaffRole.Coach, Deventer), Now, Stop);

        Assert.Equal([youths[6]], list.Urgent.Select(r => r.Youth));
        Assert.Equal([youths[1], youths[2], youths[0]], list.Mine.Select(r => r.Youth));
        Assert.Null(list.Mine[2].WaitsSince);
        Assert.Equal([youths[4], youths[5]], list.Others.Select(r => r.Youth));
        Assert.Equal([youths[3]], list.Snoozed.Select(r => r.Youth));

        Now += Duration.FromMinutes(1);
        await One.Inbox.Accept([Message("+31610000000", "nog iets")], Stop);
        await One.Turns(Now, Samples.Nothing);
        Assert.Equal(Now, (await Lists.Of(Viewer(new StaffId(1), StaffRole.Coach, Deventer), Now, Stop)).Mine[2].WaitsSince);
    }

    [Fact]
    public async Task Only_youth_of_ones_sites_are_on_the_list_and_those_that_one_has()
    {
        var youths = await Youths(4);
        await At(Deventer, youths[0]);
        await At(new SiteId("ter-apel"), youths[1]);
        await At(new SiteId("ter-apel"), youths[2]);
        foreach (var youth in youths) await Do(youth, new Effect.OpenHandoff(HandoffReason.AskedForPerson, Urgency.Normal), Offer(new StaffId(youth == youths[2] ? 1 : 2), "X", 1));

        Assert.Equal([youths[0], youths[2]], await Seen(Viewer(new StaffId(1), StaffRole.Coach, Deventer)));
        Assert.Equal([youths[0], youths[3]], await Seen(Viewer(new StaffId(9), StaffRole.Coordinator, Deventer)));
        Assert.Equal(youths, await Seen(Viewer(new StaffId(9), StaffRole.Admin)));
        Assert.Empty(await Seen(Viewer(new StaffId(9), StaffRole.Coach, new SiteId("utrecht"))));
    }

    [Fact]
    public async Task Who_writes_again_before_an_answer_waits_since_the_first_time()
    {
        var youth = (await Youths(1))[0];
        await Do(youth, new Effect.OpenHandoff(HandoffReason.AskedForPerson, Urgency.Normal));
        await Do(youth, new Effect.AnswerHandoff());
        Now += Duration.FromMinutes(5);
        var since = Now;
        for (var i = 0; i < 3; i++)
        {
            await One.Inbox.Accept([Message("+31610000000", $"{i}")], Stop);
            await One.Turns(Now, Samples.Nothing);
            Now += Duration.FromMinutes(5);
        }

        Assert.Equal(since, Assert.Single((await Lists.Of(Viewer(new StaffId(9), StaffRole.Admin), Now, Stop)).Others).WaitsSince);
    }

    [Theory]
    [InlineData(WaitingPart.Urgent)]
    [InlineData(WaitingPart.Mine)]
    [InlineData(WaitingPart.Others)]
    [InlineData(WaitingPart.Snoozed)]
    public async Task Each_part_of_the_list_goes_on_after_a_place(WaitingPart part)
    {
        var youths = await Youths(HandoffLists.PageSize + 5);
        foreach (var youth in youths)
        {
            await Do(
                youth,
                new Effect.OpenHandoff(HandoffReason.AskedForPerson, part is WaitingPart.Urgent ? Urgency.Urgent : Urgency.Normal),
                Offer(new StaffId(part is WaitingPart.Mine ? 9 : 1), "X", 1));
            if (part is WaitingPart.Snoozed) await Do(youth, new Effect.SnoozeHandoff(Now + Duration.FromDays(1), 2));
        }

        var admin = Viewer(new StaffId(9), StaffRole.Admin);
        var first = await Lists.Of(admin, Now, Stop);
        var rest = await Lists.More(part, admin, Now, first.Next(part)!, Stop);

        Assert.Equal(HandoffLists.PageSize + 1, first.Of(part).Count);
        Assert.Equal(youths, [.. first.Of(part).Take(HandoffLists.PageSize).Concat(rest.Of(part)).Select(r => r.Youth)]);
        Assert.Null(rest.Next(part));
    }

    [Fact]
    public async Task Seats_at_risk_go_on_after_a_place()
    {
        await One.Programme.Save(new Workflow.Programme.Offer([], [], [Samples.Session(5, "samen-koken", Start + Duration.FromDays(1), 50)], []), [], Stop);
        var youths = await Youths(HandoffLists.PageSize + 5);
        foreach (var youth in youths) await Do(youth, new Effect.BookSeat(new SessionId(5)), new Effect.MarkAtRisk(new SessionId(5)));

        var admin = Viewer(new StaffId(9), StaffRole.Admin);
        var first = await Lists.Of(admin, Now, Stop);
        var rest = await Lists.More(WaitingPart.AtRisk, admin, Now, first.Next(WaitingPart.AtRisk)!, Stop);

        Assert.Equal(youths, [.. first.AtRisk.Take(HandoffLists.PageSize).Concat(rest.AtRisk).Select(r => r.Youth)]);
        Assert.Empty((await Lists.Of(admin, Now + Duration.FromDays(2), Stop)).AtRisk);
    }

    [Fact]
    public async Task An_absence_becomes_an_input_of_each_youth_that_the_coach_has()
    {
        var youths = await Youths(3);
        foreach (var youth in youths) await Do(youth, new Effect.OpenHandoff(HandoffReason.AskedForPerson, Urgency.Normal), Offer(new StaffId(youth == youths[1] ? 2 : 1), "X", 1));

        Assert.Equal(2, await Lists.TellAbsent(new StaffId(1), Now, Stop));

        var told = new List<(YouthId, Inbound)>();
        await One.Turns(Now, turn =>
        {
            told.Add((turn.Youth, turn.Inbound));
            return Samples.Nothing(turn);
        });
        Assert.Equal([(youths[0], new Inbound.CoachAbsent(new StaffId(1))), (youths[2], new Inbound.CoachAbsent(new StaffId(1)))], told);
    }

    [Fact]
    public async Task The_file_of_a_youth_has_what_was_said_by_whom()
    {
        var youth = (await Youths(1))[0];
        await One.Inbox.Accept([new Addressed(youth, NextKey(), new Inbound.CoachPhrase("Fatima", "phrasebook.closing.goodLuck"), Now)], Stop);
        await One.Turns(Now, turn => Samples.Decide(turn, Samples.Say("phrasebook.closing.goodLuck")));
        await Do(youth, new Effect.SayWords("Dag!"));
        await Do(youth, Samples.Say("reminder.oneDay", Lane.Reminder), new Effect.BookSeat(Cooking), new Effect.RecordJourney(JourneyStep.Asked, "travel"));
        await Files.AddNote(youth, await Employ("Fatima", StaffRole.Coach), "belt liever", Now, Stop);

        var file = (await Files.Open(youth, long.MaxValue, Now, Stop))!;

        Assert.Equal([Speaker.Youth, Speaker.Coach, Speaker.Coach, Speaker.Bot], file.Lines.Select(l => l.Speaker));
        Assert.Equal(["", "Fatima", "Coach", ""], file.Lines.Select(l => l.Author));
        Assert.Equal("phrasebook.closing.goodLuck", file.Lines[1].Saying!.Parts[0].Text.Key);
        Assert.Equal("reminder.oneDay", Assert.Single(file.Reminders).Key);
        Assert.Equal(Cooking, Assert.Single(file.Seats).Session);
        Assert.Equal(["travel"], file.Asked);
        Assert.Equal(("Fatima", "belt liever"), (Assert.Single(file.Notes).By, file.Notes[0].Words));
        Assert.False(file.HasOlder);
        Assert.Null(await Files.Open(new YouthId(999), long.MaxValue, Now, Stop));
    }

    [Fact]
    public async Task A_long_conversation_is_read_page_by_page()
    {
        var youth = (await Youths(1))[0];
        for (var i = 0; i < YouthFiles.PageSize + 3; i++) await Do(youth, new Effect.SayWords($"{i}"));

        var newest = (await Files.Open(youth, long.MaxValue, Now, Stop))!;
        var older = (await Files.Open(youth, newest.Lines[0].Id, Now, Stop))!;

        Assert.True(newest.HasOlder);
        Assert.Equal(YouthFiles.PageSize, newest.Lines.Count);
        Assert.Equal(["hallo", "0", "1", "2"], older.Lines.Select(l => l.Words));
    }

    [Fact]
    public async Task Notes_go_with_the_youth()
    {
        var youth = (await Youths(1))[0];
        await Files.AddNote(youth, new StaffId(1), "iets", Now, Stop);
        await Do(youth, new Effect.EraseYouth());
        Assert.Equal(0, (await One.Database.List(new Sql.Statement("select count(*) from note"), row => row.GetInt64(0), Stop)).Single());
    }

    [Fact]
    public async Task An_open_page_is_told_of_every_change_and_of_nothing_else()
    {
        var topics = new LiveTopics(One.Database);
        var youth = (await Youths(1))[0];
        Assert.Empty(await topics.Versions(Stop));
        await Do(youth, new Effect.OpenHandoff(HandoffReason.AskedForPerson, Urgency.Normal));
        await Do(youth, new Effect.AnswerHandoff());
        Assert.Equal(2, (await topics.Versions(Stop))[LiveTopics.Handoffs]);
    }

    async Task<IReadOnlyList<YouthId>> Seen(StaffMember viewer)
    {
        var list = await Lists.Of(viewer, Now, Stop);
        return [.. list.Urgent.Concat(list.Mine).Concat(list.Others).Select(r => r.Youth).OrderBy(y => y.Value)];
    }

    async Task At(SiteId site, YouthId youth)
    {
        await One.Inbox.Accept([new Addressed(youth, NextKey(), new Inbound.SetAside(), Now)], Stop);
        await One.Turns(Now, turn => Samples.Decide(turn) with { Decision = new Decision(turn.Conversation with { Site = site }, []) });
    }

    async Task<Handoff?> Handoff(YouthId youth) => (await Files.Card(youth, Stop))!.Handoff;

    async Task<StaffId> Employ(string name, StaffRole role) => (await new StaffStore(One.Database).Add(
        new NewStaff
        {
            Name = name,
            Email = name + "@example.org",
            Role = role,
            Places = [new WorkPlace(Deventer, true)],
            Speaks = [Language.Dutch],
            Hours = WorkingHours.OfficeHours,
            LoadCap = 5,
            SecurityStamp = "x",
            At = Now,
        },
        Stop))!.Value;

    static Effect.OfferHandoff Offer(StaffId? to, string name, int version) => new(to, name, version, null, []);

    static StaffMember Viewer(StaffId id, StaffRole role, params SiteId[] sites) => new()
    {
        Id = id,
        Name = "V",
        Role = role,
        Sites = sites,
        Speaks = [],
        Hours = WorkingHours.None,
        LoadCap = 5,
    };
}
