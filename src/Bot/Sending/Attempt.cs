using System.Diagnostics;
using MdtChatBot.Bot.Channels;
using MdtChatBot.Bot.Turns;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Reminders;
using MdtChatBot.Workflow.Templates;
using NodaTime;

namespace MdtChatBot.Bot.Sending;

/// <summary>One attempt at one message: looks for it first where its fate is unknown, keeps to the window and the expiry, and says what became of it.</summary>
/// <param name="isTaken">Whether one of our messages carries this id of the provider.</param>
/// <param name="clock">Tells whether a window is open.</param>
/// <param name="log">Never told of words or numbers.</param>
/// <param name="hasStoodIn">Whether this stand-in went out to the youth since then, unanswered; without it none ever did.</param>
/// <param name="zone">Whose night it is when an invitation waits for the morning; the Netherlands' without.</param>
public sealed partial class Attempt(
    Func<string, CancellationToken, Task<bool>> isTaken, IClock clock, ILogger<Attempt> log, Func<OutboxMessage, string, Instant, CancellationToken, Task<bool>>? hasStoodIn = null,
    DateTimeZone? zone = null)
{
    /// <summary>Never throws. <paramref name="cut"/> ends the wait for an answer when the program may wait no longer.</summary>
    public async Task<SendMark> Make(IChannel channel, OutboxMessage message, CancellationToken cut)
    {
        if (message.UnknownSince is { } since && await Look(channel, message, since, cut) is { } known) return known;
        var now = clock.GetCurrentInstant();
        if (message.Expires <= now) return new SendMark.Failed(message.Id, "expired");
        if (message.Lane is Lane.Invitation && QuietHours.After(now, zone ?? Netherlands.Zone) is var morning && morning > now) return new SendMark.PutBack(message.Id, morning);
        var way = Window.WayOf(channel, message, now);
        if (way is Way.Waits || (way is Way.StandIn standIn && await HasStoodIn(message, standIn, now, cut))) return new SendMark.NeedsTemplate(message.Id);
        return await Send(channel, message, way, now, cut);
    }

    async Task<bool> HasStoodIn(OutboxMessage message, Way.StandIn way, Instant now, CancellationToken cut)
    {
        if (hasStoodIn is null) return false;
        try
        {
            return await hasStoodIn(message, way.Template.Key, now - Window.QuietAfterStandIn, cut);
        }
        catch (Exception thrown)
        {
            // Rather one too many than none.
            LogNotFound(message.Id, Faults.NameOf(thrown));
            return false;
        }
    }

    /// <summary>The mark of a message that was sent, or whose fate can't be told now; null when it certainly was not sent.</summary>
    async Task<SendMark?> Look(IChannel channel, OutboxMessage message, Instant since, CancellationToken cut)
    {
        try
        {
            var way = Window.WayThen(channel, message, since);
            var found = way is Way.Waits ? null : await channel.FindSent(message, way, id => isTaken(id, cut), cut);
            return found is null ? null : Took(message, way, found);
        }
        catch (Exception thrown)
        {
            LogNotFound(message.Id, Faults.NameOf(thrown));
            return BackOff.AfterUnknown(message.Id, since, clock.GetCurrentInstant());
        }
    }

    async Task<SendMark> Send(IChannel channel, OutboxMessage message, Way way, Instant began, CancellationToken cut)
    {
        try
        {
            return MarkOf(await channel.Send(message, way, cut), message, way, began);
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

    static SendMark Took(OutboxMessage message, Way way, string providerId) => way switch
    {
        Way.StandIn stood => new SendMark.StoodIn(message.Id, stood.Template.Key, CategoryOf(stood.Template)),
        Way.AsTemplate sent => new SendMark.Sent(message.Id, providerId) { As = SentAs.Template, Category = CategoryOf(sent.Template) },
        _ => new SendMark.Sent(message.Id, providerId),
    };

    static MessageCategory CategoryOf(FilledTemplate template) => template.Category is TemplateCategory.Marketing ? MessageCategory.Marketing : MessageCategory.Utility;

    SendMark MarkOf(SendResult result, OutboxMessage message, Way way, Instant began) => result switch
    {
        SendResult.Accepted accepted => Took(message, way, accepted.ProviderId),
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
