using System.Text.Json.Serialization;

namespace MdtChatBot.Bot.Channels.Twilio;

/// <summary>Twilio's JSON: answers to sends, lists of messages, errors, and the variables of a template.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(TwilioAnswer))]
[JsonSerializable(typeof(TwilioMessagePage))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, string>))]
sealed partial class TwilioJson : JsonSerializerContext;

/// <summary>A message that was taken (<c>sid</c>), or an error (<c>code</c>).</summary>
sealed record TwilioAnswer
{
    public string? Sid { get; init; }

    public int? Code { get; init; }
}

/// <summary>A page of the list of messages, newest first.</summary>
sealed record TwilioMessagePage
{
    public IReadOnlyList<TwilioMessage>? Messages { get; init; }

    /// <summary>Path and query of the next page; null on the last.</summary>
    public string? NextPageUri { get; init; }
}

/// <summary>A message in the list. Dates are RFC 2822 text.</summary>
sealed record TwilioMessage
{
    public string? Sid { get; init; }

    public string? To { get; init; }

    public string? Body { get; init; }

    public string? Direction { get; init; }

    public string? DateCreated { get; init; }
}
