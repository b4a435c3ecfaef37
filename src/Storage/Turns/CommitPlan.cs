using MdtChatBot.Storage.Programme;
using MdtChatBot.Storage.Receiving;
using MdtChatBot.Storage.Sending;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Storage.Staffing;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using NodaTime;

namespace MdtChatBot.Storage.Turns;

/// <summary>All that the decisions of a batch write, gathered into one statement for each kind of row.</summary>
sealed class CommitPlan
{
    readonly Instant _now;
    readonly Seating _seating;
    readonly List<Work> _turns = [];
    readonly List<YouthRow> _youths = [];
    readonly List<Line> _lines = [];
    readonly List<OutboxMessage> _messages = [];
    readonly List<YouthId> _erased = [];
    readonly List<(YouthId, Workflow.Reminders.Timer)> _timers = [];
    readonly List<(YouthId, Effect.RecordJourney)> _journey = [];
    readonly List<Effect.KeepWish> _wishes = [];
    readonly List<CodeRow> _codes = [];
    readonly ReferralWrites _referrals = new();
    readonly FigureWrites _figures = new();
    readonly InvitationWrites _invitations = new();
    readonly MisunderstoodWrites _misunderstood = new();
    readonly Dictionary<(YouthId, SessionId), BookingNote> _notes = [];
    Newcomers _newcomers = new([], []);
    bool _attendance;
    readonly HandoffChanges _handoffs = new();
    readonly List<InboxRow> _queued = [];
    readonly List<RecordingRow> _recordings = [];
    readonly List<(YouthId Youth, long Line)> _dropped = [];
    readonly List<(YouthId Youth, long Line)> _takenBack = [];

    public CommitPlan(Seating seating, Instant now)
    {
        _seating = seating;
        _now = now;
        Queue(seating.Offers.Select(o => new InboxRow(o.Youth.Value, now, null, null, new Inbound.SeatOffered(o.Session))));
    }

    /// <summary>Messages that this commit puts in the outbox.</summary>
    public IReadOnlyList<OutboxMessage> Messages => _messages;

    /// <summary>Inputs that this commit puts at the end of the queue.</summary>
    public int Queued => _queued.Count;

    public void Queue(IEnumerable<InboxRow> rows) => _queued.AddRange(rows);

    /// <summary>Who came for the first time, and what must wait.</summary>
    public void Take(Reception reception)
    {
        _newcomers = reception.Newcomers;
        Queue(reception.Later);
    }

    public void Add(Work work, DecidedTurn decided)
    {
        _turns.Add(work);
        if (work.Turn.Facts.Handoff is not null)
        {
            _handoffs.Shows = true;
            if (work.IsHeard) _handoffs.Hear(work.Youth);
        }

        var erases = decided.Decision.Effects.Any(e => e is Effect.EraseYouth);
        if (Answer.Of(work, decided, _now) is var (message, line))
        {
            _messages.Add(message);
            if (!erases) _lines.Add(line);
        }
        if (erases)
        {
            _erased.Add(work.Youth);
            // Why it ended stays with whoever sent them.
            foreach (var move in decided.Decision.Effects.OfType<Effect.MoveReferral>()) _referrals.Took(work.Youth, move);
            return;
        }
        _youths.Add(new YouthRow(work, decided.Decision.Next, decided.StateText));
        if (Line.Heard(work, (decided.Decision.Next.Language ?? Language.English).Code) is { } heard) _lines.Add(heard);
        if (RecordingRow.Of(work, decided.Decision) is { } recording) _recordings.Add(recording);
        foreach (var effect in decided.Decision.Effects) Add(work, effect, decided.Decision.Next);
    }

    /// <summary>
    /// In an order that matters here and there: marks first, since they end what is in the way of a new message; erasing before the
    /// outbox gets the last words; what staff did before what the bot asks of them.
    /// </summary>
    /// <param name="marked">Marks that were put on the outbox before, in the same transaction.</param>
    public IEnumerable<Call> Calls(IReadOnlyList<SendMark> marks, IReadOnlyList<SendMark> marked, string node, HashSet<long> leased, bool isPostgres) =>
    [
        .. MarkSql.Apply(marks, _now),
        .. Youths(),
        .. Some(_turns.Select(t => t.Turn.InboxId).OfType<long>(), rows => YouthSql.EndInputs.With(rows)),
        .. Some(_turns.Select(t => t.Turn.TimerId).OfType<long>(), rows => YouthSql.EndTimers.With(rows)),
        .. Some(_seating.Changed, rows => SeatSql.SaveBookings.With(rows)),
        .. Some(_seating.Counts, rows => SeatSql.SaveCounts.With(rows)),
        // Open pages that show who is there.
        .. _attendance ? [TopicSql.Changed(LiveTopics.Attendance)] : Array.Empty<Call>(),
        .. Some(_notes.Values, rows => YouthSql.NoteBookings.With(rows)),
        .. InboxSql.Queue(_queued),
        .. Some(_lines, rows => Line.Insert.With(rows)),
        .. Some(_takenBack, rows => Line.TakeBack.With(rows)),
        .. Some(_recordings, rows => RecordingSql.Keep.With(rows)),
        // The sound of a line that was taken back goes like that of one that was written down.
        .. Some(_dropped.Concat(_takenBack), rows => RecordingSql.Drop.With(rows, ("now", _now))),
        .. Some(_timers, rows => YouthSql.SetTimers.With(rows)),
        .. Some(_journey, rows => YouthSql.RecordJourney.With(rows, ("now", _now))),
        .. _handoffs.Calls(_now),
        .. Some(_codes, EntryCodeSql.Create),
        .. _referrals.Calls(_now),
        .. _figures.Calls(),
        .. _invitations.Calls(_now),
        .. Some(Wishes(), rows => YouthSql.KeepWishes.With(rows)),
        .. _misunderstood.Calls(_now),
        .. EraseSql.Erase(_erased),
        .. Some(Outgoing(stopped: false), rows => OutboxSql.Wake.With(rows, ("now", _now))),
        .. Some(Outgoing(stopped: true), rows => OutboxSql.DropWaiting.With(rows)),
        .. Some(_messages, rows => InsertMessages(rows, node, leased)),
        .. MarkSql.StopOptedOut([.. marked, .. marks], isPostgres, _now),
    ];

    IEnumerable<Call> Youths()
    {
        var met = _newcomers.Youths.Select(y => y.Id).ToHashSet();
        var strangers = _youths.Where(y => met.Contains(y.Id)).ToList();
        return
        [
            .. Some(_youths.Where(y => !met.Contains(y.Id)), rows => YouthSql.Save.With(rows)),
            .. Some(strangers, rows => YouthSql.Make.With(rows, ("now", _now))),
            .. _newcomers.Introduce(written: strangers.Select(y => y.Id).ToHashSet(), erased: _erased.Select(y => y.Value).ToHashSet()),
        ];
    }

    // Who wrote gets what waited for that; who wrote STOP hears nothing any more, now or when they are back.
    IEnumerable<YouthId> Outgoing(bool stopped) => _youths.Where(y => y.Work.IsHeard && y.Work.HasOutgoing && y.Next.Stopped == stopped).Select(y => y.Work.Youth);

    Call InsertMessages(IReadOnlyList<OutboxMessage> rows, string node, HashSet<long> leased) =>
        OutboxSql.Insert.With(
            rows,
            row =>
            {
                if (row.Flag(1)) leased.Add(row.Number(0));
            },
            ("node", node),
            ("now", _now),
            ("until", _now + Outbox.Lease));

    void Add(Work work, Effect effect, Conversation next)
    {
        var youth = work.Youth;
        switch (effect)
        {
            case Effect.SetTimer set: _timers.Add((youth, set.Timer)); break;
            case Effect.RecordJourney step: _journey.Add((youth, step)); break;
            case Effect.KeepWish wish: _wishes.Add(wish); break;
            case Effect.KeepMisunderstood one: _misunderstood.Add(one); break;
            case Effect.CreateEntryCode create: _codes.Add(new CodeRow(create.Code) { OwnerYouth = youth, At = _now }); break;
            case Effect.Count one: _figures.Add(next, one, _now); break;
            case Effect.Uncount one: _figures.TakeBack(next, one); break;
            case Effect.ConfirmBooking confirm: _notes[(youth, confirm.Session)] = new BookingNote(youth, confirm.Session, Confirms: true); break;
            case Effect.MarkAtRisk risk: _notes[(youth, risk.Session)] = new BookingNote(youth, risk.Session, Confirms: false); break;
            case Effect.TakeBack back: _takenBack.Add((youth, back.Line)); break;
            case Effect.DropRecording drop: _dropped.Add((youth, drop.Line)); break;
            case Effect.Say or Effect.SayWords or Effect.EraseYouth or Effect.Listen: break;
            case Effect.RecordAttendance or Effect.UndoAttendance or Effect.SeatWalkIn: _attendance = true; break;
            case Effect.BringGuests or Effect.KeepAnswer: break;
            case Effect.BookSeat or Effect.JoinWaitingList or Effect.CancelBooking: break;
            default:
                if (!_handoffs.Add(youth, effect) && !_referrals.Took(youth, effect) && !_invitations.Took(youth, work.BotLine, effect)) throw new System.Diagnostics.UnreachableException();
                break;
        }
    }

    IEnumerable<(string, string, long)> Wishes() =>
        _wishes.GroupBy(w => (Site: w.Site?.Value ?? "", Words: w.Words.Trim())).Select(g => (g.Key.Site, g.Key.Words, (long)g.Count()));

    static IEnumerable<Call> Some<T>(IEnumerable<T> rows, Func<IReadOnlyList<T>, Call> statement)
    {
        IReadOnlyList<T> list = [.. rows];
        return list.Count == 0 ? [] : [statement(list)];
    }
}
