using System.Data.Common;
using MdtChatBot.Storage.Handoffs;
using MdtChatBot.Storage.Programme;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Storage.Turns;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Reminders;
using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Storage;

/// <summary>All that staff may see of one youth.</summary>
public sealed class YouthFiles(Database database)
{
    /// <summary>How many lines of the conversation are read at a time.</summary>
    public const int PageSize = 60;

    /// <summary>Who, where, and the open handoff; null where there is no such youth.</summary>
    public async Task<YouthCard?> Card(YouthId youth, CancellationToken stop) =>
        (await database.List(YouthFileSql.Youth, row => Card(youth, row), stop, ("youth", youth.Value))).FirstOrDefault();

    /// <summary>Everything on the page, in one round trip; null where there is no such youth.</summary>
    /// <param name="youth">Whose.</param>
    /// <param name="before">Lines older than this one; <see cref="long.MaxValue"/> for the newest.</param>
    /// <param name="now">Tells what is still to come.</param>
    /// <param name="stop">Ends it early.</param>
    public async Task<YouthFile?> Open(YouthId youth, long before, Instant now, CancellationToken stop)
    {
        YouthCard? card = null;
        var lines = new List<FileLine>();
        var seats = new List<FileSeat>();
        var timers = new List<(TimerKind, Instant)>();
        var reminders = new List<(string, Instant, Delivery)>();
        var asked = new List<string>();
        var notes = new List<FileNote>();
        (string, object?) who = ("youth", youth.Value);
        await database.Read(
            [
                YouthFileSql.Youth.With(row => card = Card(youth, row), who),
                YouthFileSql.Lines.With(row => lines.Add(Line(row)), who, ("now", now), ("older", before), ("max", PageSize + 1)),
                YouthFileSql.Seats.With(row => seats.Add(Seat(row)), who),
                YouthFileSql.Timers.With(row => timers.Add((row.Name<TimerKind>(0), row.Time(1))), who, ("now", now)),
                YouthFileSql.Reminders.With(row => reminders.Add((StorageJson.ReadSaying(row.Text(1)).Parts[0].Text.Key, row.Time(0), row.Name<Delivery>(2))), who),
                YouthFileSql.Asked.With(row => asked.Add(row.Text(0)), who),
                YouthFileSql.Notes.With(row => notes.Add(new FileNote(row.Time(0), row.Text(1), row.Text(2))), who),
            ],
            stop);
        return card is null ? null : new YouthFile(card, [.. lines.Take(PageSize).Reverse()], lines.Count > PageSize, seats, timers, reminders, asked, notes);
    }

    /// <summary>Bookings, the latest session first.</summary>
    public async Task<IReadOnlyList<FileSeat>> Seats(YouthId youth, CancellationToken stop) => await database.List(YouthFileSql.Seats, Seat, stop, ("youth", youth.Value));

    /// <summary>A note for colleagues; the youth never sees it.</summary>
    public async Task AddNote(YouthId youth, StaffId by, string words, Instant now, CancellationToken stop)
    {
        await using var transaction = await database.Begin(stop);
        await transaction.Commit([YouthFileSql.AddNote.With(("now", now), ("staff", by.Value), ("words", words), ("youth", youth.Value))], stop);
    }

    /// <summary>An input of this youth has not been decided yet.</summary>
    public async Task<bool> Waits(YouthId youth, CancellationToken stop) =>
        (await database.List(YouthFileSql.Waits, row => row.Flag(0), stop, ("youth", youth.Value))).Single();

    static YouthCard Card(YouthId youth, DbDataReader row) => new()
    {
        Youth = youth,
        Channel = row.Text(0),
        Address = row.Text(1),
        LastHeard = row.TimeOrNull(2),
        Since = row.Time(3),
        Conversation = StorageJson.ReadConversation(row.Text(4)),
        Handoff = HandoffSql.Read(row, 5),
        OpenedAt = row.TimeOrNull(13),
        PickUpBy = row.TimeOrNull(14),
        AnsweredAt = row.TimeOrNull(15),
    };

    static FileLine Line(DbDataReader row) => new(
        row.Number(0),
        row.Time(1),
        Enum.Parse<Speaker>(row.Text(2), ignoreCase: true),
        row.Text(3),
        row.TextOrNull(4) is { } saying ? StorageJson.ReadSaying(saying) : null,
        new Language(row.Text(5)),
        row.Name<Delivery>(6),
        row.Name<LineKind>(7))
    {
        Author = row.TextOrNull(8) ?? "",
        As = Enum.TryParse<SentAs>(row.Text(9), out var way) ? way : null,
        Code = row.Text(10),
        HasSound = row.Flag(11),
    };

    static FileSeat Seat(DbDataReader row) => new(
        new SessionId(row.Number(0)), row.Name<BookingStatus>(1), row.Flag(2), row.TextOrNull(3) is { } project ? new ProjectId(project) : null, ProgrammeSql.Named(row, 8), new SiteId(row.Text(4)), row.Time(5), row.Time(6), row.Text(7));
}
