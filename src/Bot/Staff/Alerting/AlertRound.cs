using MdtChatBot.Bot.Channels;
using MdtChatBot.Bot.Channels.Twilio;
using MdtChatBot.Bot.Sending;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Handoffs;
using NodaTime;

namespace MdtChatBot.Bot.Staff.Alerting;

/// <summary>“Somebody waits”, on the own WhatsApp of who is asked: a link to the work list, and nothing of a youth. Each handoff is told of once, whichever node sends it.</summary>
public sealed class AlertRound(
    StaffAlerts alerts, StaffStore staff, Sealing sealing, StaffTexts texts, FactSettings settings, Outbox outbox, IEnumerable<IChannel> channels, IClock clock, ILogger<Attempt> log)
{
    // Each takes at most as long as Twilio may take to answer, all at once: well within a lease.
    const int AtATime = 20;

    readonly IChannel? _whatsApp = channels.FirstOrDefault(c => c.Name == TwilioChannel.ChannelName);

    readonly Attempt _attempt = new(async (id, stop) => await outbox.IsTaken(id, stop) || await alerts.IsTaken(id, stop), clock, log);

    /// <summary>Without WhatsApp nobody can be alerted.</summary>
    public bool IsOn => _whatsApp is not null;

    /// <summary>Queues what is new, and sends what is due. Safe on several nodes.</summary>
    public async Task Run(CancellationToken stop)
    {
        if (_whatsApp is not { } whatsApp) return;
        await QueueNew(stop);
        var due = await alerts.Claim(AtATime, clock.GetCurrentInstant(), stop);
        await Task.WhenAll(due.Select(alert => Send(whatsApp, alert, stop)));
    }

    async Task QueueNew(CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        foreach (var person in await alerts.Unalerted(now, stop))
        {
            if (await staff.Find(person.Staff, stop) is not { } member) continue;
            var atWork = WorkingTime.NextOpen(member, now, StaffTexts.Zone) == now;
            // Asked here already, so that nothing is written for who sleeps.
            if (AlertRules.Told(person.Waiting, atWork, person.Last, now).Count > 0) await alerts.Queue(person.Staff, atWork, now, stop);
        }
    }

    async Task Send(IChannel whatsApp, DueAlert alert, CancellationToken stop)
    {
        if (alert.SealedNumber is null)
        {
            await alerts.Drop(alert.Id, stop);
            return;
        }

        var mark = sealing.TryOpen(alert.SealedNumber) is { } number ? await _attempt.Make(whatsApp, Message(alert, number), stop) : new SendMark.Failed(alert.Id, "sealed");
        // Also when the program stops: what was sent is not sent again.
        await alerts.Mark(mark, CancellationToken.None);
    }

    OutboxMessage Message(DueAlert alert, string number)
    {
        var link = settings.PublicUrl + "/staff/handoffs";
        var text = Text.Of(alert.Urgent ? "alerts.messageUrgent" : "alerts.message", ("link", Arg.Of(link)));
        return new OutboxMessage
        {
            Id = alert.Id,
            Youth = default,
            ToStaff = true,
            Channel = TwilioChannel.ChannelName,
            Address = PhoneNumber.WhatsAppPrefix + number,
            Lane = Lane.Reply,
            Written = new Written(texts.Write(text, alert.Console), []) { Arguments = new Dictionary<string, string> { ["link"] = link } },
            TemplateKey = text.Key,
            Language = alert.Console.Code,
            Attempts = alert.Attempts,
            // When they last wrote to the bot nobody looks up: without a template it is tried, and a refusal is shown to them.
            LastHeard = clock.GetCurrentInstant(),
            UnknownSince = alert.UnknownSince,
        };
    }
}
