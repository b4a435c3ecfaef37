using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Handoffs;
using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Storage.Tests;

public sealed class SqliteStaffAlertTests : StaffAlertTests<OnSqlite>;

public sealed class PostgresStaffAlertTests : StaffAlertTests<OnPostgres>;

public abstract class StaffAlertTests<TEngine> : StoreTest<TEngine> where TEngine : IEngine
{
    StaffAlerts Alerts => new(One.Database);

    [Fact]
    public async Task Who_wants_alerts_waits_for_one_until_they_are_told()
    {
        var (fatima, jan) = (await Employ("Fatima"), await Employ("Jan", alerts: false));
        var youths = await Youths(3);
        await Offer(youths[0], fatima);
        await Offer(youths[1], fatima, Urgency.Urgent);
        await Offer(youths[2], jan);

        var waiting = Assert.Single(await Alerts.Unalerted(Now, Stop));
        Assert.Equal((fatima, null), (waiting.Staff, waiting.Last));
        Assert.Equal([Urgency.Normal, Urgency.Urgent], waiting.Waiting.Select(w => w.Urgency));
        Assert.True(await Alerts.Queue(fatima, atWork: true, Now, Stop));

        Assert.Empty(await Alerts.Unalerted(Now, Stop));
        var due = Assert.Single(await Alerts.Claim(10, Now, Stop));
        Assert.Equal((true, "sealed Fatima", "nl", null), (due.Urgent, due.SealedNumber, due.Console.Code, due.UnknownSince));
        Assert.Empty(await Alerts.Claim(10, Now, Stop));
    }

    [Fact]
    public async Task Nodes_that_look_at_the_same_time_alert_once_and_one_of_them_sends()
    {
        var fatima = await Employ("Fatima");
        foreach (var youth in await Youths(3)) await Offer(youth, fatima);
        var nodes = Enumerable.Range(0, 4).Select(_ => new StaffAlerts(Another().Database)).ToList();

        var queued = await Task.WhenAll(nodes.Select(node => Task.Run(() => node.Queue(fatima, atWork: true, Now, Stop))));
        var claimed = await Task.WhenAll(nodes.Select(node => Task.Run(() => node.Claim(10, Now, Stop))));

        Assert.Single(queued, q => q);
        Assert.Single(claimed.SelectMany(c => c));
    }

    [Fact]
    public async Task The_next_alert_comes_after_the_pause_and_an_urgent_one_at_once()
    {
        var fatima = await Employ("Fatima");
        var youths = await Youths(3);
        await Offer(youths[0], fatima);
        Assert.True(await Alerts.Queue(fatima, true, Now, Stop));
        await Offer(youths[1], fatima);
        Assert.False(await Alerts.Queue(fatima, true, Now + Duration.FromMinutes(9), Stop));
        await Offer(youths[2], fatima, Urgency.Urgent);
        Assert.True(await Alerts.Queue(fatima, true, Now + Duration.FromMinutes(9), Stop));
        Assert.False(await Alerts.Queue(fatima, true, Now + Duration.FromHours(1), Stop));
    }

    [Fact]
    public async Task What_has_become_urgent_is_told_once_more()
    {
        var fatima = await Employ("Fatima");
        var youth = (await Youths(1))[0];
        await Offer(youth, fatima);
        Assert.True(await Alerts.Queue(fatima, true, Now, Stop));
        await Offer(youth, fatima);
        Assert.Empty(await Alerts.Unalerted(Now, Stop));
        await Offer(youth, fatima, Urgency.Urgent);
        Assert.True(await Alerts.Queue(fatima, false, Now, Stop));
    }

    [Fact]
    public async Task What_was_taken_passed_on_given_back_or_erased_meanwhile_is_not_sent()
    {
        var (fatima, jan) = (await Employ("Fatima"), await Employ("Jan", alerts: false));
        Effect[][] meanwhile =
        [
            [new Effect.TakeHandoff("Fatima", fatima, 2)], [new Effect.OfferHandoff(jan, "Jan", 2, null, [fatima])], [new Effect.CloseHandoff()], [new Effect.EraseYouth()],
        ];
        var youths = await Youths(meanwhile.Length);
        for (var i = 0; i < meanwhile.Length; i++)
        {
            Now += Duration.FromHours(1);
            await Offer(youths[i], fatima);
            Assert.True(await Alerts.Queue(fatima, true, Now, Stop));
            await Do(youths[i], meanwhile[i]);
            var due = Assert.Single(await Alerts.Claim(10, Now, Stop));
            Assert.Null(due.SealedNumber);
            await Alerts.Drop(due.Id, Stop);
        }

        Assert.Null(await Alerts.Last(fatima, Stop));
        Assert.Empty(await Alerts.Claim(10, Now + Duration.FromDays(1), Stop));
    }

    [Fact]
    public async Task An_alert_is_tried_again_and_one_whose_node_died_comes_back_as_unknown()
    {
        var fatima = await Employ("Fatima");
        await Offer((await Youths(1))[0], fatima);
        await Alerts.Queue(fatima, true, Now, Stop);
        var due = Assert.Single(await Alerts.Claim(10, Now, Stop));
        await Alerts.Mark(new SendMark.Again(due.Id, Now + Duration.FromSeconds(5), "63009"), Stop);
        Assert.Empty(await Alerts.Claim(10, Now, Stop));

        var again = Assert.Single(await Alerts.Claim(10, Now + Duration.FromSeconds(5), Stop));
        Assert.Equal((1, null), (again.Attempts, again.UnknownSince));
        var lost = Assert.Single(await Alerts.Claim(10, Now + Duration.FromSeconds(5) + Outbox.Lease, Stop));
        Assert.Equal(Now + Duration.FromSeconds(5), lost.UnknownSince);

        await Alerts.Mark(new SendMark.Sent(due.Id, "SM1"), Stop);
        Assert.Empty(await Alerts.Claim(10, Now + Duration.FromDays(1), Stop));
        Assert.True(await Alerts.IsTaken("SM1", Stop));
        Assert.Equal(new LastAlert(Now, Delivery.Sent, ""), await Alerts.Last(fatima, Stop));
    }

    [Fact]
    public async Task What_the_provider_says_later_only_goes_forward()
    {
        var fatima = await Employ("Fatima");
        await Offer((await Youths(1))[0], fatima);
        await Alerts.Queue(fatima, true, Now, Stop);
        var id = Assert.Single(await Alerts.Claim(10, Now, Stop)).Id;
        foreach (var (said, stands) in ((Delivery, Delivery)[])[(Delivery.Delivered, Delivery.Delivered), (Delivery.Sent, Delivery.Delivered), (Delivery.Failed, Delivery.Failed), (Delivery.Read, Delivery.Failed)])
        {
            await Alerts.Report(new DeliveryStatus(id, "SM1", said, said is Delivery.Failed ? "63016" : ""), Stop);
            Assert.Equal(stands, (await Alerts.Last(fatima, Stop))!.State);
        }

        // The answer to the send comes after the status.
        await Alerts.Mark(new SendMark.Sent(id, "SM1"), Stop);
        Assert.Equal(new LastAlert(Now, Delivery.Failed, "63016"), await Alerts.Last(fatima, Stop));
        Assert.Empty(await Alerts.Claim(10, Now + Duration.FromDays(1), Stop));
    }

    async Task<StaffId> Employ(string name, bool alerts = true)
    {
        var staff = (await One.Staff.Add(
            new NewStaff { Name = name, Email = name + "@example.org", Role = StaffRole.Coach, Places = [new WorkPlace(new SiteId("deventer"), true)], SecurityStamp = "x", At = Now },
            Stop))!.Value;
        if (alerts) await new StaffSecrets(One.Database).SetAlert(staff, "sealed " + name, "+31 •••• 78", new AuditEntry(staff, "account.alertsOn", null, null, "", Now), Stop);
        return staff;
    }

    Task Offer(YouthId youth, StaffId to, Urgency urgency = Urgency.Normal) =>
        Do(youth, new Effect.OpenHandoff(HandoffReason.AskedForPerson, urgency), new Effect.OfferHandoff(to, "X", 1, null, []));
}
