using MdtChatBot.Bot.Channels;
using MdtChatBot.Bot.Time;
using MdtChatBot.Bot.Turns;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace MdtChatBot.Bot.Tests.Turns;

/// <summary>A node with everything between a channel's inbound and its outbound, a turn function of the test's own, and a given clock.</summary>
public sealed class PipelineWorld : IAsyncDisposable
{
    readonly IHost _host;

    PipelineWorld(IHost host, BotClock clock) => (_host, Clock) = (host, clock);

    public BotClock Clock { get; }

    public InboxWriter Inbox => _host.Services.GetRequiredService<InboxWriter>();

    public T Get<T>() where T : notnull => _host.Services.GetRequiredService<T>();

    public static async Task<PipelineWorld> Start(
        Database database, IClock time, Func<Conversation, Inbound, Facts, Decision> turn, IChannel channel, Action<PipelineOptions>? options = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        var clock = new BotClock(time);
        builder.Services
            .AddSingleton(database)
            .AddSingleton(clock)
            .AddSingleton(new FactSettings("https://mdt.test", "", () => "code"))
            .AddSingleton(channel)
            .AddPipeline()
            .AddSingleton(new Deciding(turn, Key));
        builder.Services.Configure<PipelineOptions>(o =>
        {
            o.PollMilliseconds = 50;
            options?.Invoke(o);
        });
        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(5));
        builder.Logging.ClearProviders();
        var host = builder.Build();
        await host.StartAsync();
        return new PipelineWorld(host, clock);
    }

    /// <summary>A youth writes; <paramref name="id"/> is the provider's.</summary>
    public Task Write(string address, string words, string id) => Inbox.Accept(
        new Arrived { Channel = "twilio", Address = address, ProviderId = id, Inbound = new Inbound.Message(words), At = Clock.GetCurrentInstant() },
        CancellationToken.None);

    public async Task<IReadOnlyList<TranscriptLine>> Transcript(string address)
    {
        var lists = new WorkLists(Get<Database>());
        var youth = await lists.FindYouth("twilio", address, CancellationToken.None);
        return youth is { } known ? await lists.Transcript(known, 0, 1000, CancellationToken.None) : [];
    }

    /// <summary>What was said to a youth, with how far it got.</summary>
    public async Task<IReadOnlyList<(string Words, Delivery Delivery)>> Said(string address) =>
        [.. (await Transcript(address)).Where(l => !l.FromYouth).Select(l => (l.Words, l.Delivery))];

    /// <summary>As a host ends: on SIGTERM.</summary>
    public Task Stop() => _host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        var database = Get<Database>();
        _host.Dispose();
        await database.DisposeAsync();
    }

    /// <summary>Tests of turns need no content: a saying is written as the keys of its parts.</summary>
    static Written Key(Saying saying, Language language, SiteId? site) => new(string.Join(' ', saying.Parts.Select(p => p.Text.Key)), []);
}

/// <summary>Waits for what happens on other threads; fails after ten seconds instead of hanging.</summary>
static class Eventually
{
    static readonly TimeSpan s_atMost = TimeSpan.FromSeconds(10);

    public static Task True(Func<bool> holds, string what, TimeSpan? atMost = null) => True(() => Task.FromResult(holds()), what, atMost);

    public static async Task True(Func<Task<bool>> holds, string what, TimeSpan? atMost = null)
    {
        var patience = atMost ?? s_atMost;
        using var stop = new CancellationTokenSource(patience);
        while (!await holds())
        {
            Assert.False(stop.IsCancellationRequested, $"Within {patience}: {what}");
            await Task.Delay(patience / 2000, CancellationToken.None);
        }
    }
}
