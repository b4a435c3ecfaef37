using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using NodaTime;

namespace MdtChatBot.Storage;

/// <summary>One thing that came in from a channel, before it is known which youth it is.</summary>
public sealed record Arrived
{
    /// <summary><c>twilio</c>, <c>web</c> or <c>terminal</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>Where the answer goes: <c>whatsapp:+316…</c>, <c>whatsapp:NL.…</c>, or the web chat's unguessable id.</summary>
    public required string Address { get; init; }

    /// <summary>A second address of the same youth in the same message (a BSUID beside a number); null without.</summary>
    public string? AlsoAddress { get; init; }

    /// <summary>The provider's id of the message; a second arrival with the same id is dropped.</summary>
    public required string ProviderId { get; init; }

    /// <summary>A second key under which the same request may be repeated (<c>I-Twilio-Idempotency-Token</c>); null without.</summary>
    public string? RepeatKey { get; init; }

    public required Inbound Inbound { get; init; }

    public required Instant At { get; init; }
}

/// <summary>Something that staff or the program itself addresses to a known youth. <c>Key</c> makes it happen once.</summary>
public sealed record Addressed(YouthId Youth, string Key, Inbound Inbound, Instant At);

/// <summary>An input that failed three times and waits for staff to look at it.</summary>
public sealed record SetAsideInput(long Id, YouthId Youth, Instant At, int Attempts, string Error);
