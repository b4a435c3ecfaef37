using MdtChatBot.Storage;
using NodaTime;

namespace MdtChatBot.Bot.Sending;

/// <summary>A message in this node's hands.</summary>
/// <param name="Since">When the lease began, at the latest.</param>
/// <param name="FromQueue">Claimed from the queue; otherwise handed over by the turn that wrote it.</param>
public readonly record struct Leased(OutboxMessage Message, Instant Since, bool FromQueue)
{
    /// <summary>No attempt begins later: it would not end before the lease does (Twilio answers or fails within 15 s).</summary>
    public bool IsTooOldToSend(Instant now) => now > Since + Outbox.Lease - Duration.FromSeconds(20);

    /// <summary>Another node may have it by now.</summary>
    public bool IsLost(Instant now) => now >= Since + Outbox.Lease;
}
