using MdtChatBot.Bot.Channels;
using MdtChatBot.Bot.Sending;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Templates;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using NodaTime.Testing;
using static MdtChatBot.Bot.Tests.Sending.SendingSamples;

namespace MdtChatBot.Bot.Tests.Sending;

public sealed class AttemptTests
{
    readonly FakeClock _clock = new(Noon);
    readonly RecordingChannel _channel = new() { HasWindow = true };

    static readonly FilledTemplate PickUp = new("window.coach", "HX2", TemplateCategory.Utility, new Dictionary<string, string>());

    bool _hasStoodIn;

    Task<SendMark> Make(OutboxMessage message, IChannel? channel = null, CancellationToken cut = default) =>
        new Attempt((_, _) => Task.FromResult(false), _clock, NullLogger<Attempt>.Instance, (_, _, _, _) => Task.FromResult(_hasStoodIn)).Make(channel ?? _channel, message, cut);

    void Answers(SendResult result) => _channel.Answer = _ => Task.FromResult(result);

    [Fact]
    public async Task What_the_provider_took_is_sent() =>
        Assert.Equal(new SendMark.Sent(1, "SM1"), await Make(Message(1)));

    [Fact]
    public async Task What_the_provider_refuses_fails_with_its_code()
    {
        Answers(new SendResult.Refused("63024"));
        Assert.Equal(new SendMark.Failed(1, "63024"), await Make(Message(1)));
    }

    [Fact]
    public async Task Who_opted_out_at_the_provider_is_marked_so()
    {
        Answers(new SendResult.OptedOut("21610"));
        Assert.Equal(new SendMark.OptedOut(1, "21610"), await Make(Message(1)));
    }

    [Fact]
    public async Task What_is_put_off_waits_by_the_number_of_attempts_before()
    {
        Answers(new SendResult.TryLater("20429", After: null));
        Assert.Equal(new SendMark.Again(1, Noon + Duration.FromMinutes(2), "20429"), await Make(Message(1) with { Attempts = 2 }));
    }

    [Fact]
    public async Task An_answer_that_never_came_leaves_the_message_unknown()
    {
        Answers(new SendResult.Unknown());
        Assert.Equal(new SendMark.Unknown(1, Noon, Noon + Duration.FromSeconds(20)), await Make(Message(1)));
    }

    [Fact]
    public async Task A_send_that_is_cut_off_leaves_the_message_unknown()
    {
        _channel.Answer = _ => new TaskCompletionSource<SendResult>().Task;
        using var cut = new CancellationTokenSource();
        var attempt = Make(Message(1), cut: cut.Token);
        await cut.CancelAsync();
        Assert.IsType<SendMark.Unknown>(await attempt);
    }

    [Fact]
    public async Task A_channel_that_throws_every_time_does_not_go_on_for_ever()
    {
        _channel.Answer = _ => throw new FormatException();
        Assert.IsType<SendMark.Unknown>(await Make(Message(1)));
        Assert.Equal(new SendMark.Failed(1, "FormatException"), await Make(Message(1) with { Attempts = 4 }));
    }

    [Fact]
    public async Task Words_go_out_until_shortly_before_the_window_closes()
    {
        var closing = Noon - Duration.FromHours(24) + Duration.FromMinutes(5);
        Assert.IsType<SendMark.Sent>(await Make(Message(1) with { LastHeard = closing + Duration.FromSeconds(1) }));
        Assert.Equal(new SendMark.NeedsTemplate(2), await Make(Message(2) with { LastHeard = closing }));
        Assert.Equal(new SendMark.NeedsTemplate(3), await Make(Message(3) with { LastHeard = null }));
        Assert.Equal([1], _channel.Sent.Select(m => m.Id));
    }

    [Fact]
    public async Task Outside_the_window_a_template_goes_out()
    {
        var templates = new RecordingChannel { HasWindow = true, HasTemplates = true };
        Assert.Equal(new SendMark.Sent(1, "SM1") { As = SentAs.Template, Category = MessageCategory.Utility }, await Make(Message(1) with { LastHeard = null }, templates));
    }

    [Fact]
    public async Task Outside_the_window_a_stand_in_goes_out_and_the_message_waits()
    {
        var channel = new RecordingChannel { HasWindow = true, StandIn = PickUp };
        Assert.Equal(new SendMark.StoodIn(1, "window.coach", MessageCategory.Utility), await Make(Message(1) with { LastHeard = null }, channel));
        Assert.IsType<Way.StandIn>(Assert.Single(channel.Ways));
    }

    [Fact]
    public async Task A_stand_in_that_nobody_answered_is_not_sent_again()
    {
        _hasStoodIn = true;
        var channel = new RecordingChannel { HasWindow = true, StandIn = PickUp };
        Assert.Equal(new SendMark.NeedsTemplate(1), await Make(Message(1) with { LastHeard = null }, channel));
        Assert.Empty(channel.Sent);
    }

    [Fact]
    public async Task A_stand_in_of_unknown_fate_that_went_out_is_not_the_message()
    {
        var channel = new RecordingChannel { HasWindow = true, StandIn = PickUp, Find = _ => Task.FromResult<string?>("SM-found") };
        var message = Message(1) with { LastHeard = null, UnknownSince = Noon - Duration.FromMinutes(1) };
        Assert.Equal(new SendMark.StoodIn(1, "window.coach", MessageCategory.Utility), await Make(message, channel));
        Assert.Empty(channel.Sent);
    }

    [Fact]
    public async Task A_channel_without_a_window_sends_at_any_time() =>
        Assert.IsType<SendMark.Sent>(await Make(Message(1) with { LastHeard = null }, new RecordingChannel("web")));

    [Fact]
    public async Task A_message_that_came_too_late_is_not_sent()
    {
        Assert.Equal(new SendMark.Failed(1, "expired"), await Make(Message(1) with { Expires = Noon }));
        Assert.Empty(_channel.Sent);
    }

    [Fact]
    public async Task An_unknown_message_that_the_provider_has_is_not_sent_again()
    {
        _channel.Find = _ => Task.FromResult<string?>("SM-found");
        Assert.Equal(new SendMark.Sent(1, "SM-found"), await Make(Message(1) with { UnknownSince = Noon - Duration.FromMinutes(1) }));
        Assert.Empty(_channel.Sent);
    }

    [Fact]
    public async Task An_unknown_message_that_the_provider_does_not_have_is_sent()
    {
        Assert.Equal(new SendMark.Sent(1, "SM1"), await Make(Message(1) with { UnknownSince = Noon - Duration.FromMinutes(1) }));
        Assert.Single(_channel.LookedFor);
        Assert.Single(_channel.Sent);
    }

    [Fact]
    public async Task An_unknown_message_is_left_alone_while_the_provider_cannot_be_asked()
    {
        _channel.Find = _ => throw new HttpRequestException();
        var since = Noon - Duration.FromMinutes(1);
        Assert.Equal(new SendMark.Unknown(1, since, Noon + Duration.FromSeconds(30)), await Make(Message(1) with { UnknownSince = since }));
        Assert.Empty(_channel.Sent);
    }

    [Fact]
    public async Task A_message_that_stays_unknown_time_after_time_is_given_up_after_a_day()
    {
        Answers(new SendResult.Unknown());
        var since = Noon - Duration.FromHours(2);
        Assert.Equal(new SendMark.Unknown(1, since, Noon + Duration.FromMinutes(10)), await Make(Message(1) with { UnknownSince = since }));
        Assert.Equal(new SendMark.Failed(2, "unknown"), await Make(Message(2) with { UnknownSince = Noon - Duration.FromHours(24) }));
    }

    [Fact]
    public async Task A_message_of_a_known_fate_is_not_looked_for()
    {
        await Make(Message(1));
        Assert.Empty(_channel.LookedFor);
    }
}
