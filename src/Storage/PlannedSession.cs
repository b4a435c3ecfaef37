using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Storage;

/// <summary>A session as staff see it.</summary>
public sealed record PlannedSession
{
    public required TrialSession Session { get; init; }

    /// <summary>Who saves an older one is told what changed.</summary>
    public required long Revision { get; init; }

    public IReadOnlyList<StaffId> Staff { get; init; } = [];

    /// <summary>How many bookings there are in each state.</summary>
    public IReadOnlyDictionary<BookingStatus, int> Bookings { get; init; } = new Dictionary<BookingStatus, int>();

    /// <summary>Who came without a telephone: a number and nothing else.</summary>
    public int Counted { get; init; }

    /// <summary>Whom those bring who have a seat.</summary>
    public int Guests { get; init; }

    public int In(params ReadOnlySpan<BookingStatus> states)
    {
        var sum = 0;
        foreach (var state in states) sum += Bookings.GetValueOrDefault(state);
        return sum;
    }

    /// <summary>Seats that are promised or were used.</summary>
    public int Seated => Guests + In(BookingStatus.Offered, BookingStatus.Booked, BookingStatus.Confirmed, BookingStatus.Attended, BookingStatus.NoShow);

    public int Waiting => In(BookingStatus.Waiting);
}

/// <summary>A youth on the list of a session.</summary>
public sealed record PresentYouth
{
    public required YouthId Youth { get; init; }

    public required string FirstName { get; init; }

    public required Language Language { get; init; }

    public required BookingStatus Status { get; init; }

    public required Instant BookedAt { get; init; }

    public required bool AtRisk { get; init; }

    /// <summary>Whom the youth brings.</summary>
    public int Guests { get; init; }
}

/// <summary>Somebody who came to an event without a telephone.</summary>
public sealed record WalkIn(long Id, string FirstName);

/// <summary>Who offers projects.</summary>
public sealed record Organisation
{
    /// <summary>0 until the database gives one.</summary>
    public long Id { get; init; }

    public required string Name { get; init; }

    public string ContactName { get; init; } = "";

    public string ContactPhone { get; init; } = "";

    public string ContactEmail { get; init; } = "";

    /// <summary>Raised with each change.</summary>
    public long Version { get; init; } = 1;
}

/// <summary>What became of a change that staff made.</summary>
public enum Saving
{
    Saved,

    /// <summary>Somebody else saved first: nothing was written.</summary>
    ChangedMeanwhile,

    /// <summary>Something else has this name already.</summary>
    NameTaken,
}

/// <summary>What became of a change to a session.</summary>
public abstract record SessionSaving
{
    SessionSaving() { }

    /// <param name="Told">How many youth hear of it.</param>
    /// <param name="Offered">How many in line were offered one of the new seats.</param>
    public sealed record Saved(int Told, int Offered) : SessionSaving;

    public sealed record ChangedMeanwhile : SessionSaving;

    public sealed record NotThere : SessionSaving;

    /// <summary>Fewer seats than are promised already.</summary>
    public sealed record BelowTaken(int Taken) : SessionSaving;
}
