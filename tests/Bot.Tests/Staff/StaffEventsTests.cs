using System.Net;
using System.Net.ServerSentEvents;
using MdtChatBot.Bot.Staff;
using MdtChatBot.Storage;

namespace MdtChatBot.Bot.Tests.Staff;

public sealed class StaffEventsTests(StaffHouse house) : IClassFixture<StaffHouse>
{
    [Fact]
    public async Task An_open_page_is_told_what_this_node_raises_and_nothing_else()
    {
        using var browser = await StaffBrowser.As(house.Bot, "Sanne");
        await using var stream = await Listen(browser, "handoffs,sessions");
        await house.Bot.The<StaffEvents>().Raise("referrals", CancellationToken.None);
        await house.Bot.The<StaffEvents>().Raise("handoffs", CancellationToken.None);

        Assert.Equal("handoffs", await stream.Next());
    }

    [Fact]
    public async Task An_open_page_is_told_what_another_node_raises()
    {
        using var browser = await StaffBrowser.As(house.Bot, "Sanne");
        await using var stream = await Listen(browser, "attendance");
        // Two looks: the first only learns how things stand.
        await Task.WhenAny(stream.Next(), RaiseElsewhere("attendance"));

        Assert.Equal("attendance", await stream.Next());
    }

    [Theory]
    [InlineData("")]
    [InlineData("1,2,3,4,5,6,7,8,9,10,11,12,13")]
    public async Task Nonsense_is_not_listened_to(string topics)
    {
        using var browser = await StaffBrowser.As(house.Bot, "Sanne");
        using var answer = await browser.Get($"/staff/events?topics={topics}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Who_is_not_signed_in_hears_nothing()
    {
        using var browser = new StaffBrowser(house.Bot);
        using var answer = await browser.Get("/staff/events?topics=handoffs");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    // Until it is heard: the first look after a page opens only learns how things stand.
    async Task RaiseElsewhere(string topic)
    {
        var elsewhere = new LiveTopics(house.Bot.The<Database>());
        for (var tries = 0; tries < 50; tries++)
        {
            await elsewhere.Raise(topic, CancellationToken.None);
            await Task.Delay(100);
        }
    }

    static async Task<Stream> Listen(StaffBrowser browser, string topics)
    {
        var answer = await browser.Get($"/staff/events?topics={topics}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var items = SseParser.Create(await answer.Content.ReadAsStreamAsync()).EnumerateAsync().GetAsyncEnumerator();
        Assert.True(await items.MoveNextAsync());
        Assert.Equal("beat", items.Current.EventType);
        return new Stream(answer, items);
    }

    sealed class Stream(HttpResponseMessage answer, IAsyncEnumerator<SseItem<string>> items) : IAsyncDisposable
    {
        Task<string>? _next;

        public Task<string> Next() => _next ??= Read();

        public ValueTask DisposeAsync()
        {
            answer.Dispose();
            return ValueTask.CompletedTask;
        }

        async Task<string> Read()
        {
            while (await items.MoveNextAsync())
                if (items.Current.EventType == "changed") return items.Current.Data;
            throw new InvalidOperationException("The stream ended.");
        }
    }
}
