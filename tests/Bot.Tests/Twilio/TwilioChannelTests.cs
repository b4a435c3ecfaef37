using System.Net;
using System.Net.Sockets;
using MdtChatBot.Bot.Channels;
using MdtChatBot.Bot.Channels.Twilio;
using MdtChatBot.Bot.Templates;
using MdtChatBot.Storage;
using MdtChatBot.Support;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Templates;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using NodaTime.Testing;

namespace MdtChatBot.Bot.Tests.Twilio;

/// <summary>The channel against a Twilio on this machine, over real HTTP.</summary>
public sealed class TwilioChannelTests : IAsyncLifetime
{
    const string Amina = "whatsapp:+31600000001";
    static readonly Instant Noon = Instant.FromUtc(2026, 11, 23, 12, 0);

    readonly FakeClock _clock = new(Noon);
    readonly List<TwilioApi> _apis = [];
    readonly TemplateShelf _shelf = new(TemplateBook.Empty);
    StubTwilio _twilio = null!;

    public async Task InitializeAsync() => _twilio = await StubTwilio.Start(clock: _clock);

    public async Task DisposeAsync()
    {
        _apis.ForEach(a => a.Dispose());
        await _twilio.DisposeAsync();
    }

    static OutboxMessage Message(long id = 7, string words = "Hoi", string to = Amina) => new()
    {
        Id = id,
        Youth = new YouthId(1),
        Channel = "twilio",
        Address = to,
        Lane = Lane.Reply,
        Written = new Written(words, []),
        TemplateKey = "reminder.oneDay",
        Language = "nl",
        Attempts = 0,
    };

    TwilioOptions Options(string? api = null) => new()
    {
        AccountSid = _twilio.AccountSid,
        AuthToken = _twilio.AuthToken,
        From = "whatsapp:+31600000000",
        PublicBaseUrl = "https://mdt.example.org/",
        ApiBaseUrl = api ?? _twilio.BaseUrl,
    };

    TwilioChannel Channel(TwilioOptions? options = null, TimeSpan? patience = null)
    {
        var set = options ?? Options();
        var api = new TwilioApi(set, patience ?? TwilioApi.Patience);
        _apis.Add(api);
        return new TwilioChannel(new SendRequest(set), api, new SentMessages(api), _shelf, NullLogger<TwilioChannel>.Instance);
    }

    [Fact]
    public async Task A_voice_goes_along_by_its_public_address()
    {
        var message = Message() with { Written = new Written("🔊 Luister maar.", []) { Sound = "abc" } };
        using var form = new SendRequest(Options()).Write(message, Way.Free.Words)!;
        Assert.Contains("MediaUrl=https%3A%2F%2Fmdt.example.org%2Fclips%2Fabc", await form.ReadAsStringAsync(), StringComparison.Ordinal);
        using var without = new SendRequest(Options()).Write(Message(), Way.Free.Words)!;
        Assert.DoesNotContain("MediaUrl", await without.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    Task<SendResult> Send(OutboxMessage? message = null) => Channel().Send(message ?? Message(), Way.Free.Words, CancellationToken.None);

    static Task<bool> NotTaken(string sid) => Task.FromResult(false);

    [Fact]
    public async Task A_message_is_posted_with_our_id_in_the_status_callback()
    {
        var result = await Send(Message(id: 12345, words: "سلام ☕ & 100% + meer"));
        var sent = Assert.Single(_twilio.To(Amina));
        Assert.Equal(new SendResult.Accepted(sent.Sid), result);
        Assert.Equal(("whatsapp:+31600000000", "سلام ☕ & 100% + meer", "https://mdt.example.org/webhooks/twilio/status?m=12345", ""), (sent.From, sent.Body, sent.StatusCallback, sent.ContentSid));
    }

    [Fact]
    public async Task A_business_scoped_id_is_an_address_like_any_other()
    {
        Assert.IsType<SendResult.Accepted>(await Send(Message(to: "whatsapp:NL.134912aBc9")));
        Assert.Single(_twilio.To("whatsapp:NL.134912aBc9"));
    }

    [Fact]
    public async Task The_longest_message_is_taken_and_a_longer_one_never_posted()
    {
        Assert.IsType<SendResult.Accepted>(await Send(Message(words: string.Concat(Enumerable.Repeat("😀", 1600)))));
        Assert.Equal(new SendResult.Refused("too-long"), await Send(Message(words: new string('a', 1601))));
        Assert.Equal(1, _twilio.Posts);
    }

    [Fact]
    public async Task With_a_template_the_content_goes_instead_of_the_words()
    {
        var options = Options();
        var hx = "HX" + new string('1', 32);
        options.Templates["reminder.oneDay"] = new TwilioTemplate { Languages = { ["nl"] = hx }, Variables = { "firstName", "choice.1.id" } };
        var message = Message() with
        {
            Written = new Written("Hoi Amina", [new WrittenChoice("coming:42", "Ja", "")]) { Arguments = new Dictionary<string, string> { ["firstName"] = "Amina" } },
        };

        var channel = Channel(options);
        var way = Assert.IsType<Way.AsTemplate>(channel.WayOf(message, isOpen: true));
        Assert.IsType<SendResult.Accepted>(await channel.Send(message, way, CancellationToken.None));
        var sent = Assert.Single(_twilio.To(Amina));
        Assert.Equal((hx, """{"1":"Amina","2":"coming:42"}""", ""), (sent.ContentSid, sent.ContentVariables, sent.Body));
    }

    [Fact]
    public async Task A_stand_in_goes_out_with_a_callback_of_its_own()
    {
        var hx = "HX" + new string('2', 32);
        var way = new Way.StandIn(new FilledTemplate("window.coach", hx, TemplateCategory.Utility, new Dictionary<string, string> { ["1"] = "Fatima" }));
        Assert.IsType<SendResult.Accepted>(await Channel().Send(Message(id: 9), way, CancellationToken.None));
        var sent = Assert.Single(_twilio.To(Amina));
        Assert.Equal((hx, """{"1":"Fatima"}""", "", "https://mdt.example.org/webhooks/twilio/status?o=9"), (sent.ContentSid, sent.ContentVariables, sent.Body, sent.StatusCallback));
    }

    [Theory]
    [InlineData("fa", "firstName")] // no template in this language
    [InlineData("nl", "unheardOf")] // nothing to fill the variable with
    [InlineData("nl", "choice.1.label")] // no such choice
    [InlineData("nl", "choice.x.label")]
    public async Task Without_a_fitting_template_the_words_go(string language, string variable)
    {
        var options = Options();
        options.Templates["reminder.oneDay"] = new TwilioTemplate { Languages = { ["nl"] = "HX" + new string('1', 32) }, Variables = { variable } };
        var message = Message() with { Language = language };
        var channel = Channel(options);
        var way = Assert.IsType<Way.Free>(channel.WayOf(message, isOpen: true));
        await channel.Send(message, way, CancellationToken.None);
        Assert.Equal("Hoi", Assert.Single(_twilio.To(Amina)).Body);
    }

    [Theory]
    [InlineData(21610, typeof(SendResult.OptedOut))]
    [InlineData(63016, typeof(SendResult.NeedsTemplate))]
    [InlineData(21211, typeof(SendResult.Refused))]
    [InlineData(63018, typeof(SendResult.TryLater))]
    [InlineData(12345, typeof(SendResult.Refused))]
    public async Task An_error_code_is_answered_by_its_class(int code, Type result)
    {
        _twilio.Answer(StubAnswer.Refuse(code));
        Assert.IsType(result, await Send());
    }

    [Fact]
    public async Task Too_many_requests_are_tried_later_when_Twilio_says()
    {
        _twilio.Answer(StubAnswer.TooManyRequests(retryAfterSeconds: 9));
        Assert.Equal(new SendResult.TryLater("20429", Duration.FromSeconds(9)), await Send());
    }

    [Fact]
    public async Task Without_a_wish_of_Twilio_our_own_back_off_decides()
    {
        _twilio.Answer(StubAnswer.TooManyRequests());
        Assert.Equal(new SendResult.TryLater("20429", null), await Send());
    }

    [Fact]
    public async Task While_Twilio_is_unavailable_it_is_tried_later()
    {
        _twilio.Answer(StubAnswer.ServerError(503));
        Assert.Equal(new SendResult.TryLater("20500", null), await Send());
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task After_a_fault_inside_Twilio_nobody_knows(int status)
    {
        _twilio.Answer(StubAnswer.ServerError(status));
        Assert.Equal(new SendResult.Unknown(), await Send());
    }

    [Fact]
    public async Task A_broken_connection_leaves_it_unknown()
    {
        _twilio.Answer(StubAnswer.AcceptThenCut);
        Assert.Equal(new SendResult.Unknown(), await Send());
        Assert.Equal(1, _twilio.Posts);
    }

    [Fact]
    public async Task No_answer_in_time_leaves_it_unknown()
    {
        _twilio.Answer(StubAnswer.AcceptThenHang);
        Assert.Equal(new SendResult.Unknown(), await Channel(patience: TimeSpan.FromMilliseconds(200)).Send(Message(), Way.Free.Words, CancellationToken.None));
    }

    [Fact]
    public async Task A_stop_while_waiting_for_the_answer_leaves_it_unknown()
    {
        _twilio.Answer(StubAnswer.Hang);
        using var stop = new CancellationTokenSource();
        var sending = Channel().Send(Message(), Way.Free.Words, stop.Token);
        while (_twilio.Posts == 0) await Task.Yield();
        await stop.CancelAsync();
        Assert.Equal(new SendResult.Unknown(), await sending);
    }

    [Fact]
    public async Task Where_nobody_listens_nothing_was_sent()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        Assert.Equal(new SendResult.TryLater("no-connection", null), await Channel(Options($"http://127.0.0.1:{port}")).Send(Message(), Way.Free.Words, CancellationToken.None));
    }

    [Fact]
    public async Task With_a_wrong_token_messages_wait_for_somebody_to_set_it_right()
    {
        var options = Options();
        options.AuthToken = "wrong";
        var later = Assert.IsType<SendResult.TryLater>(await Channel(options).Send(Message(), Way.Free.Words, CancellationToken.None));
        Assert.Equal(("20003", Duration.FromMinutes(5)), (later.Code, later.After));
    }

    [Fact]
    public async Task A_message_whose_answer_was_lost_is_found()
    {
        _twilio.Answer(StubAnswer.AcceptThenCut);
        await Send();
        var found = await Channel().FindSent(Message() with { UnknownSince = Noon }, Way.Free.Words, NotTaken, CancellationToken.None);
        Assert.Equal(Assert.Single(_twilio.To(Amina)).Sid, found);
    }

    [Fact]
    public async Task A_message_that_never_arrived_is_not_found()
    {
        _twilio.Answer(StubAnswer.Cut);
        await Send();
        Assert.Null(await Channel().FindSent(Message() with { UnknownSince = Noon }, Way.Free.Words, NotTaken, CancellationToken.None));
    }

    [Fact]
    public async Task An_older_message_of_the_same_words_is_another_one()
    {
        await Send();
        _clock.AdvanceSeconds(6);
        Assert.Null(await Channel().FindSent(Message() with { UnknownSince = _clock.GetCurrentInstant() }, Way.Free.Words, NotTaken, CancellationToken.None));
    }

    [Fact]
    public async Task A_message_that_is_known_by_its_sid_is_another_one()
    {
        await Send();
        var first = Assert.Single(_twilio.To(Amina)).Sid;
        Assert.Null(await Channel().FindSent(Message() with { UnknownSince = Noon }, Way.Free.Words, sid => Task.FromResult(sid == first), CancellationToken.None));
    }

    [Theory]
    [InlineData("Andere woorden", Amina)]
    [InlineData("Hoi", "whatsapp:+31600000002")]
    public async Task Other_words_or_another_youth_are_another_message(string words, string to)
    {
        await Send(Message(words: words, to: to));
        Assert.Null(await Channel().FindSent(Message() with { UnknownSince = Noon }, Way.Free.Words, NotTaken, CancellationToken.None));
    }

    [Fact]
    public async Task A_message_sent_as_template_is_found_whatever_words_Twilio_made_of_it()
    {
        var options = Options();
        options.Templates["reminder.oneDay"] = new TwilioTemplate { Languages = { ["nl"] = "HX" + new string('1', 32) } };
        _twilio.Answer(StubAnswer.AcceptThenCut);
        var way = Channel(options).WayOf(Message(), isOpen: false);
        await Channel(options).Send(Message(), way, CancellationToken.None);
        Assert.NotNull(await Channel(options).FindSent(Message() with { UnknownSince = Noon }, way, NotTaken, CancellationToken.None));
    }

    [Fact]
    public async Task The_list_is_read_to_the_page_where_it_stands()
    {
        _twilio.Answer(StubAnswer.AcceptThenCut);
        await Send();
        for (var i = 0; i < 60; i++) await Send(Message(words: $"later {i}"));
        Assert.NotNull(await Channel().FindSent(Message() with { UnknownSince = Noon }, Way.Free.Words, NotTaken, CancellationToken.None));
        Assert.Equal(2, _twilio.Lists);
    }

    [Fact]
    public async Task While_Twilio_cannot_be_asked_nothing_is_concluded()
    {
        var options = Options();
        options.AuthToken = "wrong";
        await Assert.ThrowsAsync<HttpRequestException>(() => Channel(options).FindSent(Message() with { UnknownSince = Noon }, Way.Free.Words, NotTaken, CancellationToken.None));
    }
}
