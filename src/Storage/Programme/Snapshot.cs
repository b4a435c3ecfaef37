using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Programme;
using NodaTime;

namespace MdtChatBot.Storage.Programme;

/// <summary>The programme as it was read, with the revision of each session.</summary>
/// <param name="ReadAt">When everything was read.</param>
/// <param name="CountedAt">When the seats were last counted.</param>
sealed record Snapshot(Offer Offer, IReadOnlyDictionary<SessionId, long> Revisions, Instant ReadAt, Instant CountedAt)
{
    public static Snapshot Nothing { get; } = new(Offer.Empty, new Dictionary<SessionId, long>(), Instant.MinValue, Instant.MinValue);

    /// <summary>The session as it stands at this revision; null where this copy is older or has it not.</summary>
    public TrialSession? At(SessionId id, long revision) =>
        Revisions.TryGetValue(id, out var mine) && mine == revision ? Offer.Session(id) : null;

    public Snapshot WithTaken(IReadOnlyDictionary<SessionId, int> taken) =>
        Offer.Sessions.Any(s => taken.TryGetValue(s.Id, out var now) && now != s.Taken)
            ? this with { Offer = Offer.With([.. Offer.Sessions.Select(s => taken.TryGetValue(s.Id, out var now) && now != s.Taken ? s with { Taken = now } : s)]) }
            : this;
}

static class Offers
{
    /// <summary>The same offer with other sessions.</summary>
    public static Offer With(this Offer offer, IReadOnlyList<TrialSession> sessions) => new(offer.Sites, offer.Projects, sessions, offer.Stories) { Spoken = offer.Spoken };
}
