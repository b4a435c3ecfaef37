using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Reminders;

namespace MdtChatBot.Storage;

/// <summary>What only storage writes as JSON; everything of the domain goes through <see cref="WorkflowJson"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Written))]
[JsonSerializable(typeof(IReadOnlyList<string>))]
sealed partial class StorageJson : JsonSerializerContext
{
    static StorageJson Stored { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Write(Written written) => JsonSerializer.Serialize(written, Stored.Written);

    public static string Write(Conversation conversation) => JsonSerializer.Serialize(conversation, WorkflowJson.Stored.Conversation);

    public static string Write(Inbound inbound) => JsonSerializer.Serialize(inbound, WorkflowJson.Stored.Inbound);

    public static string Write(SetFor setFor) => JsonSerializer.Serialize(setFor, WorkflowJson.Stored.SetFor);

    public static string Write(Saying saying) => JsonSerializer.Serialize(saying, WorkflowJson.Stored.Saying);

    public static string Write(LocalText words) => JsonSerializer.Serialize(words, WorkflowJson.Stored.LocalText);

    public static string Write(IReadOnlyList<Interest> interests) => JsonSerializer.Serialize(interests, WorkflowJson.Stored.IReadOnlyListInterest);

    public static string Write(IReadOnlyList<string> names) => JsonSerializer.Serialize(names, Stored.IReadOnlyListString);

    public static Written ReadWritten(string json) => JsonSerializer.Deserialize(json, Stored.Written)!;

    /// <summary>What was stored; or something instead and, in <paramref name="unreadable"/>, the type of what was thrown: a newer program wrote it, or a hand did.</summary>
    public static T ReadOr<T>(T instead, Func<T> read, ref string? unreadable)
    {
        try
        {
            return read();
        }
        catch (Exception thrown) when (thrown is JsonException or NotSupportedException or ArgumentException)
        {
            unreadable = thrown.GetType().Name;
            return instead;
        }
    }

    public static Conversation ReadConversation(string json) => JsonSerializer.Deserialize(json, WorkflowJson.Stored.Conversation)!;

    public static Inbound ReadInbound(string json) => JsonSerializer.Deserialize(json, WorkflowJson.Stored.Inbound)!;

    public static SetFor ReadSetFor(string json) => JsonSerializer.Deserialize(json, WorkflowJson.Stored.SetFor)!;

    public static Saying ReadSaying(string json) => JsonSerializer.Deserialize(json, WorkflowJson.Stored.Saying)!;

    public static LocalText ReadWords(string json) => JsonSerializer.Deserialize(json, WorkflowJson.Stored.LocalText)!;

    public static IReadOnlyList<Interest> ReadInterests(string json) => JsonSerializer.Deserialize(json, WorkflowJson.Stored.IReadOnlyListInterest)!;

    public static IReadOnlyList<string> ReadNames(string json) => JsonSerializer.Deserialize(json, Stored.IReadOnlyListString)!;
}
