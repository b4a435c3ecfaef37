using MdtChatBot.Bot.Channels;
using MdtChatBot.Bot.Sending;
using MdtChatBot.Bot.Tests.Turns;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Templates;
using NodaTime.Testing;
using static MdtChatBot.Bot.Tests.Sending.SendingSamples;

namespace MdtChatBot.Bot.Tests.Sending;

public sealed class PumpTests : IDisposable
{
    readonly FakeClock _clock = new(Noon);
    readonly List<SendMark?> _done = [];
    readonly TaskCompletionSource<SendResult> _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    Pump? _pump;

    Pump PumpOf(RecordingChannel channel, int inFlight = 64) => _pump = new Pump(
        new Line(channel, inFlight, messagesPerSecond: 80),
        _clock,
        async (line, message) => await line.Channel.Send(message, Way.Free.Words, CancellationToken.None) is SendResult.Accepted accepted
            ? new SendMark.Sent(message.Id, accepted.ProviderId)
            : new SendMark.NeedsTemplate(message.Id),
        (_, mark) => { lock (_done) _done.Add(mark); });

    [Fact]
    public async Task Ten_thousand_sends_that_end_at_once_do_not_nest()
    {
        var channel = new RecordingChannel();
        var pump = PumpOf(channel, inFlight: 1);
        for (var from = 0; from < 10_000; from += 5_000)
        {
            pump.Start([.. Enumerable.Range(from, 5_000).Select(id => Leased(Message(id, id)))]);
            await Eventually.True(() => channel.Sent.Count == from + 5_000, "all are sent");
        }
        Assert.Equal(Enumerable.Range(0, 10_000).Select(id => (long)id), channel.Sent.Select(m => m.Id));
    }

    [Fact]
    public async Task A_send_that_ends_makes_room_for_the_next()
    {
        var channel = new RecordingChannel { Answer = m => m.Id == 1 ? _held.Task : Task.FromResult<SendResult>(new SendResult.Accepted("SM")) };
        PumpOf(channel, inFlight: 1).Start([Leased(Message(1)), Leased(Message(2, 2))]);
        await Eventually.True(() => channel.Sent.Count == 1, "the first is under way");
        _held.SetResult(new SendResult.Accepted("SM"));
        await Eventually.True(() => channel.Sent.Count == 2, "the second follows");
    }

    [Fact]
    public async Task When_the_rate_frees_the_next_goes_by_itself()
    {
        var channel = new RecordingChannel { IsLimited = true };
        PumpOf(channel).Start([.. Enumerable.Range(1, 21).Select(id => Leased(Message(id, id)))]);
        await Eventually.True(() => channel.Sent.Count == 20, "a quarter of a second's messages are sent");
        _clock.AdvanceMilliseconds(13);
        await Eventually.True(() => channel.Sent.Count == 21, "the next follows");
    }

    [Fact]
    public async Task Closed_it_puts_back_what_waits_and_lets_the_rest_end()
    {
        var channel = new RecordingChannel { Answer = _ => _held.Task };
        var pump = PumpOf(channel, inFlight: 1);
        pump.Start([Leased(Message(1)), Leased(Message(2, 2))]);
        await Eventually.True(() => channel.Sent.Count == 1, "the first is under way");

        pump.Close();
        pump.Start([Leased(Message(3, 3))]);
        Assert.Equal([new SendMark.PutBack(2, Noon), new SendMark.PutBack(3, Noon)], _done);

        _held.SetResult(new SendResult.Accepted("SM1"));
        await Eventually.True(() => pump.Line.InFlight == 0 && _done.Contains(new SendMark.Sent(1, "SM1")), "the first ends");
        Assert.Single(channel.Sent);
    }

    public void Dispose() => _pump?.Dispose();
}
