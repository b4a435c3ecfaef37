using MdtChatBot.Bot.Channels;
using MdtChatBot.Bot.Channels.Twilio;
using MdtChatBot.Bot.Sending;
using MdtChatBot.Bot.Staff;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Bot.Inviting;

/// <summary>An invitation to the own WhatsApp of who plans it: the number of their alerts. Of no youth, and in no queue.</summary>
public sealed class TestInvitation(StaffSecrets secrets, Sealing sealing, IEnumerable<IChannel> channels, IClock clock, ILogger<Attempt> log)
{
    readonly IChannel? _whatsApp = channels.FirstOrDefault(c => c.Name == TwilioChannel.ChannelName);

    /// <summary>Without WhatsApp there is nothing to send it with.</summary>
    public bool IsOn => _whatsApp is not null;

    public async Task<bool> HasNumber(StaffId staff, CancellationToken stop) => await secrets.Alert(staff, stop) is { Length: > 0 };

    /// <summary>False where it could not be sent.</summary>
    public async Task<bool> Send(StaffId staff, PreviewedInvitation invitation, CancellationToken stop)
    {
        if (_whatsApp is not { } whatsApp || await secrets.Alert(staff, stop) is not { Length: > 0 } stored || sealing.TryOpen(stored) is not { } number) return false;
        var attempt = new Attempt((_, _) => Task.FromResult(false), clock, log);
        return await attempt.Make(whatsApp, Message(invitation, number), stop) is SendMark.Sent;
    }

    OutboxMessage Message(PreviewedInvitation invitation, string number) => new()
    {
        Id = 0,
        Youth = default,
        ToStaff = true,
        Channel = TwilioChannel.ChannelName,
        Address = PhoneNumber.WhatsAppPrefix + number,
        // At once, also in the evening: they asked for it.
        Lane = Lane.Reply,
        Written = invitation.Written,
        TemplateKey = invitation.Saying.Parts[0].Text.Key,
        Language = invitation.Language.Code,
        Attempts = 0,
        LastHeard = clock.GetCurrentInstant(),
    };
}
