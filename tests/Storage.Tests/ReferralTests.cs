using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Referrals;
using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Storage.Tests;

public sealed class SqliteReferralTests : ReferralTests<OnSqlite>;

public sealed class PostgresReferralTests : ReferralTests<OnPostgres>;

public abstract class ReferralTests<TEngine> : StoreTest<TEngine> where TEngine : IEngine
{
    static readonly SiteId Deventer = new("deventer");
    static readonly Language Arabic = new("ar");

    [Fact]
    public async Task A_referral_waits_with_its_own_code_which_knows_name_language_and_worker()
    {
        var noor = await Worker();
        var id = await Refer(noor, phone: "+31612345678");

        var line = (await One.Referrals.Find(id, Now, Stop))!;
        Assert.Equal(("W1ABC", noor.Id, "Noor", "Amina", Arabic), (line.Code, line.Owner, line.OwnerName, line.FirstName, line.Language));
        Assert.Equal((ReferralStatus.Sent, null, true), (line.Status, line.Youth, line.WaitsForTemplate));

        await One.Inbox.Accept([Message("+31600000001", "Hoi! MDT-W1ABC")], Stop);
        await using var batch = await One.Store.Claim(10, Now, Stop);
        var code = batch!.Turns[0].Facts.Code!;
        Assert.Equal((EntryCodeKind.Worker, "Noor", "Amina", Deventer, Arabic), (code.Kind, code.OwnerName, code.FirstName, code.Site, code.Language));
    }

    [Fact]
    public async Task Who_comes_first_takes_it_and_a_second_youth_gets_one_of_their_own()
    {
        var noor = await Worker();
        var id = await Refer(noor, phone: "+31612345678");
        var youths = await Youths(2);

        await Do(youths[0], new Effect.AcceptReferral("W1ABC", ReferralStatus.Seen), new Effect.MoveReferral("W1ABC", ReferralStatus.Interested, ReferralReason.None));
        await Do(youths[1], new Effect.AcceptReferral("W1ABC", ReferralStatus.Seen));
        await Do(youths[1], new Effect.AcceptReferral("W1ABC", ReferralStatus.Seen));

        var lines = await One.Referrals.Of(noor.Id, 10, Now, Stop);
        Assert.Equal([(youths[1], ReferralStatus.Seen), (youths[0], ReferralStatus.Interested)], lines.Select(l => (l.Youth!.Value, l.Status)));
        Assert.Equal(id, lines[1].Id);
        Assert.False(lines[1].WaitsForTemplate);
        Assert.Equal(lines.Select(l => l.Id), (await One.Referrals.At(Deventer, 10, Now, Stop)).Select(l => l.Id));
    }

    [Fact]
    public async Task What_a_worker_wrote_down_goes_when_it_ends()
    {
        var noor = await Worker();
        var id = await Refer(noor);
        var youth = (await Youths(1))[0];
        await Do(youth, new Effect.AcceptReferral("W1ABC", ReferralStatus.Seen));
        Assert.Equal("Amina", (await One.Referrals.Find(id, Now, Stop))!.FirstName);

        await Do(youth, new Effect.MoveReferral("W1ABC", ReferralStatus.Declined, ReferralReason.DoesNotWant));

        var line = (await One.Referrals.Find(id, Now, Stop))!;
        Assert.Equal(("", ReferralStatus.Declined, ReferralReason.DoesNotWant), (line.FirstName, line.Status, line.Reason));
    }

    [Fact]
    public async Task After_three_quiet_days_it_is_back_on_the_list_until_somebody_looks()
    {
        var noor = await Worker();
        var id = await Refer(noor);
        var later = Now + Duration.FromDays(3);

        Assert.Empty(await One.Referrals.BackOf(noor.Id, 10, later - Duration.FromMinutes(1), Stop));
        Assert.Equal(id, Assert.Single(await One.Referrals.BackOf(noor.Id, 10, later, Stop)).Id);
        Assert.Equal(id, Assert.Single(await One.Referrals.BackAt([Deventer], 10, later, Stop)).Id);
        Assert.Empty(await One.Referrals.BackAt([new SiteId("ter-apel")], 10, later, Stop));

        Assert.True(await One.Referrals.Look(id, later, Stop));
        Assert.Empty(await One.Referrals.BackOf(noor.Id, 10, later, Stop));
        Assert.Single(await One.Referrals.BackOf(noor.Id, 10, later + Duration.FromDays(3), Stop));
    }

    [Fact]
    public async Task A_youth_who_writes_or_has_an_appointment_is_not_back_on_the_list()
    {
        var noor = await Worker();
        await Refer(noor);
        var youth = (await Youths(1))[0];
        await Do(youth, new Effect.AcceptReferral("W1ABC", ReferralStatus.Interested));
        Now += Duration.FromDays(4);
        Assert.Single(await One.Referrals.BackOf(noor.Id, 10, Now, Stop));

        await One.Inbox.Accept([Message("+31610000000", "hallo?")], Stop);
        await One.Turns(Now, Samples.Nothing);
        Assert.Empty(await One.Referrals.BackOf(noor.Id, 10, Now, Stop));

        Now = Start + Duration.FromDays(1);
        await Do(youth, new Effect.BookSeat(Sport), new Effect.MoveReferral("W1ABC", ReferralStatus.Booked, ReferralReason.None));
        var line = Assert.Single(await One.Referrals.Of(noor.Id, 10, Now, Stop));
        Assert.Equal(Start + Duration.FromDays(3), line.Appointment);
    }

    [Fact]
    public async Task Nobody_came_for_thirty_days_and_everything_written_down_is_gone()
    {
        var noor = await Worker();
        var id = await Refer(noor, phone: "+31612345678");

        Assert.Equal(0, await One.Referrals.LapseUnseen(Now + Duration.FromDays(29), Stop));
        Assert.Equal(1, await One.Referrals.LapseUnseen(Now + Duration.FromDays(30), Stop));

        var line = (await One.Referrals.Find(id, Now, Stop))!;
        Assert.Equal((ReferralStatus.Lapsed, ReferralReason.NeverCame, "", false), (line.Status, line.Reason, line.FirstName, line.WaitsForTemplate));
    }

    [Fact]
    public async Task A_worker_ends_one_that_nobody_came_with_and_no_other()
    {
        var noor = await Worker();
        var id = await Refer(noor);
        await Do((await Youths(1))[0], new Effect.AcceptReferral("W1ABC", ReferralStatus.Seen));
        Assert.False(await One.Referrals.Close(id, ReferralReason.Mistake, Now, Stop));

        var other = await Refer(noor, "W2ABC");
        Assert.True(await One.Referrals.Close(other, ReferralReason.Mistake, Now, Stop));
        Assert.False(await One.Referrals.Close(other, ReferralReason.Mistake, Now, Stop));
        Assert.Equal(ReferralStatus.Declined, (await One.Referrals.Find(other, Now, Stop))!.Status);
    }

    [Fact]
    public async Task An_ambassador_hears_that_a_friend_has_been_and_cannot_bring_themselves()
    {
        var youths = await Youths(2);
        await Do(youths[0], new Effect.CreateEntryCode(new EntryCode("STAR5", Deventer, null, null) { Kind = EntryCodeKind.Ambassador, OwnerName = "Yonas" }));
        await Do(youths[0], new Effect.AcceptReferral("STAR5", ReferralStatus.Seen));
        await Do(youths[1], new Effect.AcceptReferral("STAR5", ReferralStatus.Seen));
        Assert.Equal(youths[1], Assert.Single(await One.Referrals.At(Deventer, 10, Now, Stop)).Youth);

        await One.Inbox.Accept([new Addressed(youths[1], "came", new Inbound.AttendanceMarked(Sport, true), Now)], Stop);
        var heard = new List<(YouthId, Inbound)>();
        await One.Turns(Now, turn =>
        {
            if (turn.Youth == youths[1]) return Samples.Decide(turn, new Effect.MoveReferral("STAR5", ReferralStatus.Attended, ReferralReason.None), new Effect.ThankAmbassador("STAR5"));
            heard.Add((turn.Youth, turn.Inbound));
            return Samples.Nothing(turn);
        });
        Assert.Equal([(youths[0], new Inbound.FriendAttended())], heard);

        heard.Clear();
        await Do(youths[1], new Effect.MoveReferral("STAR5", ReferralStatus.Booked, ReferralReason.None), new Effect.ThankAmbassador("STAR5", Undone: true));
        await One.Turns(Now, turn =>
        {
            heard.Add((turn.Youth, turn.Inbound));
            return Samples.Nothing(turn);
        });
        Assert.Equal(ReferralStatus.Booked, (await One.Referrals.At(Deventer, 10, Now, Stop)).Single(r => r.Youth == youths[1]).Status);
    }

    [Fact]
    public async Task A_note_goes_along_to_the_next_site()
    {
        var youth = (await Youths(1))[0];
        await Do(youth, new Effect.HandOver(Deventer, new SiteId("ter-apel"), "Is twee keer geweest.", "Sanne"));
        var note = Assert.Single(await One.Referrals.Handovers(youth, Stop));
        Assert.Equal(new Handover(Now, Deventer, new SiteId("ter-apel"), "Is twee keer geweest.", "Sanne"), note);
    }

    [Fact]
    public async Task Erasing_leaves_only_that_there_was_a_referral()
    {
        var noor = await Worker();
        await Refer(noor);
        var youth = (await Youths(1))[0];
        await Do(youth, new Effect.AcceptReferral("W1ABC", ReferralStatus.Seen));
        await Do(youth, new Effect.EraseYouth());
        var line = Assert.Single(await One.Referrals.Of(noor.Id, 10, Now, Stop));
        Assert.Equal(("", "", null, ReferralStatus.Declined), (line.Code, line.FirstName, line.Youth, line.Status));
    }

    [Fact]
    public async Task Printed_codes_are_listed_by_site_and_those_for_one_youth_are_not()
    {
        var noor = await Worker();
        await Refer(noor);
        await One.Codes.Add(new CodeLine(new EntryCode("KICK9", Deventer, null, null) { Kind = EntryCodeKind.Event }, "Kick-off", null, [Arabic, new Language("ti")]), Now, Stop);
        await One.Codes.Add(new CodeLine(new EntryCode("NOOR9", Deventer, null, null) { Kind = EntryCodeKind.Worker, OwnerName = "Noor" }, "Kaartje van Noor", noor.Id, []), Now, Stop);

        Assert.Equal(["KICK9", "NOOR9"], (await One.Codes.At([Deventer], Stop)).Select(c => c.Code.Code));
        var found = (await One.Codes.Find("kick9", Stop))!;
        Assert.Equal(("Kick-off", EntryCodeKind.Event), (found.Label, found.Code.Kind));
        Assert.Equal([Arabic, new Language("ti")], found.Languages);
        Assert.Empty(await One.Codes.At([new SiteId("ter-apel")], Stop));
        Assert.Null(await One.Codes.Find("NONE1", Stop));
    }

    async Task<StaffMember> Worker()
    {
        var id = await One.Staff.Add(new NewStaff { Name = "Noor", Email = "noor@mdt.test", Role = StaffRole.BalieWorker, Places = [new(Deventer, true)], PasswordHash = "hash", SecurityStamp = "stamp", At = Start }, Stop);
        return (await One.Staff.Find(id!.Value, Stop))!;
    }

    Task<ReferralId> Refer(StaffMember owner, string code = "W1ABC", string phone = "") =>
        One.Referrals.Refer(new NewReferral { Code = code, Owner = owner, Site = Deventer, FirstName = "Amina", Language = Arabic, Phone = phone }, Now, Stop);
}
