using System.Collections.Concurrent;
using System.Data.Common;
using MdtChatBot.Bot.Channels;
using MdtChatBot.Bot.Sending;
using MdtChatBot.Bot.Tests.Sending;
using MdtChatBot.Bot.Turns;
using MdtChatBot.Storage;
using MdtChatBot.Support;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using Microsoft.Data.Sqlite;
using NodaTime;
using NodaTime.Testing;
using Npgsql;

namespace MdtChatBot.Bot.Tests.Turns;

/// <summary>From a message that arrives to the answer that is marked as sent, on a real database; the same on both.</summary>
public abstract class PipelineTests(bool postgres) : IAsyncLifetime
{
    static readonly Instant s_now = Instant.FromUtc(2026, 11, 23, 12, 0);

    readonly FakeClock _time = new(s_now);
    protected RecordingChannel Channel { get; } = new();
    readonly List<PipelineWorld> _worlds = [];

    string _connection = "";

    public async Task InitializeAsync() => _connection = await TestDatabases.Create(postgres);

    public async Task DisposeAsync()
    {
        foreach (var world in _worlds) await world.DisposeAsync();
        TestDatabases.Remove(_connection);
    }

    /// <summary>A node; several on one database are several programs.</summary>
    protected async Task<PipelineWorld> Start(
        Func<Conversation, Inbound, Facts, Decision>? turn = null, RecordingChannel? channel = null, Action<PipelineOptions>? options = null)
    {
        var world = await PipelineWorld.Start(Database.Open(_connection), _time, turn ?? Echo, channel ?? Channel, options);
        _worlds.Add(world);
        return world;
    }

    /// <summary>Says back what it heard, and apologises for what was set aside.</summary>
    static Decision Echo(Conversation conversation, Inbound inbound, Facts facts) => inbound switch
    {
        Inbound.Message message => Say(conversation, $"you wrote {message.Words}"),
        Inbound.SetAside => Say(conversation, "sorry"),
        _ => new Decision(conversation, []),
    };

    protected static Decision Say(Conversation conversation, string words) => new(conversation, [new Effect.SayWords(words)]);

    static Task<SendResult> Answered(SendResult result) => Task.FromResult(result);

    protected Task Sent(int count) => Eventually.True(() => Channel.Sent.Count >= count, $"{count} messages are sent");

    static Task Reached(PipelineWorld world, string address, params Delivery[] deliveries) => Eventually.True(
        async () => (await world.Said(address)).Select(s => s.Delivery).SequenceEqual(deliveries),
        $"what was said is {string.Join(", ", deliveries)}");

    [Fact]
    public async Task A_message_is_answered_and_the_answer_is_marked_as_sent()
    {
        var world = await Start();
        await world.Write("amina", "hello", "SM1");
        await Reached(world, "amina", Delivery.Sent);
        var sent = Assert.Single(Channel.Sent);
        Assert.Equal(("you wrote hello", "amina", Lane.Reply), (sent.Written.Body, sent.Address, sent.Lane));
    }

    [Fact]
    public async Task A_message_that_is_delivered_twice_is_answered_once()
    {
        var world = await Start();
        await world.Write("amina", "hello", "SM1");
        await world.Write("amina", "hello", "SM1");
        await world.Write("amina", "again", "SM2");
        await Sent(2);
        Assert.Equal(["you wrote hello", "you wrote again"], Channel.Sent.Select(m => m.Written.Body));
    }

    [Fact]
    public async Task Fifty_messages_of_each_of_ten_youths_are_answered_in_their_order_one_at_a_time()
    {
        var underWay = new ConcurrentDictionary<YouthId, bool>();
        var overlaps = 0;
        Channel.Answer = async m =>
        {
            if (!underWay.TryAdd(m.Youth, true)) Interlocked.Increment(ref overlaps);
            await Task.Yield();
            underWay.TryRemove(m.Youth, out _);
            return new SendResult.Accepted($"SM-out-{m.Id}");
        };
        var world = await Start();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(async youth =>
        {
            for (var n = 0; n < 50; n++) await world.Write($"youth-{youth}", $"{n}", $"SM-{youth}-{n}");
        }));
        await Sent(500);
        foreach (var sent in Channel.Sent.GroupBy(m => m.Address))
            Assert.Equal(Enumerable.Range(0, 50).Select(n => $"you wrote {n}"), sent.Select(m => m.Written.Body));
        Assert.Equal(0, overlaps);
    }

    [Fact]
    public async Task An_input_that_fails_three_times_is_set_aside_with_an_apology_and_holds_up_nobody()
    {
        var world = await Start((conversation, inbound, facts) =>
            inbound is Inbound.Message { Words: "bad" } ? throw new InvalidDataException("secret words") : Echo(conversation, inbound, facts));
        await Task.WhenAll(world.Write("amina", "bad", "SM1"), world.Write("samir", "good", "SM2"), world.Write("amina", "later", "SM3"));
        await Sent(3);

        var setAside = Assert.Single(await world.Get<Inbox>().SetAside(CancellationToken.None));
        Assert.Equal((3, "InvalidDataException"), (setAside.Attempts, setAside.Error));
        Assert.Contains("you wrote good", Channel.Sent.Select(m => m.Written.Body));
        Assert.Equal(["sorry", "you wrote later"], Channel.Sent.Where(m => m.Address == "amina").Select(m => m.Written.Body).Order());
    }

    [Fact]
    public async Task A_commit_that_fails_is_split_and_only_the_one_at_fault_is_set_aside()
    {
        // Far outside what either database can store as a time.
        var world = await Start((conversation, inbound, facts) =>
            inbound is Inbound.Message { Words: "bad" } ? Uncommittable(conversation) : Echo(conversation, inbound, facts));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(n => world.Write($"youth-{n}", n == 7 ? "bad" : "good", $"SM{n}")));
        await Sent(20);

        Assert.Equal(3, Assert.Single(await world.Get<Inbox>().SetAside(CancellationToken.None)).Attempts);
        Assert.Equal(19, Channel.Sent.Count(m => m.Written.Body == "you wrote good"));
        Assert.Equal("youth-7", Assert.Single(Channel.Sent, m => m.Written.Body == "sorry").Address);
    }

    static Decision Uncommittable(Conversation conversation) => new(conversation, [new Effect.SayWords(null!)]);

    [Fact]
    public async Task A_state_that_cannot_be_read_holds_up_nobody_else()
    {
        var world = await Start();
        await world.Write("amina", "hello", "SM1");
        await Sent(1);
        await Execute("""update youth set state = '{"step":{"t":"from-a-newer-program"}}'""");

        await Task.WhenAll(world.Write("amina", "hello?", "SM2"), world.Write("samir", "hello", "SM3"));
        await Sent(2);
        Assert.Equal("samir", Channel.Sent[1].Address);
        await Eventually.True(async () => (await world.Get<Inbox>().SetAside(CancellationToken.None)).Count == 2, "the input and its apology are set aside");
    }

    async Task Execute(string sql)
    {
        await using DbConnection connection = postgres ? new NpgsqlConnection(_connection) : new SqliteConnection(_connection);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    [Fact]
    public async Task A_timer_that_fails_three_times_is_set_aside_too()
    {
        var world = await Start((conversation, inbound, facts) => inbound switch
        {
            Inbound.TimerFired => throw new InvalidDataException(),
            Inbound.Message => new Decision(conversation, [new Effect.SetTimer(AskAgainAt(facts.Now + Duration.FromHours(1)))]),
            _ => Echo(conversation, inbound, facts),
        });
        await world.Write("amina", "hello", "SM1");
        await Eventually.True(async () => await world.Get<TurnStore>().NextTimer(CancellationToken.None) is not null, "the timer is set");

        world.Clock.RunAhead(Duration.FromHours(2));
        await Sent(1);
        Assert.Equal("sorry", Channel.Sent[0].Written.Body);
        Assert.Equal(3, Assert.Single(await world.Get<Inbox>().SetAside(CancellationToken.None)).Attempts);
        Assert.Null(await world.Get<TurnStore>().NextTimer(CancellationToken.None));
    }

    static Workflow.Reminders.Timer AskAgainAt(Instant due) => new(Workflow.Reminders.TimerKind.AskAgain, due, new Workflow.Reminders.SetFor.ForAsk(1));

    [Fact]
    public async Task A_clock_that_is_moved_wakes_the_worker_at_once()
    {
        var world = await Start(
            (conversation, inbound, facts) => inbound is Inbound.TimerFired
                ? Say(conversation, "are you there?")
                : new Decision(conversation, [new Effect.SetTimer(AskAgainAt(facts.Now + Duration.FromHours(1)))]),
            options: o => o.PollMilliseconds = 60_000);
        await world.Write("amina", "hello", "SM1");
        await Eventually.True(async () => await world.Get<TurnStore>().NextTimer(CancellationToken.None) is not null, "the timer is set");
        Assert.Empty(Channel.Sent);

        world.Clock.RunAhead(Duration.FromHours(1));
        await Sent(1);
    }

    [Fact]
    public async Task An_answer_that_never_came_is_looked_for_and_not_sent_again()
    {
        Channel.Answer = _ => Answered(new SendResult.Unknown());
        Channel.Find = _ => Task.FromResult<string?>("SM-found");
        var world = await Start();
        await world.Write("amina", "hello", "SM1");
        await Reached(world, "amina", Delivery.Unknown);
        Assert.Empty(Channel.LookedFor);

        world.Clock.RunAhead(Duration.FromSeconds(21));
        await Reached(world, "amina", Delivery.Sent);
        Assert.Single(Channel.Sent);
    }

    [Fact]
    public async Task An_answer_that_never_came_and_is_not_there_is_sent_again()
    {
        Channel.Answer = _ => Answered(Channel.Sent.Count == 1 ? new SendResult.Unknown() : new SendResult.Accepted("SM-out"));
        var world = await Start();
        await world.Write("amina", "hello", "SM1");
        await Reached(world, "amina", Delivery.Unknown);

        world.Clock.RunAhead(Duration.FromSeconds(21));
        await Reached(world, "amina", Delivery.Sent);
        Assert.Single(Channel.LookedFor);
        Assert.Equal(2, Channel.Sent.Count);
    }

    [Fact]
    public async Task Nothing_overtakes_a_message_of_the_same_youth_that_was_put_off()
    {
        Channel.Answer = m => Answered(Channel.Sent.Count == 1 ? new SendResult.TryLater("20429", After: null) : new SendResult.Accepted($"SM-out-{m.Id}"));
        var world = await Start();
        await world.Write("amina", "first", "SM1");
        await Sent(1);
        await world.Write("amina", "second", "SM2");
        await Eventually.True(async () => (await world.Said("amina")).Count == 2, "the second is decided");
        Assert.Single(Channel.Sent);

        world.Clock.RunAhead(Duration.FromSeconds(6));
        await Sent(3);
        Assert.Equal(["you wrote first", "you wrote first", "you wrote second"], Channel.Sent.Select(m => m.Written.Body));
    }

    [Fact]
    public async Task After_five_attempts_a_message_fails()
    {
        Channel.Answer = _ => Answered(new SendResult.TryLater("20429", After: null));
        var world = await Start();
        await world.Write("amina", "hello", "SM1");
        for (var attempt = 1; attempt < 5; attempt++)
        {
            await Sent(attempt);
            // Moved before the answer is written down, the clock would end the lease, and nobody would know what became of the attempt.
            await Eventually.True(() => world.Get<Sender>().IsSettled, "the attempt is written down");
            world.Clock.RunAhead(Duration.FromHours(attempt));
        }
        await Reached(world, "amina", Delivery.Failed);
        Assert.Equal(5, Channel.Sent.Count);
    }

    [Fact]
    public async Task Who_opted_out_at_the_provider_is_stopped()
    {
        Channel.Answer = _ => Answered(new SendResult.OptedOut("21610"));
        var stopped = false;
        var world = await Start((conversation, inbound, facts) =>
        {
            Volatile.Write(ref stopped, conversation.Stopped);
            return Echo(conversation, inbound, facts);
        });
        await world.Write("amina", "hello", "SM1");
        await Reached(world, "amina", Delivery.Failed);
        await world.Write("amina", "hello again", "SM2");
        await Sent(2);
        Assert.True(Volatile.Read(ref stopped));
    }

    [Fact]
    public async Task A_message_outside_the_window_waits_until_the_youth_writes()
    {
        var whatsApp = new RecordingChannel { HasWindow = true };
        var world = await Start(
            (conversation, inbound, facts) => inbound switch
            {
                Inbound.TimerFired => Say(conversation, "are you there?"),
                Inbound.Message { Words: "hello" } => new Decision(conversation, [new Effect.SetTimer(AskAgainAt(facts.Now + Duration.FromDays(2)))]),
                _ => Echo(conversation, inbound, facts),
            },
            whatsApp);
        await world.Write("amina", "hello", "SM1");
        await Eventually.True(async () => await world.Get<TurnStore>().NextTimer(CancellationToken.None) is not null, "the timer is set");
        world.Clock.RunAhead(Duration.FromDays(2));
        await Reached(world, "amina", Delivery.NeedsTemplate);
        Assert.Empty(whatsApp.Sent);

        await world.Write("amina", "back", "SM2");
        await Reached(world, "amina", Delivery.Sent, Delivery.Sent);
        Assert.Equal(["are you there?", "you wrote back"], whatsApp.Sent.Select(m => m.Written.Body));
    }

    [Fact]
    public async Task A_message_for_aChannel_that_this_node_does_not_have_waits_for_one_that_has_it()
    {
        var without = await Start(channel: new RecordingChannel("web"));
        await without.Write("amina", "hello", "SM1");
        await Eventually.True(async () => (await without.Said("amina")).Count == 1, "the turn is decided");
        await without.Stop();
        Assert.Equal(Delivery.Queued, (await without.Said("amina"))[0].Delivery);

        var with = await Start();
        with.Clock.RunAhead(Duration.FromMinutes(2));
        await Reached(with, "amina", Delivery.Sent);
    }

    [Fact]
    public async Task A_stop_lets_what_is_under_way_end_and_puts_back_the_rest()
    {
        var mayEnd = new TaskCompletionSource<SendResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        Channel.Answer = _ => mayEnd.Task;
        var world = await Start(options: o => o.MaxInFlight = 1);
        await world.Write("amina", "hello", "SM1");
        await Sent(1);
        await world.Write("samir", "hello", "SM2");
        await Eventually.True(() => world.Get<Sender>().Held() == 1, "the second waits for the first");

        var stop = world.Stop();
        await Eventually.True(() => world.Get<Sender>().Held() == 0, "the second is put back");
        mayEnd.SetResult(new SendResult.Accepted("SM-out"));
        await stop;
        Assert.Equal(Delivery.Sent, (await world.Said("amina"))[0].Delivery);
        Assert.Equal(Delivery.Queued, (await world.Said("samir"))[0].Delivery);

        var next = new RecordingChannel();
        var restarted = await Start(channel: next);
        await Reached(restarted, "samir", Delivery.Sent);
        Assert.Equal("samir", Assert.Single(next.Sent).Address);
        Assert.Empty(next.LookedFor);
    }

    [Fact]
    public async Task What_a_dead_node_held_is_looked_for_and_sent_by_another()
    {
        var neverInTime = new TaskCompletionSource<SendResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        Channel.Answer = _ => neverInTime.Task;
        var dead = await Start();
        await dead.Write("amina", "hello", "SM1");
        await Sent(1);

        // The dead node neither marks nor stops; its lease runs out.
        var alive = new RecordingChannel();
        var other = await Start(channel: alive);
        other.Clock.RunAhead(Outbox.Lease + Duration.FromSeconds(1));
        await Reached(other, "amina", Delivery.Sent);
        Assert.Single(alive.LookedFor);
        Assert.Single(alive.Sent);
        neverInTime.SetResult(new SendResult.Unknown());
    }

    [Fact]
    public async Task Replies_go_out_while_a_thousand_reminders_wait_for_their_rate()
    {
        var whatsApp = new RecordingChannel { IsLimited = true };
        var world = await Start(
            (conversation, inbound, facts) => inbound is Inbound.Message { Words: "reply" }
                ? Say(conversation, "reply")
                : new Decision(conversation, [new Effect.Say(new Workflow.Content.Saying([new Workflow.Content.Part("reminder")], []), Lane.Reminder)]),
            whatsApp);
        await Task.WhenAll(Enumerable.Range(0, 1000).Select(n => world.Write($"youth-{n}", "remind", $"SM{n}")));
        // The time stands still, so that no more than the first twenty of them may go.
        await Eventually.True(() => whatsApp.Sent.Count == 20 && world.Get<Sender>().Held() > 40, "the first reminders are sent, and others wait");
        var waiting = world.Get<Sender>().Held();
        await world.Write("amina", "reply", "SM-reply");
        await Eventually.True(() => world.Get<Sender>().Held() == waiting + 1, "the reply waits with them");

        _time.AdvanceMilliseconds(13);
        await Eventually.True(() => whatsApp.Sent.Count == 21, "one more is sent");
        Assert.Equal("reply", whatsApp.Sent[20].Written.Body);
    }
}

public sealed class PipelineOnSqliteTests() : PipelineTests(postgres: false);

public sealed class PipelineOnPostgresTests() : PipelineTests(postgres: true)
{
    [Fact]
    public async Task Two_nodes_never_run_a_youth_at_once_and_keep_the_order_of_each()
    {
        var underWay = new ConcurrentDictionary<YouthId, bool>();
        var overlaps = 0;
        Decision Turn(Conversation conversation, Inbound inbound, Facts facts)
        {
            // Counted in the state, so that a turn on an old state shows.
            return Say(conversation with { Misunderstood = conversation.Misunderstood + 1 }, $"{conversation.Misunderstood}");
        }
        Channel.Answer = async m =>
        {
            if (!underWay.TryAdd(m.Youth, true)) Interlocked.Increment(ref overlaps);
            await Task.Yield();
            underWay.TryRemove(m.Youth, out _);
            return new SendResult.Accepted($"SM-out-{m.Id}");
        };
        var nodes = new[] { await Start(Turn), await Start(Turn) };
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async youth =>
        {
            for (var n = 0; n < 20; n++) await nodes[(youth + n) % 2].Write($"youth-{youth}", $"{n}", $"SM-{youth}-{n}");
        }));
        await Sent(400);
        foreach (var sent in Channel.Sent.GroupBy(m => m.Address))
            Assert.Equal(Enumerable.Range(0, 20).Select(n => $"{n}"), sent.Select(m => m.Written.Body));
        Assert.Equal(0, overlaps);
    }
}
