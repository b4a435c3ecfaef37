using System.Data.Common;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Handoffs;
using NodaTime;

namespace MdtChatBot.Storage;

/// <summary>What people and pages read: conversations, handoffs, bookings. Reads only.</summary>
public sealed class WorkLists(Database database)
{
    /// <summary>The lines after <paramref name="afterId"/>, oldest first, at most <paramref name="max"/>.</summary>
    public async Task<IReadOnlyList<TranscriptLine>> Transcript(YouthId youth, long afterId, int max, CancellationToken stop) =>
        await database.List(WorkListSql.Transcript, ReadLine, stop, ("youth", youth.Value), ("after", afterId), ("max", max));

    /// <summary>The youth behind an address; null where nobody wrote from it.</summary>
    public async Task<YouthId?> FindYouth(string channel, string address, CancellationToken stop) =>
        (await database.List(WorkListSql.FindYouth, row => new YouthId(row.Number(0)), stop, ("channel", channel), ("address", address)))
            .Select(youth => (YouthId?)youth)
            .FirstOrDefault();

    /// <summary>Handoffs not yet given back, urgent ones first, then the longest open.</summary>
    public async Task<IReadOnlyList<HandoffRow>> OpenHandoffs(CancellationToken stop) => await database.List(WorkListSql.OpenHandoffs, ReadHandoff, stop);

    /// <summary>All bookings of a session but the cancelled ones, in the order they were made.</summary>
    public async Task<IReadOnlyList<SeatRow>> Seats(SessionId session, CancellationToken stop) =>
        await database.List(WorkListSql.Seats, ReadSeat, stop, ("session", session.Value));

    /// <summary>Open bookings that are at risk, soonest first.</summary>
    public async Task<IReadOnlyList<SeatRow>> AtRisk(CancellationToken stop) => await database.List(WorkListSql.AtRisk, ReadSeat, stop);

    /// <summary>This youth's bookings that still stand or whose session is over and not yet marked, soonest first.</summary>
    public async Task<IReadOnlyList<SeatRow>> SeatsOf(YouthId youth, CancellationToken stop) =>
        await database.List(WorkListSql.SeatsOf, ReadSeat, stop, ("youth", youth.Value));

    /// <summary>This youth's next timer; null without. For the time machine.</summary>
    public async Task<Instant?> NextTimer(YouthId youth, CancellationToken stop) =>
        (await database.List(WorkListSql.NextTimer, row => row.TimeOrNull(0), stop, ("youth", youth.Value))).Single();

    /// <summary>Messages that need a template, are unknown or failed in the last week (before the newest that is known of), counted by state and code.</summary>
    public async Task<IReadOnlyList<(Delivery State, string Code, int Count)>> Undelivered(CancellationToken stop)
    {
        var newest = (await database.List(WorkListSql.NewestTrouble, row => row.TimeOrNull(0), stop)).Single();
        return newest is null
            ? []
            : await database.List(
                WorkListSql.Undelivered,
                row => (row.Name<Delivery>(0), row.Text(1), (int)row.Number(2)),
                stop,
                ("since", newest.Value - Duration.FromDays(7)));
    }

    /// <summary>Wishes that nothing fitted, by site, most wished first.</summary>
    public async Task<IReadOnlyList<(SiteId? Site, string Words, int Count)>> Wishes(CancellationToken stop) =>
        await database.List(WorkListSql.Wishes, row => (Site(row.Text(0)), row.Text(1), (int)row.Number(2)), stop);

    static TranscriptLine ReadLine(DbDataReader row) => new(
        row.Number(0),
        row.Time(1),
        row.Flag(2),
        row.Text(3),
        row.TextOrNull(4) is { } saying ? StorageJson.ReadSaying(saying) : null,
        new Language(row.Text(5)),
        row.Name<Delivery>(6),
        row.Name<LineKind>(7),
        row.TextOrNull(8) is { } site ? new SiteId(site) : null);

    static HandoffRow ReadHandoff(DbDataReader row) => new(
        new YouthId(row.Number(0)),
        row.Name<HandoffReason>(1),
        row.Name<Urgency>(2),
        Language(row.TextOrNull(3)),
        Site(row.TextOrNull(4)),
        row.Text(5),
        row.Time(6),
        row.Text(7));

    static SeatRow ReadSeat(DbDataReader row) => new(
        new YouthId(row.Number(0)),
        new SessionId(row.Number(1)),
        row.Name<BookingStatus>(2),
        row.Flag(3),
        row.Text(4),
        Language(row.TextOrNull(5)),
        row.Time(6));

    // Who has not chosen yet sees English beside Dutch.
    static Language Language(string? code) => code is null ? Workflow.Language.English : new Language(code);

    static SiteId? Site(string? id) => id is { Length: > 0 } ? new SiteId(id) : null;
}
