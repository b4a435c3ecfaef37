using System.Net;

namespace MdtChatBot.Browser.Tests;

/// <summary>Conversations as the server keeps them, whatever page or program asks.</summary>
[Collection(BrowserTests.Name)]
public sealed class ConversationRequestTests(Chromium chromium) : IDisposable
{
    readonly Visitor _visitor = new(chromium.Bot.Address);

    [Fact]
    public async Task A_conversation_lives_in_a_cookie_that_scripts_and_other_sites_cannot_use()
    {
        var cookie = await _visitor.Begin();

        Assert.Matches("^mdt-chat=[A-Za-z0-9_-]{22}; .*httponly", cookie);
        Assert.Contains("samesite=strict", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conversation_is_kept_until_a_fresh_one_is_asked_for()
    {
        var first = await _visitor.Begin();

        Assert.Equal(first, await _visitor.Begin());
        Assert.NotEqual(first, await _visitor.Begin(fresh: true));
    }

    [Fact]
    public async Task A_repeated_message_is_stored_once()
    {
        await _visitor.Begin();
        var id = Guid.NewGuid();

        Assert.Equal(HttpStatusCode.Accepted, await _visitor.Say("Hoi", id));
        Assert.Equal(HttpStatusCode.Accepted, await _visitor.Say("Hoi", id));
        Assert.Equal(HttpStatusCode.Accepted, await _visitor.Say("Nederlands"));

        var lines = await _visitor.Listen(until: line => line.Words == "Nederlands");
        Assert.Equal(["Hoi", "Nederlands"], lines.Where(l => l.From == "youth").Select(l => l.Words));
    }

    [Fact]
    public async Task The_stream_goes_on_after_the_line_that_the_page_saw_last()
    {
        await _visitor.Begin();
        await _visitor.Say("Hoi");
        var seen = (await _visitor.Listen(until: line => line.From == "bot"))[^1];
        await _visitor.Say("Nederlands");

        var lines = await _visitor.Listen(until: line => line.Words == "Nederlands", after: seen.Id);

        Assert.All(lines, line => Assert.True(line.Id > seen.Id));
    }

    [Fact]
    public async Task One_conversation_does_not_see_another()
    {
        await _visitor.Begin();
        await _visitor.Say("Van mij");
        await _visitor.Listen(until: line => line.Words == "Van mij");
        await _visitor.Begin(fresh: true);
        await _visitor.Say("Van een ander");

        var lines = await _visitor.Listen(until: line => line.Words == "Van een ander");

        Assert.DoesNotContain("Van mij", lines.Select(l => l.Words));
    }

    [Fact]
    public async Task Without_a_conversation_nothing_is_taken_or_told()
    {
        using var events = await _visitor.Get("/webchat/events");

        Assert.Equal(HttpStatusCode.Unauthorized, events.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await _visitor.Say("Hoi"));
    }

    [Theory]
    [InlineData("""{"id":"00000000-0000-0000-0000-000000000000","words":"Hoi"}""")]
    [InlineData("""{"id":"6f1c2a34-98f0-4a55-8a51-2f3f6b1d9f01","words":"  "}""")]
    [InlineData("""{"id":"6f1c2a34-98f0-4a55-8a51-2f3f6b1d9f01"}""")]
    [InlineData("""{"id":"no uuid","words":"Hoi"}""")]
    [InlineData("""{"words":"Hoi"}""")]
    [InlineData("""{"id":""")]
    [InlineData("[]")]
    [InlineData("null")]
    public async Task What_is_no_message_is_refused(string json)
    {
        await _visitor.Begin();

        using var answer = await _visitor.Post(json);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData(4096, HttpStatusCode.Accepted)]
    [InlineData(4097, HttpStatusCode.BadRequest)]
    [InlineData(40_000, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_message_is_as_long_as_on_WhatsApp_at_most(int letters, HttpStatusCode answer)
    {
        await _visitor.Begin();

        Assert.Equal(answer, await _visitor.Say(new string('م', letters)));
    }

    [Fact]
    public async Task Who_writes_very_fast_is_asked_to_wait()
    {
        await _visitor.Begin();
        var answer = await _visitor.Post("{}");
        for (var i = 0; i < 60 && answer.StatusCode != HttpStatusCode.TooManyRequests; i++)
        {
            answer.Dispose();
            answer = await _visitor.Post("{}");
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.True(answer.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        answer.Dispose();
    }

    public void Dispose() => _visitor.Dispose();
}
