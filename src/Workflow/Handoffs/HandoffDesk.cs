using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Workflow.Handoffs;

/// <summary>Who there is to take handoffs, and how many each has: loaded only for a turn that asks for it.</summary>
public sealed record HandoffDesk(IReadOnlyList<DeskMember> Members)
{
    /// <summary>No account yet: the site's coach is a name only, as before there was a console.</summary>
    public static HandoffDesk Empty { get; } = new([]);

    public bool IsEmpty => Members.Count == 0;

    public DeskMember? Find(StaffId id) => Members.FirstOrDefault(m => m.Staff.Id == id);

    /// <summary>The same desk after one more was offered to this person: so that many who ask at once are spread.</summary>
    public HandoffDesk Offered(StaffId to, Instant at) =>
        new([.. Members.Select(m => m.Staff.Id == to ? m with { Open = m.Open + 1, LastOffered = at } : m)]);
}

/// <summary>One person at the desk.</summary>
/// <param name="Open">Handoffs that they have or are asked to take, snoozed ones not counted.</param>
/// <param name="LastOffered">When one was last offered to them; null if never.</param>
public sealed record DeskMember(StaffMember Staff, int Open = 0, Instant? LastOffered = null);
