using System.Data.Common;
using MdtChatBot.Bot.Turns;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace MdtChatBot.Bot.Channels.WebChat;

/// <summary>A message as the page posts it.</summary>
/// <param name="Id">Made by the page; the same on every try, so that a message is stored once.</param>
/// <param name="Words">What was typed, or the label of what was tapped.</param>
/// <param name="Tapped">The id of the tapped choice; null for typed text.</param>
public sealed record PostedMessage(Guid Id, string? Words, string? Tapped)
{
    /// <summary>As much as WhatsApp takes in one message, in UTF-16 units.</summary>
    public const int LongestWords = 4096;

    /// <summary>As in <see cref="Workflow.Content.Choice.Id"/>.</summary>
    public const int LongestTap = 200;

    /// <summary>Answers 202 when the message is durable; 401 without a conversation; 503 when the database is away.</summary>
    internal static async Task<Results<Accepted, ValidationProblem, UnauthorizedHttpResult, StatusCodeHttpResult>> Take(
        PostedMessage message, HttpRequest request, InboxWriter inbox, Catalogue catalogue, IClock clock, CancellationToken stop)
    {
        if (request.Conversation() is not { } conversation) return TypedResults.Unauthorized();
        if (message.Faults() is { Count: > 0 } faults) return TypedResults.ValidationProblem(faults);
        try
        {
            await inbox.Accept(message.From(conversation, PageWords.Preferred(request, catalogue), clock.GetCurrentInstant()), stop);
            return TypedResults.Accepted((string?)null);
        }
        catch (DbException)
        {
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    Dictionary<string, string[]> Faults()
    {
        var faults = new Dictionary<string, string[]>();
        if (Id == Guid.Empty) faults["id"] = ["A UUID, the same on every try."];
        if (Words is { Length: > LongestWords }) faults["words"] = [$"At most {LongestWords} characters."];
        if (string.IsNullOrWhiteSpace(Words) && string.IsNullOrEmpty(Tapped)) faults["words"] = ["Words or a tap."];
        if (Tapped is { Length: > LongestTap }) faults["tapped"] = [$"At most {LongestTap} characters."];
        return faults;
    }

    Arrived From(ConversationId conversation, Language? reads, Instant now) => new()
    {
        Channel = WebChatChannel.ChannelName,
        Address = conversation.Address,
        ProviderId = $"{conversation.Address}:{Id:N}",
        Inbound = new Inbound.Message(Words?.Trim() ?? "", string.IsNullOrEmpty(Tapped) ? null : Tapped, Reads: reads),
        At = now,
    };
}
