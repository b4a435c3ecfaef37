using MdtChatBot.Bot.Channels;
using MdtChatBot.Bot.Costs;
using MdtChatBot.Bot.Time;
using MdtChatBot.Bot.Turns;
using MdtChatBot.Bot.Voice;
using MdtChatBot.Storage;
using NodaTime;

namespace MdtChatBot.Bot.Sending;

/// <summary>
/// Sends what turns hand over, and what waits in the queue: put off, held up behind an earlier message of the same youth,
/// or left by a node that died. What became of each is written with the next turn's commit, or soon after without one.
/// </summary>
/// <remarks>
/// The queue leases one message of a youth at a time, so those of one youth go out in order. A message that this node still holds is
/// never started twice, even when its lease ran out and the queue gave it out again.
/// </remarks>
public sealed partial class Sender : BackgroundService
{
    static readonly TimeSpan s_linger = TimeSpan.FromMilliseconds(25);
    static readonly TimeSpan s_lingerInBacklog = TimeSpan.FromMilliseconds(50);

    /// <summary>For a send that was cut off to say so.</summary>
    static readonly TimeSpan s_afterCut = TimeSpan.FromSeconds(1);

    readonly Outbox _outbox;
    readonly PendingMarks _marks;
    readonly PipelineOptions _options;
    readonly BotClock _clock;
    readonly Attempt _attempt;
    readonly MarkWriter _writer;
    readonly ILogger<Sender> _log;
    readonly MessageTallies? _tallies;
    readonly SaidTallies? _said;
    readonly Dictionary<string, Pump> _pumps;
    readonly SemaphoreSlim _told = new(0);
    readonly CancellationTokenSource _cut = new();
    readonly Lock _gate = new();
    readonly HashSet<long> _held = [];
    readonly Looks _looks;
    int _leftWaiting;
    int _stopping;
    volatile bool _hurried;
    volatile bool _moreQueued;

    public Sender(
        Outbox outbox, PendingMarks marks, IEnumerable<IChannel> channels, PipelineOptions options, BotClock clock, Attempt attempt, ILogger<Sender> log, MessageTallies? tallies = null, SaidTallies? said = null)
    {
        (_outbox, _marks, _options, _clock, _attempt, _log, _tallies, _said) = (outbox, marks, options, clock, attempt, log, tallies, said);
        _looks = new Looks(options.Poll);
        _writer = new MarkWriter(marks, outbox, clock, Wrote, log);
        _pumps = channels.ToDictionary(c => c.Name, c => new Pump(new Line(c, options), clock, Send, Done));
    }

    /// <summary>Takes over messages that a commit leased to this node.</summary>
    /// <param name="leasedAt">When their leases began, at the latest.</param>
    /// <param name="leftWaiting">The commit left messages in the queue: those before them were still under way.</param>
    public void HandOver(IReadOnlyList<OutboxMessage> leased, Instant leasedAt, bool leftWaiting)
    {
        if (leased.Count > 0) Start(leased, leasedAt, fromQueue: false);
        if (!leftWaiting) return;
        Volatile.Write(ref _leftWaiting, 1);
        Tell();
    }

    /// <summary>These marks are in the database: messages behind them are free.</summary>
    public void Wrote(MarkBatch batch)
    {
        if (batch.Marks.Count == 0) return;
        lock (_gate)
            foreach (var mark in batch.Marks) _held.Remove(mark.Id);
        if (batch.FromQueue || _hurried) Tell();
    }

    /// <summary>Looks into the queue now: something in it may have become due.</summary>
    public void Tell()
    {
        if (_told.CurrentCount == 0) _told.Release();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _clock.Moved += Tell;
        try
        {
            await Task.WhenAll(LookForEver(stoppingToken), _writer.Run(() => Held() > 0 ? s_lingerInBacklog : s_linger, stoppingToken));
        }
        finally
        {
            _clock.Moved -= Tell;
        }
    }

    /// <summary>Takes nothing new, lets what is under way end as long as the host waits, and writes all marks.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // A host that is disposed while it stops asks twice.
        if (Interlocked.Exchange(ref _stopping, 1) == 1) return;
        await base.StopAsync(cancellationToken);
        foreach (var pump in _pumps.Values) pump.Close();
        await InFlightEnds(cancellationToken);
        await _cut.CancelAsync();
        using var last = new CancellationTokenSource(s_afterCut);
        await InFlightEnds(last.Token);
        await _writer.WriteAll(CancellationToken.None);
    }

    async Task InFlightEnds(CancellationToken cancellationToken)
    {
        while (InFlight() > 0 && !cancellationToken.IsCancellationRequested) await Task.Delay(10, CancellationToken.None);
    }

    async Task LookForEver(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                if (Interlocked.Exchange(ref _leftWaiting, 0) == 1) _looks.Hurry();
                _hurried = _looks.IsHurried;
                await Look(stop);
                _looks.Looked();
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Exception thrown)
            {
                LogTrouble(Faults.NameOf(thrown), Faults.PlaceOf(thrown));
            }
            await _told.WaitAsync(_looks.Next, stop);
        }
    }

    async Task Look(CancellationToken stop)
    {
        // Nobody knows for which channel the next in the queue is, so all must have room.
        _moreQueued = !IsRoomy();
        if (_moreQueued) return;
        var room = _pumps.Values.Min(p => p.Line.Room);
        var now = _clock.GetCurrentInstant();
        var claimed = await _outbox.Claim(_options.NodeName, room, now, stop);
        _moreQueued = claimed.Count == room;
        if (claimed.Count > 0) Start(claimed, now, fromQueue: true);
    }

    void Start(IReadOnlyList<OutboxMessage> messages, Instant since, bool fromQueue)
    {
        foreach (var channel in NotHeld(messages).GroupBy(m => m.Channel))
        {
            var leased = channel.Select(m => new Leased(m, since, fromQueue)).ToArray();
            if (_pumps.TryGetValue(channel.Key, out var pump)) pump.Start(leased);
            else PutOff(leased);
        }
    }

    List<OutboxMessage> NotHeld(IReadOnlyList<OutboxMessage> messages)
    {
        lock (_gate) return messages.Where(m => _held.Add(m.Id)).ToList();
    }

    /// <summary>This node has no such channel; another may.</summary>
    void PutOff(Leased[] leased)
    {
        var now = _clock.GetCurrentInstant();
        foreach (var one in leased) Done(one, BackOff.AfterTryLater(one.Message.Id, one.Message.Attempts, "no-channel", wish: null, now));
    }

    Task<SendMark> Send(Line line, OutboxMessage message) => _attempt.Make(line.Channel, message, _cut.Token);

    void Done(Leased leased, SendMark? mark)
    {
        if (mark is null)
        {
            lock (_gate) _held.Remove(leased.Message.Id);
            return;
        }
        if (mark is SendMark.PutBack) _moreQueued = true;
        Measures.Sent(leased.Message, mark);
        _tallies?.Count(leased.Message, mark);
        if (mark is SendMark.Sent) _said?.Count(leased.Message);
        _marks.Add(mark, leased.FromQueue);
        if (_moreQueued && IsRoomy()) Tell();
    }

    bool IsRoomy() => _pumps.Values.All(p => p.Line.IsRoomy);

    /// <summary>What became of every message taken over is in the database.</summary>
    internal bool IsSettled
    {
        get
        {
            lock (_gate) return _held.Count == 0;
        }
    }

    /// <summary>Messages in memory that wait for their turn.</summary>
    internal int Held() => _pumps.Values.Sum(p => p.Line.Held);

    int InFlight() => _pumps.Values.Sum(p => p.Line.InFlight);

    public override void Dispose()
    {
        foreach (var pump in _pumps.Values) pump.Dispose();
        _told.Dispose();
        _cut.Dispose();
        base.Dispose();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The queue of messages can't be read now: {Error} in {Place}")]
    partial void LogTrouble(string error, string place);
}
