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

    public required string Channel { get; init; }

    public required string Address { get; init; }

    public required Lane Lane { get; init; }

    public required Written Written { get; init; }

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

/// <summary>What became of an attempt; applied in the next commit.</summary>
public abstract record SendMark(long Id)
{
    /// <summary>The provider took it under its id.</summary>
    public sealed record Sent(long Id, string ProviderId) : SendMark(Id);

    public sealed record Again(long Id, Instant NotBefore, string Code) : SendMark(Id);

    /// <summary>Not tried after all (its turn did not come in time, or the program stops): waits again, and no attempt is counted.</summary>
    public sealed record PutBack(long Id, Instant NotBefore) : SendMark(Id);

    public sealed record Failed(long Id, string Code) : SendMark(Id);

    /// <summary>The youth has opted out at the provider: the message fails, and the conversation is stopped.</summary>
    public sealed record OptedOut(long Id, string Code) : SendMark(Id);

    /// <summary>Outside the 24-hour window and no template: waits until the youth writes or a template exists; staff see it.</summary>
    public sealed record NeedsTemplate(long Id) : SendMark(Id);

    /// <summary>No answer came: nobody knows whether it was sent.</summary>
    public sealed record Unknown(long Id, Instant Since, Instant LookAgain) : SendMark(Id);
}

/// <summary>The durable queue behind the turns.</summary>
public sealed class Outbox(Database database)
{
    /// <summary>How long a lease lasts; longer than any send may take (Twilio answers or fails within 15 s).</summary>
    public static readonly Duration Lease = Duration.FromSeconds(60);

    /// <summary>
    /// Leases messages that are due and whose youth has no earlier message under way, in order of lane, then age.
    /// One whose lease ran out comes back as <i>unknown</i>.
    /// </summary>
    public Task<IReadOnlyList<OutboxMessage>> Claim(string node, int max, Instant now, CancellationToken stop) => throw new NotImplementedException();

    public Task Mark(IReadOnlyList<SendMark> marks, Instant now, CancellationToken stop) => throw new NotImplementedException();

    /// <summary>The instant at which something is next due; null when nothing waits. Reads only.</summary>
    public Task<Instant?> NextDue(CancellationToken stop) => throw new NotImplementedException();

    /// <summary>Whether one of our messages already carries this id of the provider: a candidate in reconciliation that is taken.</summary>
    public Task<bool> IsTaken(string providerId, CancellationToken stop) => throw new NotImplementedException();

    /// <summary>Applies status callbacks: only forward (sent → delivered → read; failed ends). An unknown message that has one is known to be sent.</summary>
    public Task Apply(IReadOnlyList<DeliveryStatus> statuses, Instant now, CancellationToken stop) => throw new NotImplementedException();
}

/// <summary>A status callback. <paramref name="Rank"/>: see <see cref="Delivery"/>.</summary>
public sealed record DeliveryStatus(long Id, string ProviderId, Delivery Rank, string Code);

/// <summary>How far a message got; stored by name, and moves only to a higher value.</summary>
public enum Delivery
{
    Queued = 0,
    NeedsTemplate = 1,
    Unknown = 2,
    Sent = 3,
    Delivered = 4,
    Read = 5,
    Failed = 6,
}
