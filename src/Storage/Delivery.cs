namespace MdtChatBot.Storage;

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
