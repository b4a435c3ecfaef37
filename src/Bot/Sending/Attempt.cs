using System.Diagnostics;
using MdtChatBot.Bot.Channels;
using MdtChatBot.Bot.Turns;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Reminders;
using NodaTime;

namespace MdtChatBot.Bot.Sending;

/// <summary>One attempt at one message: looks for it first where its fate is unknown, keeps to the window and the expiry, and says what became of it.</summary>
/// <param name="isTaken">Whether one of our messages carries this id of the provider already.</param>
/// <param name="clock">The program's.</param>
/// <param name="log">Never a word or a number of anybody.</param>
/// <param name="zone">Whose night it is when an invitation waits for the morning; the Netherlands' without.</param>
public sealed partial class Attempt(Func<string, CancellationToken, Task<bool>> isTaken, IClock clock, ILogger<Attempt> log, DateTimeZone? zone = null)
{
    /// <summary>Never throws. <paramref name="cut"/> ends the wait for an answer when the program may wait no longer.</summary>
    public async Task<SendMark> Make(IChannel channel, OutboxMessage message, CancellationToken cut)
    {
        if (message.UnknownSince is { } since && await Look(channel, message, since, cut) is { } known) return known;
        var now = clock.GetCurrentInstant();
        if (message.Expires <= now) return new SendMark.Failed(message.Id, "expired");
        if (message.Lane is Lane.Invitation && QuietHours.After(now, zone ?? Netherlands.Zone) is var morning && morning > now) return new SendMark.PutBack(message.Id, morning);
        if (!Window.Allows(channel, message, now)) return new SendMark.NeedsTemplate(message.Id);
        return await Send(channel, message, now, cut);
    }

    /// <summary>The mark of a message that was sent, or whose fate can't be told now; null when it certainly was not sent.</summary>
    async Task<SendMark?> Look(IChannel channel, OutboxMessage message, Instant since, CancellationToken cut)
    {
        try
        {
            var found = await channel.FindSent(message, id => isTaken(id, cut), cut);
            return found is null ? null : new SendMark.Sent(message.Id, found);
        }
        catch (Exception thrown)
        {
            LogNotFound(message.Id, Faults.NameOf(thrown));
            return BackOff.AfterUnknown(message.Id, since, clock.GetCurrentInstant());
        }
    }

    async Task<SendMark> Send(IChannel channel, OutboxMessage message, Instant began, CancellationToken cut)
    {
        try
        {
            return MarkOf(await channel.Send(message, cut), message, began);
        }
        catch (Exception thrown)
        {
            // Nobody can tell how far it came.
            LogThrew(message.Id, Faults.NameOf(thrown), Faults.PlaceOf(thrown));
            return message.Attempts + 1 >= BackOff.MostAttempts
                ? new SendMark.Failed(message.Id, Faults.NameOf(thrown))
                : NobodyKnows(message, began);
        }
    }

    /// <summary>One that was unknown before stays so since then, and is given up in the end.</summary>
    SendMark NobodyKnows(OutboxMessage message, Instant began) =>
        BackOff.AfterUnknown(message.Id, message.UnknownSince ?? began, clock.GetCurrentInstant());

    SendMark MarkOf(SendResult result, OutboxMessage message, Instant began) => result switch
    {
        SendResult.Accepted accepted => new SendMark.Sent(message.Id, accepted.ProviderId),
        SendResult.TryLater later => BackOff.AfterTryLater(message.Id, message.Attempts, later.Code, later.After, clock.GetCurrentInstant()),
        SendResult.Refused refused => new SendMark.Failed(message.Id, refused.Code),
        SendResult.OptedOut optedOut => new SendMark.OptedOut(message.Id, optedOut.Code),
        SendResult.NeedsTemplate => new SendMark.NeedsTemplate(message.Id),
        SendResult.Unknown => NobodyKnows(message, began),
        _ => throw new UnreachableException(),
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "Whether message {Id} was sent can't be found out now: {Error}")]
    partial void LogNotFound(long id, string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "Sending message {Id} threw {Error} in {Place}")]
    partial void LogThrew(long id, string error, string place);
}
