using MdtChatBot.Bot.Channels.WebChat;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;

namespace MdtChatBot.Bot.Tests.WebChat;

public class ListenersTests
{
    static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    readonly Listeners _listeners = new();

    [Fact]
    public async Task Every_page_at_the_address_hears_a_message_and_no_other_does()
    {
        using var one = _listeners.Listen("web:a");
        using var two = _listeners.Listen("web:a");
        using var other = _listeners.Listen("web:b");

        Assert.True(_listeners.Tell(Message(7, "web:a")));

        await one.Wait(Long, CancellationToken.None);
        await two.Wait(Long, CancellationToken.None);
        Assert.Equal([7], one.Said().Select(m => m.Id));
        Assert.Equal([7], two.Said().Select(m => m.Id));
        Assert.Empty(other.Said());
    }

    [Fact]
    public void A_message_is_heard_once()
    {
        using var page = _listeners.Listen("web:a");
        _listeners.Tell(Message(7, "web:a"));

        Assert.Single(page.Said());
        Assert.Empty(page.Said());
    }

    [Fact]
    public void Where_no_page_is_open_any_more_nobody_hears()
    {
        _listeners.Listen("web:a").Dispose();

        Assert.False(_listeners.Tell(Message(7, "web:a")));
        Assert.Equal(0, _listeners.Count("web:a"));
    }

    [Fact]
    public void Pages_are_counted_by_address()
    {
        using var one = _listeners.Listen("web:a");
        using var two = _listeners.Listen("web:a");

        Assert.Equal(2, _listeners.Count("web:a"));
    }

    static OutboxMessage Message(long id, string address) => new()
    {
        Id = id,
        Youth = new YouthId(1),
        Channel = WebChatChannel.ChannelName,
        Address = address,
        Lane = Lane.Reply,
        Written = new Written("Hoi", []),
        TemplateKey = "",
        Language = "nl",
        Attempts = 0,
    };
}
