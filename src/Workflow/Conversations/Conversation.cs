using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Numbers;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Referrals;
using NodaTime;

namespace MdtChatBot.Workflow.Conversations;

/// <summary>The state of one youth's dialogue between turns. Stored as JSON; old stored states stay readable for ever.</summary>
public sealed record Conversation
{
    public Step Step { get; init; } = new Step.New();

    /// <summary>Null until chosen or carried by the entry code.</summary>
    public Language? Language { get; init; }

    /// <summary>Every message comes in Dutch too, below the own language: the youth wants to practise.</summary>
    public bool DutchBelow { get; init; }

    /// <summary>The choices under the bot's last question, in the order of their numbers.</summary>
    public IReadOnlyList<Choice> Offered { get; init; } = [];

    /// <summary>The bot's last question, to ask it again after an answer to something else; null where nothing is pending.</summary>
    public Text? Question { get; init; }

    /// <summary>A short question that was asked in between, and what waits behind it; null without.</summary>
    public Aside? Aside { get; init; }

    /// <summary>Asked whether to go on in another language that the youth wrote in: that is asked once.</summary>
    public bool LanguageAsked { get; init; }

    public Consent Consent { get; init; }

    public Instant? ConsentAt { get; init; }

    /// <summary>The same for invitations: a purpose of its own, asked apart and ended apart.</summary>
    public Consent Invitations { get; init; }

    /// <summary>Events that this youth was invited to, the newest last; none older than counts for anything.</summary>
    public IReadOnlyList<Invitation> Invited { get; init; } = [];

    public SiteId? Site { get; init; }

    public IReadOnlyList<Interest> Interests { get; init; } = [];

    public AgeGroup Age { get; init; }

    /// <summary>Empty until given.</summary>
    public string FirstName { get; init; } = "";

    /// <summary>Messages not understood in a row; two bring the offer of a person.</summary>
    public int Misunderstood { get; init; }

    /// <summary>STOP: nothing is sent until the youth writes again.</summary>
    public bool Stopped { get; init; }

    public Instant? PausedUntil { get; init; }

    /// <summary>Counts pauses and “not now”s, so that an old timer of either is stale.</summary>
    public int Asks { get; init; }

    /// <summary>Sessions missed since the last one attended.</summary>
    public int Missed { get; init; }

    /// <summary>What the last ticks of attendance changed, one for each session.</summary>
    public IReadOnlyList<Tick> Ticks { get; init; } = [];

    /// <summary>The entry code that the youth came with; empty without.</summary>
    public string CameWith { get; init; } = "";

    /// <summary>How the youth came first.</summary>
    public EntrySource Source { get; init; }

    /// <summary>The first name that a worker wrote down, to be offered when the name is asked; empty without.</summary>
    public string ReferredAs { get; init; } = "";

    /// <summary>Who brought this youth, and how far it got since.</summary>
    public IReadOnlyList<Referral> Referrals { get; init; } = [];

    /// <summary>This youth's own code to bring others with; empty until they are an ambassador.</summary>
    public string AmbassadorCode { get; init; } = "";

    /// <summary>How many whom this ambassador brought have been to a session.</summary>
    public int FriendsCame { get; init; }

    /// <summary>Steps of the funnel that this youth was counted for.</summary>
    public Counted Counted { get; init; }

    /// <summary>On a friend's code: the session that the friend goes to, offered first.</summary>
    public SessionId? FriendSession { get; init; }

    /// <summary>The session whose door code was sent, until there is a seat or a no.</summary>
    public SessionId? DoorSession { get; init; }

    /// <summary>The first day of the programme itself, once a coach set it.</summary>
    public Start? Start { get; init; }

    /// <summary>Counts who was asked for or had the handoff, so that an old timer is stale and an old form is noticed.</summary>
    public int Handoffs { get; init; }

    /// <summary>When the youth last wrote: to know a return after days.</summary>
    public Instant? LastHeard { get; init; }
}

/// <summary>The first day of the programme itself.</summary>
/// <param name="Version">Raised each time a coach sets another; timers name it.</param>
/// <param name="CannotCome">The youth said so, and the coach has not set another.</param>
public sealed record Start(Instant At, string Place, string CoachName, int Version, bool Confirmed = false, bool CannotCome = false);

/// <summary>An invitation that was said.</summary>
/// <param name="Answered">Whatever the answer was.</param>
public sealed record Invitation(BroadcastId Broadcast, SessionId Event, Instant At, bool Answered = false);

/// <summary>Stored by name.</summary>
public enum Consent
{
    NotAsked,
    Given,
    Declined,
}

/// <summary>Bands only, never a birth date (domain.md 1).</summary>
public enum AgeGroup
{
    Unknown,
    Under16,
    From16To17,
    From18To29,
    Over29,
}
