using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Handoffs;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Understanding;
using NodaTime;

namespace MdtChatBot.Workflow.Conversations;

/// <summary>
/// One turn in the making: what is known, and what has been decided so far. Lives only inside <see cref="Engine.Turn"/>;
/// the steps of the journey write into it.
/// </summary>
sealed class Scene(Conversation conversation, Inbound inbound, Facts facts, Catalogue catalogue, Phrases phrases)
{
    readonly List<Part> _parts = [];
    readonly List<Effect> _effects = [];
    IReadOnlyList<Choice> _choices = [];
    Text? _question;

    public Conversation Conversation { get; set; } = conversation;

    public Inbound Inbound { get; } = inbound;

    public Facts Facts { get; } = facts;

    public Catalogue Catalogue { get; } = catalogue;

    public Phrases Phrases { get; } = phrases;

    public Instant Now => Facts.Now;

    public Language Language => Conversation.Language ?? Language.Dutch;

    public Site? Site => Facts.Offer.Site(Conversation.Site);

    public DateTimeZone Zone => Site?.Zone ?? DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    /// <summary>Adds a part to the one message of this turn.</summary>
    public void Say(Text text, Language? otherLanguage = null) => _parts.Add(new Part(text, otherLanguage));

    public void Say(string key, params (string Name, Arg Value)[] args) => Say(Text.Of(key, args));

    /// <summary>Ends the message with a question: the next answer is taken by <paramref name="step"/>.</summary>
    public void Ask(Step step, Text question, IReadOnlyList<Choice> choices, Language? otherLanguage = null)
    {
        Say(question, otherLanguage == Conversation.Language ? null : otherLanguage);
        _question = question;
        Offer(step, choices);
    }

    /// <summary>Puts choices under the message without a question of its own.</summary>
    public void Offer(Step step, IReadOnlyList<Choice> choices)
    {
        Conversation = Conversation with { Step = step };
        _choices = choices;
    }

    /// <summary>Choices under a message that came between: the step stays.</summary>
    public void Offer(IReadOnlyList<Choice> choices) => _choices = choices;

    /// <summary>The pending question once more.</summary>
    public void AskAgain()
    {
        if (Conversation.Question is { } question) Ask(Conversation.Step, question, Conversation.Offered);
        else Offer(Conversation.Step, Conversation.Offered.Count > 0 ? Conversation.Offered : Choices.AfterAnswer);
    }

    /// <summary>What was recorded in this turn so far; nothing once the youth is to be erased.</summary>
    public IReadOnlyList<Effect.RecordJourney> Recorded => _effects.Exists(e => e is Effect.EraseYouth) ? [] : [.. _effects.OfType<Effect.RecordJourney>()];

    /// <summary>Takes back what was to be said: a youth who wrote STOP hears nothing of what staff do.</summary>
    public void KeepSilent() => _parts.Clear();

    public void Do(Effect effect) => _effects.Add(effect);

    public void Record(JourneyStep step, string detail = "") => Do(new Effect.RecordJourney(step, detail));

    public void OpenHandoff(HandoffReason reason, Urgency urgency = Urgency.Normal) => Do(new Effect.OpenHandoff(reason, urgency));

    public void SetTimers(IEnumerable<Reminders.Timer> timers)
    {
        foreach (var timer in timers) Do(new Effect.SetTimer(timer));
    }

    /// <summary>Bookings that still stand, soonest first.</summary>
    public IReadOnlyList<Booking> OpenBookings => Facts.Bookings.Where(b => b.IsOpen && b.Session.Ends > Now).OrderBy(b => b.Session.Starts).ToList();

    public Booking? Booking(SessionId session) => Facts.Bookings.FirstOrDefault(b => b.Session.Id == session);

    /// <summary>Whoever answers at this site; “a coach” where the site is not known.</summary>
    public Arg CoachName => Site is { } site ? Arg.Of(site.CoachName) : Arg.Of(new Text("handoff.coach"));

    /// <summary>The decision as it stands now.</summary>
    public Decision Decide()
    {
        if (_parts.Count == 0) return new Decision(Conversation, _effects);
        var lane = Inbound is Inbound.TimerFired or Inbound.SeatOffered or Inbound.FriendAttended ? Lane.Reminder : Lane.Reply;
        var say = new Effect.Say(new Saying(_parts, _choices), lane);
        return new Decision(Conversation with { Offered = _choices, Question = _question }, [.. _effects, say]);
    }
}
