using MdtChatBot.Workflow.Programme;
using NodaTime;

namespace MdtChatBot.Workflow.Bookings;

/// <summary>A session that is put before a youth, and why.</summary>
/// <param name="Km">From the youth's site, at least 1.</param>
/// <param name="Fits">It has one of the youth's interests.</param>
/// <param name="Full">Choosing it means waiting in line.</param>
public sealed record Suggestion(TrialSession Session, int Km, bool Fits, bool Full);

/// <summary>Which sessions a youth is offered: near, fitting, nearest first (needs.md 20: remote sites, nearest sessions first).</summary>
public static class SessionChoice
{
    /// <summary>Farther than this is said to be far (an hour by bicycle and bus).</summary>
    public const int FarKm = 30;

    /// <summary>Nobody reads a longer list.</summary>
    public const int Most = 5;

    static readonly Duration NotSoonerThan = Duration.FromHours(1);

    /// <param name="interests">Only sessions that fit one of these; empty for all.</param>
    /// <param name="taken">Sessions that the youth has a place at already.</param>
    public static IReadOnlyList<Suggestion> For(Offer offer, Site site, IReadOnlyList<Interest> interests, IReadOnlyCollection<SessionId> taken, Instant now)
    {
        var near = offer.Trials
            .Where(s => !s.Cancelled && s.Starts - now >= NotSoonerThan && !taken.Contains(s.Id))
            .Select(s => new Suggestion(s, KmFrom(site, s), offer.ProjectOf(s)!.Interests.Any(interests.Contains), s.SeatsLeft == 0))
            .Where(s => interests.Count == 0 || s.Fits)
            .OrderBy(s => s.Km)
            .ThenBy(s => s.Full)
            .ThenBy(s => s.Session.Starts)
            .ToList();
        var within = near.Where(s => s.Km <= FarKm).ToList();
        return Various(within.Count > 0 ? within : near);
    }

    // First one of each project, so that there is something to choose; then more of the same, nearest and soonest first again.
    static List<Suggestion> Various(List<Suggestion> sorted)
    {
        var first = sorted.DistinctBy(s => s.Session.Project).ToList();
        return first.Concat(sorted.Except(first)).Take(Most).OrderBy(s => s.Km).ThenBy(s => s.Full).ThenBy(s => s.Session.Starts).ToList();
    }

    static int KmFrom(Site site, TrialSession session) => Math.Max(1, (int)Math.Round(site.Position.KilometresTo(session.Position)));
}
