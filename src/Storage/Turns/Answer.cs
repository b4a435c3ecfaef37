using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Reminders;
using NodaTime;

namespace MdtChatBot.Storage.Turns;

/// <summary>The one message that a decision sends: the bot's saying, or a coach's own words.</summary>
static class Answer
{
    /// <summary>A last message to an erased youth is given up after this, so that nothing of them stays in the queue.</summary>
    static readonly Duration Farewell = Duration.FromDays(1);

    /// <summary>Null where the decision says nothing.</summary>
    public static (OutboxMessage Message, Line Line)? Of(Work work, DecidedTurn decided, Instant now)
    {
        var language = (decided.Decision.Next.Language ?? Workflow.Language.English).Code;
        foreach (var effect in decided.Decision.Effects)
        {
            if (effect is Effect.Say say)
            {
                var written = decided.Written ?? throw new InvalidOperationException("A decision that says something must come written.");
                return (
                    Message(work, decided, written, say.Lane, say.Saying.Parts.Count > 0 ? say.Saying.Parts[0].Text.Key : "", language, now),
                    new Line(work.BotLine, work.Youth, now, work.Turn.Inbound is Inbound.CoachPhrase ? "coach" : "bot", LineKind.Words, "", decided.SayingText, language) { Author = (work.Turn.Inbound as Inbound.CoachPhrase)?.CoachName });
            }
            if (effect is Effect.SayWords own)
            {
                return (
                    Message(work, decided, decided.Written ?? new Written(own.Words, []), Lane.Reply, "", language, now),
                    new Line(work.BotLine, work.Youth, now, "coach", LineKind.Words, own.Words, null, language) { Author = (work.Turn.Inbound as Inbound.CoachWrote)?.CoachName });
            }
        }
        return null;
    }

    static OutboxMessage Message(Work work, DecidedTurn decided, Written written, Lane lane, string templateKey, string language, Instant now) => new()
    {
        Id = work.BotLine,
        Youth = work.Youth,
        Channel = work.Turn.Channel,
        Address = work.Turn.Address,
        Lane = lane,
        Written = written,
        WrittenText = decided.WrittenText,
        TemplateKey = templateKey,
        Language = language,
        Attempts = 0,
        LastHeard = work.Heard,
        Expires = Expires(work, decided, lane, now),
    };

    static Instant? Expires(Work work, DecidedTurn decided, Lane lane, Instant now)
    {
        if (decided.Decision.Effects.Any(e => e is Effect.EraseYouth)) return now + Farewell;
        // An invitation to what is over says nothing.
        if (work.Turn.Inbound is Inbound.Invited invited) return work.Turn.Facts.Offer.Session(invited.Event)?.Starts;
        if (lane != Lane.Reminder || work.Turn.Inbound is not Inbound.TimerFired fired) return null;
        var offer = work.Turn.Facts.Offer;
        return fired.SetFor switch
        {
            SetFor.ForBooking set when work.Turn.Facts.Bookings.FirstOrDefault(b => b.Session.Id == set.Session) is { Session: var session } =>
                ReminderLadder.UntrueFrom(fired.Kind, session.Starts, offer.Site(session.Site)?.Zone ?? Netherlands.Zone),
            SetFor.ForStart when work.Turn.Conversation.Start is { } start =>
                ReminderLadder.UntrueFrom(fired.Kind, start.At, offer.Site(work.Turn.Conversation.Site)?.Zone ?? Netherlands.Zone),
            _ => null,
        };
    }
}
