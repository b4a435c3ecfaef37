using MdtChatBot.Storage.Programme;
using MdtChatBot.Storage.Receiving;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Storage;

/// <summary>Sessions as staff plan them, and who was there.</summary>
public sealed class SessionStore(Database database, ProgrammeStore programme)
{
    public async Task<PlannedSession?> Find(SessionId session, CancellationToken stop) =>
        (await WithPeople(await database.List(SessionSql.ById, SessionSql.Planned, stop, ("session", session.Value)), stop)) is [var one] ? one : null;

    /// <summary>Trials of these sites that start from one instant until just before another, in order of start.</summary>
    /// <param name="sites">Where.</param>
    /// <param name="from">From this instant …</param>
    /// <param name="to">… until just before this one.</param>
    /// <param name="stop">Ends it early.</param>
    /// <param name="withPeople">Whether bookings and staff are wanted too.</param>
    public Task<IReadOnlyList<PlannedSession>> Of(IReadOnlyList<SiteId> sites, Instant from, Instant to, CancellationToken stop, bool withPeople = true) =>
        Of(sites, from, to, trials: true, withPeople, stop);

    /// <summary>Events of these sites that start from one instant until just before another, in order of start, with who answered what.</summary>
    public Task<IReadOnlyList<PlannedSession>> Events(IReadOnlyList<SiteId> sites, Instant from, Instant to, CancellationToken stop) =>
        Of(sites, from, to, trials: false, withPeople: true, stop);

    /// <summary>Which projects have a session at which of these sites meanwhile.</summary>
    public async Task<IReadOnlyList<(SiteId Site, ProjectId Project)>> Running(IReadOnlyList<SiteId> sites, Instant from, Instant to, CancellationToken stop)
    {
        var found = new List<(SiteId, ProjectId)>();
        if (sites.Count > 0) await database.Read([SessionSql.Running.With(sites, row => found.Add((new SiteId(row.Text(0)), new ProjectId(row.Text(1)))), ("from", from), ("to", to))], stop);
        return found;
    }

    /// <summary>Those of a series that are still on, from an instant on.</summary>
    public async Task<IReadOnlyList<PlannedSession>> OfSeries(SeriesId series, Instant from, CancellationToken stop) =>
        await WithPeople(await database.List(SessionSql.OfSeries, SessionSql.Planned, stop, ("series", series.Value), ("from", from)), stop);

    /// <summary>Plans sessions; several with a rule are a series.</summary>
    public async Task<IReadOnlyList<SessionId>> Add(IReadOnlyList<TrialSession> sessions, string rule, IReadOnlyList<StaffId> staff, CancellationToken stop)
    {
        await using var transaction = await database.Begin(stop);
        SeriesId? series = null;
        if (rule.Length > 0) await transaction.Run(SessionSql.AddSeries.With(row => series = new SeriesId(row.Number(0)), ("rule", rule)), stop);
        var ids = new List<SessionId>();
        await transaction.Run(SessionSql.Add.With([.. sessions.Select(s => s with { Series = series })], row => ids.Add(new SessionId(row.Number(0)))), stop);
        await transaction.Commit(Join(ids, staff), stop);
        programme.Forget();
        return ids;
    }

    /// <summary>
    /// Saves a session that was read at a revision. Another time or place tells everybody who has a seat; new seats are offered to who waits in line.
    /// </summary>
    public async Task<SessionSaving> Save(TrialSession changed, IReadOnlyList<StaffId> staff, long revision, Instant now, CancellationToken stop)
    {
        await using var transaction = await database.Begin(stop);
        PlannedSession? before = null;
        await transaction.Run(SessionSql.Lock.With(row => before = SessionSql.Planned(row), ("session", changed.Id.Value)), stop);
        if (before is null || before.Session.Cancelled) return new SessionSaving.NotThere();
        if (before.Revision != revision) return new SessionSaving.ChangedMeanwhile();
        if (changed.Capacity < before.Session.Taken) return new SessionSaving.BelowTaken(before.Session.Taken);
        var told = IsElsewhere(before.Session, changed) ? await Tell(transaction, changed, now, stop) : 0;
        await transaction.Run([SessionSql.Update.With([changed]), SessionSql.LeaveStaff.With(("session", changed.Id.Value)), .. Join([changed.Id], staff)], stop);
        var offered = await OfferNewSeats(transaction, changed, before.Session.Taken, now, stop);
        await transaction.Commit([], stop);
        programme.Forget();
        return new SessionSaving.Saved(told, offered);
    }

    /// <summary>What a youth must be told of.</summary>
    public static bool IsElsewhere(TrialSession before, TrialSession after) =>
        (before.Starts, before.Ends, before.Place, before.Address) != (after.Starts, after.Ends, after.Place, after.Address);

    /// <summary>Everybody on the list of a session, who booked first on top.</summary>
    public async Task<IReadOnlyList<PresentYouth>> Present(SessionId session, CancellationToken stop) =>
        await database.List(SessionSql.Present, SessionSql.Youth, stop, ("session", session.Value));

    /// <summary>One more, or one fewer, who came without a telephone. False where it can't be.</summary>
    public async Task<bool> Count(SessionId session, int by, CancellationToken stop)
    {
        await using var transaction = await database.Begin(stop);
        var count = SessionSql.Count.With(("session", session.Value), ("by", by));
        await transaction.Commit([count], stop);
        return count.Changed == 1;
    }

    /// <summary>Who came without a telephone and told a first name, in the order they came.</summary>
    public async Task<IReadOnlyList<WalkIn>> WalkIns(SessionId session, CancellationToken stop) =>
        await database.List(WalkInSql.Of, row => new WalkIn(row.Number(0), row.Text(1)), stop, ("session", session.Value));

    public Task AddWalkIn(SessionId session, string firstName, Instant now, CancellationToken stop) =>
        Change(WalkInSql.Add.With(("session", session.Value), ("name", firstName), ("now", now)), stop);

    public Task RemoveWalkIn(SessionId session, long id, CancellationToken stop) => Change(WalkInSql.Remove.With(("session", session.Value), ("id", id)), stop);

    async Task Change(Call change, CancellationToken stop)
    {
        await using var transaction = await database.Begin(stop);
        await transaction.Commit([change], stop);
    }

    async Task<IReadOnlyList<PlannedSession>> Of(IReadOnlyList<SiteId> sites, Instant from, Instant to, bool trials, bool withPeople, CancellationToken stop)
    {
        var found = new List<PlannedSession>();
        if (sites.Count > 0)
            await database.Read([SessionSql.OfSites.With(sites, row => found.Add(SessionSql.Planned(row)), ("from", from), ("to", to), ("trials", trials))], stop);
        List<PlannedSession> sorted = [.. found.OrderBy(s => s.Session.Starts)];
        return withPeople ? await WithPeople(sorted, stop) : sorted;
    }

    static async Task<int> Tell(Transaction transaction, TrialSession changed, Instant now, CancellationToken stop)
    {
        var tell = ChangeSql.TellSeated.With(("session", changed.Id.Value), ("now", now), ("inbound", StorageJson.Write(new Inbound.SessionMoved(changed.Id))));
        await transaction.Run([ChangeSql.RaiseBookings.With(("session", changed.Id.Value)), tell], stop);
        return tell.Changed;
    }

    static async Task<int> OfferNewSeats(Transaction transaction, TrialSession changed, int taken, Instant now, CancellationToken stop)
    {
        if (changed.Starts <= now || changed.Capacity <= taken) return 0;
        var next = new List<YouthId>();
        await transaction.Run(
            SessionSql.NextInLine.With(row => next.Add(new YouthId(row.Number(0))), ("session", changed.Id.Value), ("count", changed.Capacity - taken)),
            stop);
        if (next.Count == 0) return 0;
        await transaction.Run(
            [
                SessionSql.Offer.With(next, ("session", changed.Id.Value)),
                SessionSql.Fill.With(("session", changed.Id.Value), ("count", next.Count)),
                .. InboxSql.Queue([.. next.Select(youth => new InboxRow(youth.Value, now, null, null, new Inbound.SeatOffered(changed.Id)))]),
            ],
            stop);
        return next.Count;
    }

    static IReadOnlyList<Call> Join(IReadOnlyList<SessionId> sessions, IReadOnlyList<StaffId> staff) =>
        sessions.Count == 0 || staff.Count == 0 ? [] : [SessionSql.JoinStaff.With([.. sessions.SelectMany(session => staff.Select(one => (session, one)))])];

    async Task<List<PlannedSession>> WithPeople(List<PlannedSession> sessions, CancellationToken stop)
    {
        if (sessions.Count == 0) return sessions;
        var ids = sessions.ConvertAll(s => s.Session.Id);
        var bookings = new List<(SessionId Session, BookingStatus Status, int Count, int Guests)>();
        var staff = new List<(SessionId Session, StaffId Staff)>();
        await database.Read(
            [
                SessionSql.Bookings.With(ids, row => bookings.Add((new SessionId(row.Number(0)), row.Name<BookingStatus>(1), (int)row.Number(2), (int)row.Number(3)))),
                SessionSql.Staff.With(ids, row => staff.Add((new SessionId(row.Number(0)), new StaffId(row.Number(1))))),
            ],
            stop);
        var counts = bookings.ToLookup(b => b.Session);
        var people = staff.ToLookup(s => s.Session, s => s.Staff);
        return sessions.ConvertAll(s => s with
        {
            Staff = [.. people[s.Session.Id]],
            Bookings = counts[s.Session.Id].ToDictionary(b => b.Status, b => b.Count),
            Guests = counts[s.Session.Id].Where(b => b.Status is not BookingStatus.Waiting and not BookingStatus.Cancelled).Sum(b => b.Guests),
        });
    }
}
