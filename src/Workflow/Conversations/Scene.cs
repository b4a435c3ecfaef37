using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Handoffs;
using MdtChatBot.Workflow.Journey;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Understanding;
using NodaTime;

namespace MdtChatBot.Workflow.Conversations;

/// <summary>
/// One turn in the making: what is known, and what has been decided so far. Lives only inside <see cref="Engine.Turn"/>;
/// the steps of the journey write into it.
/// </summary>
sealed class Scene(Conversation conversation, Inbound inbound, Facts facts, Catalogue catalogue, Phrases phrases, Interpreter interpreter)
{
    readonly List<Part> _parts = [];
    readonly List<Effect> _effects = [];
    IReadOnlyList<Choice> _choices = [];
    Text? _question;
    bool _asksDesk;

    public Conversation Conversation { get; set; } = conversation;

    public Inbound Inbound { get; } = inbound;

    public Facts Facts { get; } = facts;

    public Catalogue Catalogue { get; } = catalogue;

    public Phrases Phrases { get; } = phrases;

    public Interpreter Interpreter { get; } = interpreter;

    public Instant Now => Facts.Now;

    public Language Language => Conversation.Language ?? Language.Dutch;

    /// <summary>The youth asked for Dutch below, and that is another language.</summary>
    public bool ReadsDutchBelow => Conversation is { DutchBelow: true, Language: { } own } && own != Language.Dutch;

    public Site? Site => Facts.Offer.Site(Conversation.Site);

    public DateTimeZone Zone => Site?.Zone ?? Netherlands.Zone;

    /// <summary>The youth wrote or sent something.</summary>
    public bool IsHeard => Inbound is Inbound.Message or Inbound.Media or Inbound.Located;

    /// <summary>Free words would reach the youth now; outside WhatsApp's window what is said waits until they write.</summary>
    public bool IsWindowOpen => !Facts.HasWindow || ServiceWindow.IsOpen(Conversation.LastHeard, Now);

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

    /// <summary>The choices under what is said in this turn, so far.</summary>
    public IReadOnlyList<Choice> OfferedNow => _choices;

    /// <summary>Choices under a message that came between: the step stays.</summary>
    public void Offer(IReadOnlyList<Choice> choices) => _choices = choices;

    /// <summary>The pending question once more.</summary>
    public void AskAgain() => AskAgain(Conversation.Question is null && Conversation.Offered.Count == 0 ? Choices.AfterAnswer : Conversation.Offered);

    /// <summary>The same with other choices.</summary>
    public void AskAgain(IReadOnlyList<Choice> choices)
    {
        if (Conversation.Question is { } question) Ask(Conversation.Step, question, choices);
        else Offer(Conversation.Step, choices);
    }

    /// <summary>The voice that goes with this message; null without.</summary>
    public string? Sound { get; set; }

    /// <summary>What was asked before stays asked, and is not said again.</summary>
    public void KeepAsking(IReadOnlyList<Choice> choices) => (_choices, _question) = (choices, Conversation.Question);

    /// <summary>What was recorded in this turn so far; nothing once the youth is to be erased.</summary>
    public IReadOnlyList<Effect.RecordJourney> Recorded => _effects.Exists(e => e is Effect.EraseYouth) ? [] : [.. _effects.OfType<Effect.RecordJourney>()];

    /// <summary>Whether this turn changes the youth's place at a session: a yes, a no, or another mind.</summary>
    public bool Answers(SessionId session) => _effects.Exists(e => e switch
    {
        Effect.BookSeat(var id, _) => id == session,
        Effect.KeepAnswer(var id, _) => id == session,
        Effect.JoinWaitingList(var id) => id == session,
        Effect.CancelBooking(var id, _) => id == session,
        Effect.ConfirmBooking(var id) => id == session,
        _ => false,
    });

    /// <summary>Takes back what was to be said: a youth who wrote STOP hears nothing of what staff do.</summary>
    public void KeepSilent() => _parts.Clear();

    public void Do(Effect effect) => _effects.Add(effect);

    public void Record(JourneyStep step, string detail = "") => Do(new Effect.RecordJourney(step, detail));

    /// <summary>Fetches a person: opens a handoff and finds who takes it.</summary>
    public void OpenHandoff(HandoffReason reason, Urgency urgency = Urgency.Normal) => FindingCoach.Open(this, reason, urgency);

    /// <summary>Whom this turn asked to take the handoff; null where it asked nobody.</summary>
    public Assignment? Asked { get; set; }

    /// <summary>Who could take a handoff. Only for turns that must know: the first to ask is decided a second time.</summary>
    public HandoffDesk Desk
    {
        get
        {
            _asksDesk |= Facts.Desk is null;
            return Facts.Desk ?? HandoffDesk.Empty;
        }
    }

    public void SetTimers(IEnumerable<Reminders.Timer> timers)
    {
        foreach (var timer in timers) Do(new Effect.SetTimer(timer));
    }

    /// <summary>Bookings that still stand, soonest first.</summary>
    public IReadOnlyList<Booking> OpenBookings => Facts.Bookings.Where(b => b.IsOpen && b.Session.Ends > Now).OrderBy(b => b.Session.Starts).ToList();

    public Booking? Booking(SessionId session) => Facts.Bookings.FirstOrDefault(b => b.Session.Id == session);

    /// <summary>Who is asked to answer, or has the conversation; else whoever answers at this site; “a coach” where nobody is known by name.</summary>
    public Arg CoachName => this switch
    {
        { Asked.To: { } to } => Arg.Of(to.Name),
        { Asked: not null } => Arg.Of(new Text("handoff.coach")),
        { Facts.Handoff.WithName: { Length: > 0 } name } => Arg.Of(name),
        { Site: { } site } => Arg.Of(site.WhoAnswers),
        _ => Arg.Of(new Text("handoff.coach")),
    };

    /// <summary>The decision as it stands now.</summary>
    public Decision Decide()
    {
        if (_parts.Count == 0) return new Decision(Conversation, _effects) { AsksDesk = _asksDesk };
        var lane = Inbound switch
        {
            Inbound.Invited => Lane.Invitation,
            Inbound.TimerFired or Inbound.SeatOffered or Inbound.FriendAttended or Inbound.Referred => Lane.Reminder,
            _ => Lane.Reply,
        };
        // A template has the buttons that it was approved with.
        if (lane is Lane.Reply) _choices = ReadingAloud.Offer(this, _parts, _choices);
        var say = new Effect.Say(new Saying(_parts, _choices) { Sound = Sound, WithDutch = ReadsDutchBelow }, lane);
        return new Decision(Conversation with { Offered = _choices, Question = _question }, [.. _effects, say]) { AsksDesk = _asksDesk };
    }
}
