using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Workflow.Handoffs;

/// <summary>What is known of a handoff that somebody must be found for. Never what it is about: that is no measure of need.</summary>
/// <param name="Passed">Not asked again.</param>
public sealed record HandoffNeed(Site? Site, Language? Language, Urgency Urgency, IReadOnlyCollection<StaffId> Passed);

/// <summary>Somebody to take it, and when that can be.</summary>
/// <param name="To">Null where there is nobody.</param>
/// <param name="AtWork">When they are there: now, or when they next begin; null where their hours are not known.</param>
/// <param name="PickUpBy">Not taken by then, it goes to the next; null where there is nobody.</param>
public sealed record Assignment(StaffMember? To, Instant? AtWork, Instant? PickUpBy)
{
    static readonly Assignment Nobody = new(null, null, null);

    /// <summary>How long somebody has to take what is urgent.</summary>
    public static readonly Duration Urgent = Duration.FromMinutes(10);

    /// <summary>
    /// A coach of the site, the first who can answer; else the coordinator of the site, or who stands in for it; else nobody, and the list shows it as such.
    /// Of a site without a balie, who stands in for it is asked before the others, unless it is urgent or they are away.
    /// </summary>
    public static Assignment For(HandoffDesk desk, HandoffNeed need, Instant now, DateTimeZone zone)
    {
        var standIn = need.Site?.FallbackOwner is { } owner && !need.Passed.Contains(owner) ? desk.Find(owner) : null;
        var coaches = Candidates(desk, need, StaffRole.Coach).Where(m => need.Urgency is Urgency.Urgent || m.Open < m.Staff.LoadCap);
        var chosen = (need is { Site.HasBalie: false, Urgency: Urgency.Normal } && standIn is not null && !IsAway(standIn.Staff, now, zone) ? standIn : null)
            ?? InOrder(coaches, need, now, zone).FirstOrDefault()
            ?? InOrder(Candidates(desk, need, StaffRole.Coordinator), need, now, zone).FirstOrDefault()
            ?? standIn;
        return chosen is null ? Nobody : Of(chosen.Staff, need, now, zone);
    }

    /// <summary>When this very person can answer, who was chosen by name.</summary>
    public static Assignment Of(StaffMember staff, HandoffNeed need, Instant now, DateTimeZone zone)
    {
        var atWork = WorkingTime.NextOpen(staff, now, zone);
        var pickUpBy = need.Urgency is Urgency.Urgent
            ? now + Urgent
            : WorkingTime.After(staff, now, Duration.FromHours(need.Site?.PickUpHours ?? Site.UsualPickUpHours), zone);
        return new Assignment(staff, atWork, pickUpBy ?? now + Duration.FromDays(1));
    }

    static IEnumerable<DeskMember> Candidates(HandoffDesk desk, HandoffNeed need, StaffRole role) =>
        desk.Members.Where(m => m.Staff.Role == role && !need.Passed.Contains(m.Staff.Id) && IsOf(need.Site, m.Staff));

    // A youth without a site belongs to no coach yet; any coordinator may find one.
    static bool IsOf(Site? site, StaffMember staff) => site is null ? staff.Role is StaffRole.Coordinator : staff.Sites.Contains(site.Id);

    // Ill or on leave when they would next be at work. Who is away over a free weekend is not.
    static bool IsAway(StaffMember staff, Instant now, DateTimeZone zone) =>
        WorkingTime.NextOpen(staff, now, zone) != WorkingTime.NextOpen(staff with { AbsentUntil = null }, now, zone);

    // Urgent: whoever is there first. Otherwise who answers on the earliest day, and among them who speaks the language.
    static IOrderedEnumerable<DeskMember> InOrder(IEnumerable<DeskMember> members, HandoffNeed need, Instant now, DateTimeZone zone)
    {
        var there = members.Where(m => !IsAway(m.Staff, now, zone)).ToDictionary(m => m, m => WorkingTime.NextOpen(m.Staff, now, zone) ?? Instant.MaxValue);
        return there.Keys
            .OrderBy(m => need.Urgency is Urgency.Urgent ? there[m] : Instant.MinValue)
            .ThenBy(m => there[m] == Instant.MaxValue ? LocalDate.MaxIsoValue : there[m].InZone(zone).Date)
            .ThenBy(m => need.Language is { } language && language.IsAmong(m.Staff.Speaks) ? 0 : 1)
            .ThenBy(m => there[m])
            .ThenBy(m => need.Site is { } site && m.Staff.PrimaryAt.Contains(site.Id) ? 0 : 1)
            .ThenBy(m => m.Open)
            .ThenBy(m => m.LastOffered ?? Instant.MinValue)
            .ThenBy(m => m.Staff.Id.Value);
    }
}
