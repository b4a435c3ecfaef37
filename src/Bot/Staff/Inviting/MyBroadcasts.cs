using MdtChatBot.Bot.Costs;
using MdtChatBot.Bot.Inviting;
using MdtChatBot.Bot.Turns;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Invitations;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Reminders;
using NodaTime;

namespace MdtChatBot.Bot.Staff.Inviting;

/// <summary>Rounds of invitations, and events to invite to, as far as who looks may see them.</summary>
public sealed class MyBroadcasts(
    StaffUser who, BroadcastStore broadcasts, ProgrammeStore programme, SiteStore sites, InvitationOptions options, PipelineOptions pipeline, CostOptions costs, IClock clock)
{
    const int Shown = 100;

    const string DutchCode = "31";

    public Task<Offer> Offer(CancellationToken stop) => programme.Current(clock.GetCurrentInstant(), stop);

    /// <summary>Where who looks may invite.</summary>
    public async Task<IReadOnlyList<Site>> Sites(CancellationToken stop) => [.. (await sites.Sites(stop)).Where(s => who.MaySee(s.Id))];

    /// <summary>Events that are still to come.</summary>
    public async Task<IReadOnlyList<TrialSession>> Events(CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        return [.. (await Offer(stop)).Sessions.Where(s => s.Event is not null && !s.Cancelled && s.Starts > now && who.MaySee(s.Site))];
    }

    public async Task<IReadOnlyList<Broadcast>> All(CancellationToken stop) => await broadcasts.Of([.. (await Sites(stop)).Select(s => s.Id)], Shown, stop);

    /// <summary>Null where it does not exist or is another site's.</summary>
    public async Task<Broadcast?> Find(long id, CancellationToken stop) =>
        await broadcasts.Find(new BroadcastId(id), stop) is { } found && who.MaySee(found.Plan.Site) ? found : null;

    /// <summary>What an audience comes to now.</summary>
    public Task<AudienceCount> Count(BroadcastPlan plan, Event to, CancellationToken stop) =>
        broadcasts.Count(new AudienceQuery(plan.Audience, plan.Event, to.MinorsWelcome, options.MostAMonth, clock.GetCurrentInstant()), stop);

    /// <summary>When the first leaves.</summary>
    public Instant Begins(BroadcastPlan plan)
    {
        var now = clock.GetCurrentInstant();
        return QuietHours.After(plan.StartsAt is { } at && at > now ? at : now, options.TimeZone);
    }

    /// <summary>When the last of so many will have left.</summary>
    public Instant Ends(int recipients, Instant begins) => SendingTime.Ends(recipients, pipeline.MessagesPerSecond > 0 ? pipeline.MessagesPerSecond : 1000, begins, options.TimeZone);

    /// <summary>What they cost, for staff, at the price of a Dutch number, most of which they are; null where nobody entered a price.</summary>
    public string? Cost(int recipients, Language language) =>
        costs.PriceOf(DutchCode) is { Marketing: > 0 and var each } ? costs.Written(recipients * each, language) : null;

    public int MostAMonth => options.MostAMonth;
}
