using System.Collections.Concurrent;
using MdtChatBot.Bot.Channels;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Templates;

namespace MdtChatBot.Bot.Tests.Sending;

/// <summary>A channel that keeps what it was asked to send, and answers as told.</summary>
public sealed class RecordingChannel(string name = "twilio") : IChannel
{
    readonly ConcurrentQueue<OutboxMessage> _sent = new();
    readonly ConcurrentQueue<OutboxMessage> _lookedFor = new();

    public string Name => name;

    public bool HasWindow { get; init; }

    public bool IsLimited { get; init; }

    public bool HasTemplates { get; init; }

    /// <summary>The answer to an attempt; accepts under <c>SM{id}</c> unless told otherwise.</summary>
    public Func<OutboxMessage, Task<SendResult>> Answer { get; set; } = m => Task.FromResult<SendResult>(new SendResult.Accepted($"SM{m.Id}"));

    /// <summary>The answer to a look at the provider.</summary>
    public Func<OutboxMessage, Task<string?>> Find { get; set; } = _ => Task.FromResult<string?>(null);

    public IReadOnlyList<OutboxMessage> Sent => [.. _sent];

    public IReadOnlyList<OutboxMessage> LookedFor => [.. _lookedFor];

    /// <summary>What may go out in place of a message.</summary>
    public FilledTemplate? StandIn { get; init; }

    /// <summary>On which way each was sent.</summary>
    public ConcurrentQueue<Way> Ways { get; } = new();

    public Way WayOf(OutboxMessage message, bool isOpen) =>
        isOpen ? Way.Free.Words
        : HasTemplates ? new Way.AsTemplate(new FilledTemplate(message.TemplateKey, "HX1", TemplateCategory.Utility, new Dictionary<string, string>()))
        : StandIn is { } standIn ? new Way.StandIn(standIn)
        : Way.Waits.ForYouth;

    public Task<SendResult> Send(OutboxMessage message, Way way, CancellationToken stop)
    {
        Ways.Enqueue(way);
        _sent.Enqueue(message);
        return Answer(message).WaitAsync(stop);
    }

    public Task<string?> FindSent(OutboxMessage message, Way way, Func<string, Task<bool>> isTaken, CancellationToken stop)
    {
        _lookedFor.Enqueue(message);
        return Find(message);
    }
}
