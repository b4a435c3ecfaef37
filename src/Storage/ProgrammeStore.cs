using MdtChatBot.Storage.Figures;
using MdtChatBot.Storage.Programme;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Numbers;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Referrals;
using NodaTime;

namespace MdtChatBot.Storage;

/// <summary>Sites, projects, sessions and stories.</summary>
public sealed class ProgrammeStore(Database database)
{
    /// <summary>Seats are counted again after this; so old may the offer be.</summary>
    static readonly Duration CountsAge = Duration.FromSeconds(1);

    /// <summary>Sites, projects and stories are read again after this, or at once when a session has changed.</summary>
    static readonly Duration WordsAge = Duration.FromMinutes(1);

    static readonly Duration Past = Duration.FromDays(30);

    /// <summary>Which languages a site speaks moves slowly.</summary>
    static readonly Duration SpokenAge = Duration.FromMinutes(10);

    const int SpokenMonths = 6;

    readonly Lock _changing = new();
    SpokenThen _spoken = new(Instant.MinValue, new Dictionary<SiteId, IReadOnlyList<Language>>());
    Snapshot _latest = Snapshot.Nothing;

    /// <summary>The offer, at most a second old; seats that this node took are in it at once.</summary>
    public async Task<Offer> Current(Instant now, CancellationToken stop) => (await Fresh(now, stop)).Offer;

    /// <summary>Adds or replaces sites, projects, stories and codes; adds sessions (ids given by the database where 0). For the demo programme and imports.</summary>
    public async Task Save(Offer offer, IReadOnlyList<EntryCode> codes, CancellationToken stop)
    {
        await using var transaction = await database.Begin(stop);
        await transaction.Commit([.. SaveSql.Calls(offer, codes, database.IsPostgres)], stop);
        Forget();
    }

    public async Task<bool> IsEmpty(CancellationToken stop) => (await database.List(ProgrammeSql.Sites, row => row.Text(0), stop)).Count == 0;

    /// <summary>
    /// Moves a session and tells everyone who has a seat (one <c>SessionMoved</c> each). The versions of bookings rise and a confirmation,
    /// which was for another time, is asked again. False where the session does not exist.
    /// </summary>
    public Task<bool> Move(SessionId session, Instant starts, Instant ends, Instant now, CancellationToken stop) =>
        Change(
            ChangeSql.Move.With(("session", session.Value), ("starts", starts), ("ends", ends)),
            [
                ChangeSql.RaiseBookings.With(("session", session.Value)),
                ChangeSql.TellSeated.With(("session", session.Value), ("now", now), ("inbound", StorageJson.Write(new Inbound.SessionMoved(session)))),
            ],
            stop);

    /// <summary>Cancels a session and tells every booked or waiting youth, once. False where it does not exist or is cancelled already.</summary>
    public Task<bool> Cancel(SessionId session, Instant now, CancellationToken stop) =>
        Change(
            ChangeSql.Cancel.With(("session", session.Value)),
            [ChangeSql.TellAll.With(("session", session.Value), ("now", now), ("inbound", StorageJson.Write(new Inbound.SessionCancelled(session))))],
            stop);

    /// <summary>The programme, with seats at most a second old.</summary>
    internal async Task<Snapshot> Fresh(Instant now, CancellationToken stop)
    {
        var latest = _latest;
        if (IsWithin(latest.CountedAt, now, CountsAge) && IsWithin(latest.ReadAt, now, WordsAge)) return latest;
        if (!IsWithin(latest.ReadAt, now, WordsAge)) return await ReadAll(now, stop);
        return await CountSeats(latest, now, stop) ?? await ReadAll(now, stop);
    }

    /// <summary>Everything again, at once: a session was seen that the last reading has not, or has otherwise.</summary>
    internal async Task<Snapshot> ReadAll(Instant now, CancellationToken stop)
    {
        var sites = new List<Site>();
        var projects = new List<Project>();
        var sessions = new List<TrialSession>();
        var revisions = new Dictionary<SessionId, long>();
        var stories = new List<Story>();
        await database.Read(
            [
                ProgrammeSql.Sites.With(row => sites.Add(ProgrammeSql.Site(row))),
                ProgrammeSql.Projects.With(row => projects.Add(ProgrammeSql.Project(row))),
                ProgrammeSql.Sessions.With(row => AddSession(row, sessions, revisions), ("since", now - Past)),
                ProgrammeSql.Stories.With(row => stories.Add(ProgrammeSql.Story(row))),
            ],
            stop);
        return Keep(new Snapshot(new Offer(sites, projects, sessions, stories) { Spoken = await Spoken(now, stop) }, revisions, now, now));
    }

    async Task<IReadOnlyDictionary<SiteId, IReadOnlyList<Language>>> Spoken(Instant now, CancellationToken stop)
    {
        if (_spoken is var last && IsWithin(last.At, now, SpokenAge)) return last.Languages;
        var talked = new List<(SiteId Site, Language Language, int Count)>();
        await database.Read(
            [FigureSql.Talked.With(Language.InOrder, row => talked.Add((new SiteId(row.Text(0)), new Language(row.Text(1)), (int)row.Number(2))), ("from", Month.Of(now).Plus(-SpokenMonths).ToString()))],
            stop);
        return (_spoken = new SpokenThen(now, SpokenLanguages.Of(talked))).Languages;
    }

    sealed record SpokenThen(Instant At, IReadOnlyDictionary<SiteId, IReadOnlyList<Language>> Languages);

    /// <summary>Sessions by id, however old.</summary>
    internal async Task<Dictionary<SessionId, TrialSession>> Sessions(IReadOnlyList<SessionId> ids, CancellationToken stop)
    {
        var found = new Dictionary<SessionId, TrialSession>();
        await database.Read([ProgrammeSql.SessionsById.With(ids, row => found[new SessionId(row.Number(0))] = ProgrammeSql.Session(row))], stop);
        return found;
    }

    /// <summary>Seats that this node took or freed, committed just now.</summary>
    internal void Took(IReadOnlyDictionary<SessionId, int> taken)
    {
        lock (_changing) _latest = _latest.WithTaken(taken);
    }

    async Task<Snapshot?> CountSeats(Snapshot latest, Instant now, CancellationToken stop)
    {
        var taken = new Dictionary<SessionId, int>();
        var same = true;
        await database.Read(
            [
                ProgrammeSql.Counts.With(
                    row =>
                    {
                        var id = new SessionId(row.Number(0));
                        taken[id] = (int)row.Number(1);
                        same &= latest.At(id, row.Number(2)) is not null;
                    },
                    ("since", latest.ReadAt - Past)),
            ],
            stop);
        return same ? Keep(latest.WithTaken(taken) with { CountedAt = now }) : null;
    }

    async Task<bool> Change(Call change, IReadOnlyList<Call> consequences, CancellationToken stop)
    {
        await using var transaction = await database.Begin(stop);
        await transaction.Run(change, stop);
        if (change.Changed == 0) return false;
        await transaction.Commit(consequences, stop);
        Forget();
        return true;
    }

    Snapshot Keep(Snapshot read)
    {
        lock (_changing) return _latest = read;
    }

    /// <summary>The next who asks reads everything again: staff changed something.</summary>
    internal void Forget() => Keep(Snapshot.Nothing);

    static void AddSession(System.Data.Common.DbDataReader row, List<TrialSession> sessions, Dictionary<SessionId, long> revisions)
    {
        var session = ProgrammeSql.Session(row);
        sessions.Add(session);
        revisions[session.Id] = ProgrammeSql.SessionRevision(row);
    }

    // The time machine moves the clock forward only, yet a test may start over at an earlier time.
    static bool IsWithin(Instant read, Instant now, Duration age) => read != Instant.MinValue && now - read < age && read <= now + age;
}
