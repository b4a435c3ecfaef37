using System.Data.Common;
using MdtChatBot.Storage.Handoffs;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Handoffs;
using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Storage;

/// <summary>The work list of one member of staff.</summary>
public sealed class HandoffLists(Database database)
{
    /// <summary>How many of each kind are read at a time.</summary>
    public const int PageSize = 30;

    // No session lasts longer.
    static readonly Duration Longest = Duration.FromDays(1);

    /// <summary>All parts of the list in one round trip; one more than a page of each, by which it is known whether there are more.</summary>
    public async Task<WaitingList> Of(StaffMember viewer, Instant now, CancellationToken stop)
    {
        var list = new WaitingList([], [], [], [], []);
        await database.Read([.. Enum.GetValues<WaitingPart>().Select(part => Read(part, list, viewer, now, null))], stop);
        return list;
    }

    /// <summary>The next page of one part, after a place in its order; the other parts stay empty.</summary>
    public async Task<WaitingList> More(WaitingPart part, StaffMember viewer, Instant now, WaitingPlace after, CancellationToken stop)
    {
        var list = new WaitingList([], [], [], [], []);
        await database.Read([Read(part, list, viewer, now, after)], stop);
        return list;
    }

    /// <summary>Finds somebody else for all that this person has or was asked to take; the youth hear it. Returns how many.</summary>
    public async Task<int> TellAbsent(StaffId staff, Instant now, CancellationToken stop)
    {
        var tell = WaitingSql.TellAbsent.With(("now", now), ("inbound", StorageJson.Write(new Inbound.CoachAbsent(staff))), ("staff", staff.Value));
        await using var transaction = await database.Begin(stop);
        await transaction.Commit([tell], stop);
        return tell.Changed;
    }

    static Call Read(WaitingPart part, WaitingList to, StaffMember viewer, Instant now, WaitingPlace? after)
    {
        (string, object?)[] all =
        [
            ("everywhere", viewer.WorksEverywhere), ("me", viewer.Id.Value), ("unplaced", viewer.MaySee(null)),
            ("answered", after?.Answered ?? false), ("sorted", after?.Since ?? Instant.FromUnixTimeTicks(0)), ("after", after?.Id ?? 0), ("max", PageSize + 1),
            ("now", now), ("begins", now - Longest),
        ];
        return part is WaitingPart.AtRisk
            ? WaitingSql.AtRisk.With(viewer.Sites, row => to.AtRisk.Add(Seat(row)), all)
            : SqlOf(part).With(viewer.Sites, row => to.Of(part).Add(Row(row)), all);
    }

    static Statement<SiteId> SqlOf(WaitingPart part) => part switch
    {
        WaitingPart.Urgent => WaitingSql.Urgent,
        WaitingPart.Mine => WaitingSql.Mine,
        WaitingPart.Others => WaitingSql.Others,
        WaitingPart.Snoozed => WaitingSql.Snoozed,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static WaitingRow Row(DbDataReader row) => new()
    {
        Youth = new YouthId(row.Number(0)),
        Reason = row.Name<HandoffReason>(1),
        Urgency = row.Name<Urgency>(2),
        With = row.NumberOrNull(3) is { } staff ? new StaffId(staff) : null,
        WithName = row.Text(4),
        Taken = row.Flag(5),
        Version = (int)row.Number(6),
        OpenedAt = row.Time(7),
        PickUpBy = row.TimeOrNull(8),
        SnoozedUntil = row.TimeOrNull(9),
        Language = row.TextOrNull(10) is { } code ? new Language(code) : null,
        Site = row.TextOrNull(11) is { } site ? new SiteId(site) : null,
        FirstName = row.Text(12),
        WaitsSince = row.Flag(13) ? null : row.Time(14),
        Unread = row.Flag(16),
        Place = new WaitingPlace(row.Flag(13), row.Time(14), row.Number(15)),
    };

    static SeatRow Seat(DbDataReader row) => new(
        new YouthId(row.Number(0)), new SessionId(row.Number(1)), row.Name<BookingStatus>(2), row.Flag(3), row.Text(4),
        new Language(row.TextOrNull(5) ?? Language.English.Code), row.Time(6));
}

/// <summary>A part of the work list.</summary>
public enum WaitingPart
{
    Urgent,
    Mine,

    /// <summary>Waits for a colleague, or for anybody.</summary>
    Others,

    /// <summary>Seats of who did not answer the reminder.</summary>
    AtRisk,

    /// <summary>Put off.</summary>
    Snoozed,
}

/// <summary>The parts of the work list; each ordered by who waits longest.</summary>
public sealed record WaitingList(List<WaitingRow> Urgent, List<WaitingRow> Mine, List<WaitingRow> Others, List<SeatRow> AtRisk, List<WaitingRow> Snoozed)
{
    /// <summary>One of the parts that hold handoffs.</summary>
    public List<WaitingRow> Of(WaitingPart part) => part switch
    {
        WaitingPart.Urgent => Urgent,
        WaitingPart.Mine => Mine,
        WaitingPart.Others => Others,
        WaitingPart.Snoozed => Snoozed,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Where the next page of a part begins; null where there is none.</summary>
    public WaitingPlace? Next(WaitingPart part) => part is WaitingPart.AtRisk
        ? AtRisk.Count > HandoffLists.PageSize ? new WaitingPlace(false, AtRisk[HandoffLists.PageSize - 1].Starts, AtRisk[HandoffLists.PageSize - 1].Youth.Value) : null
        : Of(part).Count > HandoffLists.PageSize ? Of(part)[HandoffLists.PageSize - 1].Place : null;
}

/// <summary>An open handoff on the work list.</summary>
public sealed record WaitingRow
{
    public required YouthId Youth { get; init; }

    public required HandoffReason Reason { get; init; }

    public required Urgency Urgency { get; init; }

    /// <summary>Who has it or is asked to take it; null where nobody with an account is.</summary>
    public required StaffId? With { get; init; }

    public required string WithName { get; init; }

    public required bool Taken { get; init; }

    public required int Version { get; init; }

    public required Instant OpenedAt { get; init; }

    /// <summary>When it goes to the next, while nobody has taken it.</summary>
    public required Instant? PickUpBy { get; init; }

    public required Instant? SnoozedUntil { get; init; }

    public required Language? Language { get; init; }

    public required SiteId? Site { get; init; }

    public required string FirstName { get; init; }

    /// <summary>Since when the youth waits for an answer; null once it was given.</summary>
    public required Instant? WaitsSince { get; init; }

    /// <summary>A coach answered outside WhatsApp's window, and the youth did not look for a day.</summary>
    public bool Unread { get; init; }

    /// <summary>Where it stands in the order, to go on from.</summary>
    public required WaitingPlace Place { get; init; }
}

/// <summary>A place in the order of the work list.</summary>
/// <param name="Answered">Was answered last, so comes after all who wait.</param>
public sealed record WaitingPlace(bool Answered, Instant Since, long Id);
