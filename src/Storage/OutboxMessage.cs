using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using NodaTime;

namespace MdtChatBot.Storage;

/// <summary>A message on its way, leased to the node that holds it.</summary>
public sealed record OutboxMessage
{
    /// <summary>Our own id, the same as the transcript line's; travels in the status callback.</summary>
    public required long Id { get; init; }

    public required YouthId Youth { get; init; }

    /// <summary>An alert to a member of staff: of no youth, never in the outbox, and its id is that of the alert.</summary>
    public bool ToStaff { get; init; }

    public required string Channel { get; init; }

    public required string Address { get; init; }

    public required Lane Lane { get; init; }

    public required Written Written { get; init; }

    /// <summary>The same as it is stored, where that is known already.</summary>
    internal string? WrittenText { get; init; }

    /// <summary>The key of the first part (<c>reminder.oneDay</c>), to find a content template; empty for a coach's own words.</summary>
    public required string TemplateKey { get; init; }

    /// <summary>Language of the message, for the template.</summary>
    public required string Language { get; init; }

    public required int Attempts { get; init; }

    /// <summary>When the youth last wrote on this channel: WhatsApp's 24-hour window runs from here. Null if never.</summary>
    public Instant? LastHeard { get; init; }

    /// <summary>When an attempt that never got an answer began; null unless <i>unknown</i>: reconcile before sending again.</summary>
    public Instant? UnknownSince { get; init; }

    /// <summary>Not worth sending after this (a reminder after its session began); null for ever.</summary>
    public Instant? Expires { get; init; }
}
