using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using Microsoft.Extensions.Options;

namespace MdtChatBot.Bot.Channels.WebChat;

/// <summary>
/// What one open page is sent: first what was said since the line it names, then each new line. Lines come from the database,
/// so the stream can be taken up after a reload, on another node or after a restart.
/// </summary>
public sealed class EventStream(WorkLists lists, Listeners listeners, LineWriter writer, IHostApplicationLifetime host, IOptions<WebChatOptions> options)
{
    const int Page = 200;

    // Messages of this node ring at once; those of other nodes, and lines that need no answer, are found by looking.
    static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);
    const int LooksBetweenBeats = 15;

    internal static IResult Open(HttpRequest request, EventStream stream, long after = 0)
    {
        if (request.Conversation() is not { } conversation) return TypedResults.Unauthorized();
        if (!stream.HasRoom(conversation)) return TypedResults.StatusCode(StatusCodes.Status429TooManyRequests);
        if (long.TryParse(request.Headers["Last-Event-ID"], out var last)) after = last;

        // Proxies must pass lines on as they come.
        request.HttpContext.Response.Headers["X-Accel-Buffering"] = "no";
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return TypedResults.ServerSentEvents(stream.Follow(conversation, after, request.HttpContext.RequestAborted));
    }

    /// <summary>Ends when the page goes or the program stops.</summary>
    public async IAsyncEnumerable<SseItem<ShownLines>> Follow(ConversationId conversation, long after, [EnumeratorCancellation] CancellationToken gone)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(gone, host.ApplicationStopping);
        using var listener = listeners.Listen(conversation.Address);
        yield return Lines(await Since(listener, after, stop.Token), ref after);
        for (var looks = 0; !stop.IsCancellationRequested;)
        {
            try
            {
                await listener.Wait(LookEvery, stop.Token);
            }
            catch (OperationCanceledException)
            {
                yield break;
            }

            var lines = await Since(listener, after, stop.Token);
            if (lines.Count > 0) yield return Lines(lines, ref after);
            else if (++looks < LooksBetweenBeats) continue;
            else yield return new SseItem<ShownLines>(new ShownLines([]), "beat");
            looks = 0;
        }
    }

    bool HasRoom(ConversationId conversation) => listeners.Count(conversation.Address) < options.Value.PagesPerConversation;

    static SseItem<ShownLines> Lines(List<ShownLine> lines, ref long after)
    {
        after = lines.Count == 0 ? after : lines[^1].Id;
        return new SseItem<ShownLines>(new ShownLines(lines), "lines") { EventId = after.ToString() };
    }

    async Task<List<ShownLine>> Since(Listener listener, long after, CancellationToken stop)
    {
        // Taken before reading: what was said by now is in the database by now, unless it was erased.
        var said = listener.Said();
        var youth = await lists.FindYouth(WebChatChannel.ChannelName, listener.Address, stop);
        var kept = youth is { } known ? await Kept(known, after, stop) : [];
        var read = kept.Select(l => l.Id).ToHashSet();
        return
        [
            .. kept.Where(l => l.FromYouth || l.Delivery != Delivery.Failed).Select(writer.Write)
                .Concat(said.Where(m => m.Id > after && !read.Contains(m.Id)).Select(writer.Write))
                .OrderBy(l => l.Id),
        ];
    }

    async Task<List<TranscriptLine>> Kept(YouthId youth, long after, CancellationToken stop)
    {
        var all = new List<TranscriptLine>();
        while (true)
        {
            var page = await lists.Transcript(youth, after, Page, stop);
            all.AddRange(page);
            if (page.Count < Page) return all;
            after = page[^1].Id;
        }
    }
}
