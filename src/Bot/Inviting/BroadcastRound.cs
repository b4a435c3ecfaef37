using System.Diagnostics;
using MdtChatBot.Bot.Channels.Twilio;
using MdtChatBot.Bot.Turns;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Invitations;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Reminders;
using NodaTime;

namespace MdtChatBot.Bot.Inviting;

/// <summary>
/// Keeps rounds of invitations going: begins those whose time has come, hands over as many recipients as the sender has room for, counts how it goes,
/// and stops a round when the provider complains. Safe on several nodes: each step is a transaction that only one can make.
/// </summary>
public sealed partial class BroadcastRound(
    BroadcastStore broadcasts, BroadcastFeed feed, ProgrammeStore programme, TurnSignal signal, PipelineOptions pipeline, InvitationOptions options, IClock clock, ILogger<BroadcastRound> log)
{
    /// <summary>Invitations under way at a time where no rate is set.</summary>
    const int MostWithoutRate = 2_000;

    /// <summary>Otherwise so many seconds of them: enough that the sender never waits, few enough that a pause is felt at once.</summary>
    const int SecondsAhead = 2;

    /// <summary>Counting may take so much of the time and no more, however many there are.</summary>
    const int CountingShare = 10;

    static readonly TimeSpan CountAtMost = TimeSpan.FromSeconds(1);
    static readonly Duration CountEnded = Duration.FromMinutes(1);
    static readonly Duration CountFor = Duration.FromDays(14);

    /// <summary>The end of a round is looked for as often as its middle.</summary>
    static readonly Duration StaysBusy = Duration.FromSeconds(10);

    Instant _busyUntil = Instant.MinValue;
    long _nextCount;

    /// <summary>One look at everything. True while a round is being sent.</summary>
    public async Task<bool> Run(CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        var isNight = QuietHours.After(now, options.TimeZone) > now;
        if (!isNight) await Begin(now, stop);
        var sending = !isNight && await Feed(now, stop);
        await Count(now, stop);
        return sending;
    }

    async Task Begin(Instant now, CancellationToken stop)
    {
        foreach (var id in await broadcasts.ToBegin(now, stop))
        {
            if (await broadcasts.Find(id, stop) is not { } broadcast) continue;
            if ((await programme.Current(now, stop)).Session(broadcast.Plan.Event) is { Event: { } happening, Cancelled: false } to && to.Starts > now)
                await Begin(broadcast, happening, now, stop);
            else
                await broadcasts.Do(id, BroadcastAct.Cancel, null, now, stop, reason: "event");
        }
    }

    async Task Begin(Broadcast broadcast, Event happening, Instant now, CancellationToken stop)
    {
        var query = new AudienceQuery(broadcast.Plan.Audience, broadcast.Plan.Event, happening.MinorsWelcome, options.MostAMonth, now);
        if (await broadcasts.Begin(broadcast.Id, query, stop) is { } recipients) LogBegun(broadcast.Id.Value, recipients);
    }

    async Task<bool> Feed(Instant now, CancellationToken stop)
    {
        var most = pipeline.MessagesPerSecond == 0 ? MostWithoutRate : Math.Max(2, pipeline.MessagesPerSecond * SecondsAhead);
        var handed = await feed.Next(most, now, stop);
        if (handed > 0) signal.Raise();
        if (handed is not null) _busyUntil = now + StaysBusy;
        return now < _busyUntil;
    }

    async Task Count(Instant now, CancellationToken stop)
    {
        if (Stopwatch.GetTimestamp() < _nextCount) return;
        var began = Stopwatch.GetTimestamp();
        await broadcasts.WithdrawHalted(stop);
        foreach (var broadcast in await feed.ToTally(now - CountFor, now - CountEnded, stop))
        {
            var tally = await feed.Tally(broadcast.Id, now, stop);
            if (broadcast.State is not (BroadcastState.Running or BroadcastState.Done) || BroadcastRules.Trouble(tally, broadcast.Before, TwilioErrors.IsComplaint) is not { } reason) continue;
            if (await broadcasts.Do(broadcast.Id, BroadcastAct.Stop, null, now, stop, reason: reason)) LogStopped(broadcast.Id.Value, reason);
        }

        var took = Stopwatch.GetTimestamp() - began;
        _nextCount = Stopwatch.GetTimestamp() + Math.Max(took * CountingShare, (long)(CountAtMost.TotalSeconds * Stopwatch.Frequency));
    }

    [LoggerMessage(1, LogLevel.Information, "Round {Round} of invitations begins: {Recipients} recipients.")]
    partial void LogBegun(long round, int recipients);

    [LoggerMessage(2, LogLevel.Warning, "Round {Round} of invitations stopped by itself: {Reason}.")]
    partial void LogStopped(long round, string reason);
}
