using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Conversations;
using NodaTime;

namespace MdtChatBot.Storage.Turns;

/// <summary>Seats all decisions of a batch under the locks of their sessions, and gives fresh facts to those who lost a race.</summary>
sealed class SeatDesk(Transaction transaction, ProgrammeStore programme, Instant now)
{
    /// <summary>What the last call gave out; nothing to write before the first.</summary>
    public Seating Seating { get; private set; } = new(now);

    public async Task<IReadOnlyList<ClaimedTurn>> Seat(IReadOnlyList<DecidedTurn> decided, CancellationToken stop)
    {
        Seating = new Seating(now);
        var wishes = decided.SelectMany(d => SeatWish.Of(d).Select(wish => (d.Turn.Youth, Wish: wish))).ToList();
        if (wishes.Count == 0) return [];
        await transaction.Run([.. Reads(wishes)], stop);
        // Who joins a line does so when everyone else has taken or given up their seat: it must be known by then that the session is full.
        var lost = decided.OrderBy(Joins).Where(d => !Seating.TryTake(d)).Select(d => d.Turn).ToList();
        foreach (var erased in decided.Where(d => d.Decision.Effects.Any(e => e is Effect.EraseYouth))) Seating.Forget(erased.Turn.Youth);
        return lost.Count == 0 ? [] : await Refresh(lost, wishes.Select(w => w.Wish.Session).ToHashSet(), stop);
    }

    static bool Joins(DecidedTurn decided) => decided.Decision.Effects.Any(e => e is Effect.JoinWaitingList);

    IEnumerable<Call> Reads(List<(Workflow.YouthId Youth, SeatWish Wish)> wishes)
    {
        var sessions = wishes.Select(w => w.Wish.Session).Distinct().OrderBy(id => id.Value).ToList();
        yield return SeatSql.Lock.With(sessions, row => Seating.Read(SeatSql.ReadCount(row)));
        yield return SeatSql.Bookings.With([.. wishes.Select(w => (w.Youth, w.Wish.Session)).Distinct()], row => Seating.Read(SeatSql.ReadBooking(row)));
        var freed = wishes.Where(w => w.Wish.MayFree).Select(w => w.Wish.Session).Distinct().ToList();
        if (freed.Count > 0) yield return SeatSql.InLine.With(freed, row => Seating.ReadInLine(SeatSql.ReadBooking(row)));
    }

    async Task<IReadOnlyList<ClaimedTurn>> Refresh(List<ClaimedTurn> lost, HashSet<Workflow.SessionId> touched, CancellationToken stop)
    {
        var snapshot = await programme.Fresh(now, stop);
        if (touched.Any(id => Seating.Count(id) is { } count && snapshot.At(id, count.Revision) is null)) snapshot = await programme.ReadAll(now, stop);
        var taken = touched.Select(Seating.Count).OfType<SeatCount>().ToDictionary(c => c.Session, c => c.Taken);
        var offer = snapshot.WithTaken(taken).Offer;
        return [.. lost.Select(turn => turn with { Facts = turn.Facts with { Offer = offer, Bookings = Fresh(turn, touched, offer) } })];
    }

    IReadOnlyList<Booking> Fresh(ClaimedTurn turn, HashSet<Workflow.SessionId> touched, Workflow.Programme.Offer offer)
    {
        var untouched = turn.Facts.Bookings.Where(b => Seating.Seat(turn.Youth, b.Session.Id) is null);
        var fresh = touched.Select(id => Seating.Seat(turn.Youth, id)).OfType<HeldSeat>().Select(seat => new Booking
        {
            Session = offer.Session(seat.Session) ?? turn.Facts.Bookings.First(b => b.Session.Id == seat.Session).Session,
            Status = seat.Status,
            Version = seat.Version,
            BookedAt = seat.BookedAt,
            AtRisk = seat.AtRisk,
            Guests = seat.Guests,
        });
        return [.. untouched.Concat(fresh).OrderBy(b => b.BookedAt)];
    }
}
