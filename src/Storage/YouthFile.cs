using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Handoffs;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Reminders;
using NodaTime;

namespace MdtChatBot.Storage;

/// <summary>The page of one youth.</summary>
/// <param name="Lines">Oldest first.</param>
/// <param name="HasOlder">There are lines before the first.</param>
/// <param name="Seats">Bookings, the latest session first.</param>
/// <param name="ToCome">What happens by itself, soonest first.</param>
/// <param name="Reminders">Those sent: the key of the text, when, and how far it got; newest first.</param>
/// <param name="Asked">Questions asked, by the name of the menu row; the last one first.</param>
public sealed record YouthFile(
    YouthCard Card,
    IReadOnlyList<FileLine> Lines,
    bool HasOlder,
    IReadOnlyList<FileSeat> Seats,
    IReadOnlyList<(TimerKind Kind, Instant Due)> ToCome,
    IReadOnlyList<(string Key, Instant At, Delivery Delivery)> Reminders,
    IReadOnlyList<string> Asked,
    IReadOnlyList<FileNote> Notes);

/// <summary>Who the youth is, and the open handoff if there is one.</summary>
public sealed record YouthCard
{
    public required YouthId Youth { get; init; }

    public required string Channel { get; init; }

    /// <summary>Where answers go; a telephone number on WhatsApp.</summary>
    public required string Address { get; init; }

    public required Instant? LastHeard { get; init; }

    /// <summary>When they first wrote.</summary>
    public required Instant Since { get; init; }

    public required Conversation Conversation { get; init; }

    public required Handoff? Handoff { get; init; }

    /// <summary>When the handoff opened.</summary>
    public required Instant? OpenedAt { get; init; }

    /// <summary>When it goes to the next, while nobody has taken it.</summary>
    public required Instant? PickUpBy { get; init; }

    /// <summary>When a coach last wrote in it.</summary>
    public required Instant? AnsweredAt { get; init; }
}

/// <summary>Who said a line.</summary>
public enum Speaker
{
    Youth,
    Bot,
    Coach,
}

/// <summary>One line of the conversation.</summary>
/// <param name="Saying">What was said in key and arguments; null where <paramref name="Words"/> are somebody's own.</param>
/// <param name="Language">In which the youth read it.</param>
public sealed record FileLine(long Id, Instant At, Speaker Speaker, string Words, Saying? Saying, Language Language, Delivery Delivery, LineKind Kind)
{
    /// <summary>The coach who wrote it; empty where no coach did, or where it is not known.</summary>
    public string Author { get; init; } = "";

    /// <summary>On which way it left; null where it has not, or from before this was kept.</summary>
    public SentAs? As { get; init; }

    /// <summary>A voice note that can still be heard.</summary>
    public bool HasSound { get; init; }

    /// <summary>Why it did not arrive, or why its stand-in did not; empty where nothing is known.</summary>
    public string Code { get; init; } = "";
}

/// <summary>A booking on the page of its youth.</summary>
public sealed record FileSeat(SessionId Session, BookingStatus Status, bool AtRisk, ProjectId? Project, Event? Event, SiteId Site, Instant Starts, Instant Ends, string Place)
{
    /// <summary>Still to come, or waiting for a seat.</summary>
    public bool IsOpen => Status.IsOpen();
}

/// <summary>What a member of staff noted for colleagues.</summary>
public sealed record FileNote(Instant At, string By, string Words);
