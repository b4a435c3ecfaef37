namespace MdtChatBot.Storage.Receiving;

/// <summary>Drops what comes twice in one list.</summary>
static class Once
{
    public static IReadOnlyList<Arrived> Of(IReadOnlyList<Arrived> arrived)
    {
        var seen = new HashSet<string>();
        return [.. arrived.Where(a => IsNew(a, seen))];
    }

    /// <summary>The provider's id, within its channel.</summary>
    public static string Key(Arrived arrived) => $"{arrived.Channel}:{arrived.ProviderId}";

    /// <summary>The second key, within its channel; null without.</summary>
    public static string? RepeatKey(Arrived arrived) => arrived.RepeatKey is { Length: > 0 } key ? $"{arrived.Channel}:repeat:{key}" : null;

    // Both keys are remembered even of a repetition: the next one may carry only the other.
    static bool IsNew(Arrived arrived, HashSet<string> seen) => seen.Add(Key(arrived)) & (RepeatKey(arrived) is not { } repeat || seen.Add(repeat));
}
