using MdtChatBot.Bot.Sending;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using NodaTime;

namespace MdtChatBot.Bot.Tests.Sending;

/// <summary>Messages as the queue would lease them.</summary>
static class SendingSamples
{
    public static readonly Instant Noon = Instant.FromUtc(2026, 11, 23, 12, 0);

    public static OutboxMessage Message(long id, long youth = 1, Lane lane = Lane.Reply, string channel = "twilio") => new()
    {
        Id = id,
        Youth = new YouthId(youth),
        Channel = channel,
        Address = $"address-{youth}",
        Lane = lane,
        Written = new Written($"words {id}", []),
        TemplateKey = "",
        Language = "nl",
        Attempts = 0,
        LastHeard = Noon,
    };

    public static Leased Leased(OutboxMessage message, Instant? since = null) => new(message, since ?? Noon, FromQueue: false);
}
