namespace MdtChatBot.Storage;

/// <summary>A first name as it is searched: small letters, without the space around it.</summary>
static class NameKey
{
    public static string Of(string name) => name.Trim().ToLowerInvariant();

    /// <summary>Just behind every name that begins so.</summary>
    public static string After(string key) => key + "\U0010FFFF";
}
