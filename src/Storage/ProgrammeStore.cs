using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Programme;
using NodaTime;

namespace MdtChatBot.Storage;

/// <summary>Sites, projects, sessions and stories.</summary>
public sealed class ProgrammeStore(Database database)
{
    /// <summary>The offer, at most a second old; seats that this node took are in it at once.</summary>
    public Task<Offer> Current(Instant now, CancellationToken stop) => throw new NotImplementedException();

    /// <summary>Adds or replaces sites, projects, stories and codes; adds sessions (ids given by the database where 0). For the demo programme and imports.</summary>
    public Task Save(Offer offer, IReadOnlyList<Workflow.Referrals.EntryCode> codes, CancellationToken stop) => throw new NotImplementedException();

    public Task<bool> IsEmpty(CancellationToken stop) => throw new NotImplementedException();

    /// <summary>Moves a session and tells every booked youth (one <c>SessionMoved</c> each); their bookings' versions rise. False where it does not exist.</summary>
    public Task<bool> Move(SessionId session, Instant starts, Instant ends, Instant now, CancellationToken stop) => throw new NotImplementedException();

    /// <summary>Cancels a session and tells every booked or waiting youth. False where it does not exist.</summary>
    public Task<bool> Cancel(SessionId session, Instant now, CancellationToken stop) => throw new NotImplementedException();
}
