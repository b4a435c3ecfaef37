using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace MdtChatBot.Bot.Channels.WebChat;

/// <summary>
/// The unguessable name of one conversation in the web chat: 128 random bits. Whoever knows it reads the conversation,
/// so it lives in a cookie that scripts can't read and never appears in a log.
/// </summary>
public readonly partial record struct ConversationId
{
    ConversationId(string value) => Value = value;

    public string Value { get; }

    /// <summary>Where answers go, as stored with the youth.</summary>
    public string Address => "web:" + Value;

    public static ConversationId New() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)));

    /// <summary>Null where the words are not such an id.</summary>
    public static ConversationId? Parse(string? words) => words is not null && Form().IsMatch(words) ? new(words) : null;

    /// <summary>Hidden on purpose: an id that is logged is an id that is lost.</summary>
    public override string ToString() => "(web conversation)";

    // 16 bytes are 22 letters of base64url.
    [GeneratedRegex(@"^[A-Za-z0-9_-]{22}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
