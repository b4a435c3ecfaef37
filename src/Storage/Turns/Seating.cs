using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Conversations;
using NodaTime;

namespace MdtChatBot.Storage.Turns;

/// <summary>
/// Gives out and takes back seats in memory, in the order of the decisions, on sessions that are locked in the database.
/// What comes out is written in the commit.
/// </summary>
sealed class Seating(Instant now)
{
    readonly Dictionary<SessionId, SeatCount> _counts = [];
    readonly Dictionary<(YouthId, SessionId), HeldSeat> _seats = [];
    readonly Dictionary<SessionId, Queue<YouthId>> _lines = [];
    readonly HashSet<(YouthId, SessionId)> _changed = [];
    readonly HashSet<SessionId> _counted = [];
    readonly List<HeldSeat> _offers = [];

    /// <summary>Sessions that became fuller or emptier.</summary>
    public IReadOnlyList<SeatCount> Counts => [.. _counted.Select(id => _counts[id])];

    /// <summary>Bookings as they must be written.</summary>
    public IReadOnlyList<HeldSeat> Changed => [.. _changed.Select(key => _seats[key])];

    /// <summary>Seats that came free and are held for the next in line, who must be told.</summary>
    public IReadOnlyList<HeldSeat> Offers => _offers;

    public SeatCount? Count(SessionId session) => _counts.GetValueOrDefault(session);

    public HeldSeat? Seat(YouthId youth, SessionId session) => _seats.GetValueOrDefault((youth, session));

    public void Read(SeatCount count) => _counts[count.Session] = count;

    public void Read(HeldSeat seat) => _seats[(seat.Youth, seat.Session)] = seat;

    /// <summary>The next in line; call in the order of the line.</summary>
    public void ReadInLine(HeldSeat waiting)
    {
        Read(waiting);
        Line(waiting.Session).Enqueue(waiting.Youth);
    }

    /// <summary>Takes all seats of this decision, or none: false when it was decided on facts that no longer hold.</summary>
    public bool TryTake(DecidedTurn decided)
    {
        if (!SeatWish.Of(decided).All(wish => Holds(wish, decided))) return false;
        foreach (var wish in SeatWish.Of(decided)) Take(wish, decided.Turn.Youth);
        return true;
    }

    /// <summary>The youth is erased: the booking's row goes with them.</summary>
    public void Forget(YouthId youth) => _changed.RemoveWhere(key => key.Item1 == youth);

    bool Holds(SeatWish wish, DecidedTurn decided)
    {
        var youth = decided.Turn.Youth;
        var seen = decided.Turn.Facts.Bookings.FirstOrDefault(b => b.Session.Id == wish.Session);
        var seat = Seat(youth, wish.Session);
        if ((seat?.Version, seat?.Status) != (seen?.Version, seen?.Status)) return false;
        return wish.Effect switch
        {
            Effect.BookSeat book => IsAsSeen(wish.Session, decided) && HasRoomFor(wish.Session, seat, book.Guests),
            Effect.BringGuests bring => IsAsSeen(wish.Session, decided) && seat is { HoldsSeat: true } && HasRoomFor(wish.Session, seat, bring.Guests),
            Effect.SeatWalkIn walkIn => _counts.TryGetValue(wish.Session, out var count) && !count.Cancelled && (walkIn.PastCapacity || count.HasRoom || seat is { HoldsSeat: true }),
            Effect.JoinWaitingList => IsAsSeen(wish.Session, decided) && (seat is { IsOpen: true } || !_counts[wish.Session].HasRoom),
            _ => true,
        };
    }

    // The seats that the youth holds already are theirs.
    bool HasRoomFor(SessionId session, HeldSeat? seat, int guests) =>
        1 + guests - (seat?.Seats ?? 0) is var more && (more <= 0 || _counts[session].HasRoomFor(more));

    // Whoever decides for a session must know its time; whether it has seats is asked apart.
    bool IsAsSeen(SessionId session, DecidedTurn decided) =>
        Count(session) is { } count
        && count.IsOpenAt(now)
        && decided.Turn.Facts.Offer.Session(session) is { } seen
        && seen.Starts == count.Starts;

    void Take(SeatWish wish, YouthId youth)
    {
        var seat = Seat(youth, wish.Session);
        switch (wish.Effect)
        {
            case Effect.BookSeat book:
                Resize(wish.Session, seat, book.Guests);
                Write((seat ?? New(youth, wish.Session)).Becomes(BookingStatus.Booked) with { BookedAt = now, Guests = book.Guests });
                break;
            case Effect.BringGuests bring when seat is { HoldsSeat: true }:
                Resize(wish.Session, seat, bring.Guests);
                Write(seat with { Guests = bring.Guests });
                break;
            case Effect.KeepAnswer answer when seat is { IsOpen: true }:
                GiveUp(seat, CancelReason.ByYouth, answer.Answer);
                break;
            case Effect.KeepAnswer answer:
                Write((seat ?? New(youth, wish.Session)).Becomes(answer.Answer) with { BookedAt = seat?.BookedAt ?? now });
                break;
            case Effect.JoinWaitingList when seat is not { IsOpen: true }:
                Write((seat ?? New(youth, wish.Session)).Becomes(BookingStatus.Waiting) with { BookedAt = now, WaitingSince = now, Guests = 0 });
                Line(wish.Session).Enqueue(youth);
                break;
            case Effect.CancelBooking cancel when seat is { IsOpen: true }:
                GiveUp(seat, cancel.Reason);
                break;
            case Effect.EraseYouth when seat is { IsOpen: true }:
                GiveUp(seat, CancelReason.ByYouth);
                break;
            case Effect.RecordAttendance attendance when seat is not null:
                Write(seat.Becomes(attendance.Attended ? BookingStatus.Attended : BookingStatus.NoShow));
                break;
            case Effect.UndoAttendance when seat is not null:
                Write(seat.Becomes(BookingStatus.Booked));
                break;
            case Effect.SeatWalkIn when seat is not { HoldsSeat: true }:
                // More may stand inside than there are seats; only seats are counted.
                if (_counts[wish.Session].HasRoom) Fill(wish.Session, 1);
                Write((seat ?? New(youth, wish.Session)).Becomes(BookingStatus.Attended) with { BookedAt = now });
                break;
            case Effect.SeatWalkIn when seat is not null:
                Write(seat.Becomes(BookingStatus.Attended));
                break;
        }
    }

    void GiveUp(HeldSeat seat, CancelReason reason, BookingStatus becomes = BookingStatus.Cancelled)
    {
        Write(seat.Becomes(becomes, reason) with { Guests = 0 });
        Free(seat.Session, seat.Seats);
    }

    // More or fewer guests than before: what is no longer needed goes to the line.
    void Resize(SessionId session, HeldSeat? seat, int guests)
    {
        var more = 1 + guests - (seat?.Seats ?? 0);
        if (more > 0) Fill(session, more);
        else Free(session, -more);
    }

    // One seat for each who waits: guests are asked for when the offer is taken.
    void Free(SessionId session, int seats)
    {
        for (var freed = 0; freed < seats; freed++)
        {
            if (_counts[session].IsOpenAt(now) && NextInLine(session) is { } next) Offer(next);
            else Fill(session, -1);
        }
    }

    void Offer(HeldSeat next)
    {
        var offered = next.Becomes(BookingStatus.Offered);
        Write(offered);
        _offers.Add(offered);
    }

    HeldSeat? NextInLine(SessionId session)
    {
        var line = Line(session);
        while (line.TryDequeue(out var youth))
            if (Seat(youth, session) is { Status: BookingStatus.Waiting } waiting) return waiting;
        return null;
    }

    void Fill(SessionId session, int seats)
    {
        var count = _counts[session];
        _counts[session] = count with { Taken = count.Taken + seats };
        _counted.Add(session);
    }

    void Write(HeldSeat seat)
    {
        _seats[(seat.Youth, seat.Session)] = seat;
        _changed.Add((seat.Youth, seat.Session));
    }

    HeldSeat New(YouthId youth, SessionId session) => new(youth, session, BookingStatus.Cancelled, 0, now, null, false, null, 0);

    Queue<YouthId> Line(SessionId session)
    {
        if (!_lines.TryGetValue(session, out var line)) _lines[session] = line = new Queue<YouthId>();
        return line;
    }
}
