using MdtChatBot.Bot.Channels.Twilio;
using MdtChatBot.Bot.Templates;
using MdtChatBot.Bot.Turns;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Reminders;
using NodaTime;

namespace MdtChatBot.Bot.Staff.Referring;

/// <summary>
/// The first word to youths whose number a worker wrote down: an input of theirs like any other, once there is an approved template in their language.
/// Safe on several nodes: each referral is taken in once.
/// </summary>
/// <param name="shelf">Null where there is no WhatsApp: then they wait, and the QR code works.</param>
public sealed class ReferralMessages(ReferralStore referrals, InboxWriter inbox, IClock clock, TemplateShelf? shelf)
{
    const int AtATime = 50;

    /// <summary>Takes in those that can be told now; never at night.</summary>
    public async Task Tell(CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        if (shelf is null || QuietHours.After(now, Netherlands.Zone) != now) return;
        foreach (var one in await referrals.WithNumber(AtATime, stop))
            if (shelf.MayGo("referral.hello", one.Language)) await inbox.Accept(ArrivalOf(one, now), stop);
    }

    static Arrived ArrivalOf(NumberedReferral referral, Instant now) => new()
    {
        Channel = TwilioChannel.ChannelName,
        Address = PhoneNumber.WhatsAppPrefix + referral.Phone,
        ProviderId = $"referral:{referral.Id.Value}",
        Inbound = new Inbound.Referred(referral.Code),
        At = now,
    };
}
