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
/// <param name="TakesBack">The line of the transcript that the youth deletes; with words, those come in its place. Null for what is new.</param>
public sealed record PostedMessage(Guid Id, string? Words, string? Tapped, long? TakesBack = null)
{
    /// <summary>As much as WhatsApp takes in one message, in UTF-16 units.</summary>
    public const int LongestWords = 4096;

    /// <summary>As in <see cref="Workflow.Content.Choice.Id"/>.</summary>
    public const int LongestTap = 200;

    /// <summary>Answers 202 when the message is durable; 401 without a conversation; 503 when the database is away.</summary>
    internal static async Task<Results<Accepted, ValidationProblem, UnauthorizedHttpResult, StatusCodeHttpResult>> Take(
        PostedMessage message, HttpRequest request, InboxWriter inbox, WorkLists lists, Catalogue catalogue, IClock clock, CancellationToken stop)
    {
        if (request.Conversation() is not { } conversation) return TypedResults.Unauthorized();
        if (message.Faults() is { Count: > 0 } faults) return TypedResults.ValidationProblem(faults);
        try
        {
            var now = clock.GetCurrentInstant();
            // Where everything was erased there is nothing left to take back.
            if (message.TakesBack is { } line && await lists.FindYouth(WebChatChannel.ChannelName, conversation.Address, stop) is not null)
                await inbox.Accept(message.Arriving(conversation, now, ":back", new Inbound.TakenBack(line)), stop);
            if (message.SaysSomething) await inbox.Accept(message.Arriving(conversation, now, "", message.Said(PageWords.Preferred(request, catalogue))), stop);
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
        if (!SaysSomething && TakesBack is null) faults["words"] = ["Words or a tap."];
        if (Tapped is { Length: > LongestTap }) faults["tapped"] = [$"At most {LongestTap} characters."];
        return faults;
    }

    bool SaysSomething => !string.IsNullOrWhiteSpace(Words) || !string.IsNullOrEmpty(Tapped);

    Inbound.Message Said(Language? reads) => new(Words?.Trim() ?? "", string.IsNullOrEmpty(Tapped) ? null : Tapped, Reads: reads);

    /// <param name="part">Tells apart what one post brings.</param>
    Arrived Arriving(ConversationId conversation, Instant now, string part, Inbound inbound) => new()
    {
        Channel = WebChatChannel.ChannelName,
        Address = conversation.Address,
        ProviderId = $"{conversation.Address}:{Id:N}{part}",
        Inbound = inbound,
        At = now,
    };
}
