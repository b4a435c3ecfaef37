using MdtChatBot.Bot.Inviting;
using MdtChatBot.Bot.Staff.Inviting;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Invitations;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Reminders;
using MdtChatBot.Workflow.Staffing;
using Microsoft.AspNetCore.Mvc;

namespace MdtChatBot.Bot.Staff.Pages.Invitations;

/// <summary>Plans a round, or changes one that is still a draft: to what, whom, with which sentence, when. How many that are comes on the next page.</summary>
[StaffOnly(StaffRole.BalieWorker, StaffRole.Coordinator)]
public sealed class PlanModel(MyBroadcasts mine, BroadcastStore broadcasts, Catalogue texts, InvitationOptions options) : StaffPage
{
    /// <summary>A sentence, not a letter: it stands in the middle of a short message.</summary>
    public const int LongestSentence = 200;

    public static readonly IReadOnlyList<int> Days = [7, 14, 30, 90];

    /// <summary>Null for a new one.</summary>
    [FromRoute]
    public long? Id { get; set; }

    /// <summary>The event that a new one is for.</summary>
    [FromQuery(Name = "event")]
    public long? To { get; set; }

    [BindProperty]
    public BroadcastDraft Draft { get; set; } = new();

    /// <summary>The version that the form was made from.</summary>
    [BindProperty]
    public long Version { get; set; }

    public Offer Offer { get; private set; } = Offer.Empty;

    public IReadOnlyList<TrialSession> Events { get; private set; } = [];

    public IReadOnlyList<Site> Sites { get; private set; } = [];

    public IReadOnlyList<Language> Languages => texts.Languages;

    /// <summary>Something is chosen beyond sites.</summary>
    public bool Narrows => Draft is not { Languages: [], Interests: [], Stages: [], Ages: [], Sources: [], HeardWithinDays: null, QuietForDays: null };

    public string InterestWords(Interest interest) => texts.Write("intake.interests." + char.ToLowerInvariant(interest.ToString()[0]) + interest.ToString()[1..], L.Language);

    public async Task<IActionResult> OnGet()
    {
        await Load();
        if (Id is { } id)
        {
            if (await mine.Find(id, Stop) is not { State: BroadcastState.Draft } broadcast) return NotHere();
            (Draft, Version) = (BroadcastDraft.Of(broadcast.Plan), broadcast.Version);
            return Page();
        }

        var to = Events.FirstOrDefault(e => e.Id.Value == To);
        if (To is not null && to is null) return NotHere();
        Draft.Event = to?.Id.Value;
        if (to is not null) Draft.Sites = [to.Site.Value];
        else if (Sites is [var only]) Draft.Sites = [only.Id.Value];
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        await Load();
        if (Id is { } known && await mine.Find(known, Stop) is not { State: BroadcastState.Draft }) return NotHere();
        var to = Events.FirstOrDefault(e => e.Id.Value == Draft.Event);
        Demand(to is not null, "Draft.Event", "invitations.fault.event");
        Demand(Draft.Sites.Count > 0 && Draft.Sites.TrueForAll(s => Sites.Any(mine => mine.Id.Value == s)), "Draft.Sites", "invitations.fault.sites");
        foreach (var (language, sentence) in Draft.Sentences)
        {
            if (!texts.Has(new Language(language))) Demand(false, "Draft.Event", "fault.value");
            Demand((sentence ?? "").Length <= LongestSentence, $"Draft.Sentences[{language}]", "invitations.fault.sentence", ("max", Arg.Of(LongestSentence)));
            Demand(!(sentence ?? "").Contains('\n', StringComparison.Ordinal), $"Draft.Sentences[{language}]", "invitations.fault.oneLine");
        }

        DemandStart(to);
        if (!ModelState.IsValid) return Page();
        var plan = Draft.Plan(to!);
        if (Id is not { } id)
        {
            var made = await broadcasts.Plan(plan, Me, Now, Stop);
            await Audit("invitations.planned", site: plan.Site, detail: $"{made.Value}");
            return Redirect($"/staff/invitations/{made.Value}");
        }

        if (!await broadcasts.Change(new BroadcastId(id), plan, Me, Version, Stop))
        {
            Demand(false, "", "invitations.fault.changed");
            return Page();
        }

        await Audit("invitations.changed", site: plan.Site, detail: $"{id}");
        return Redirect($"/staff/invitations/{id}");
    }

    void DemandStart(TrialSession? to)
    {
        if (!Draft.HasStart) return;
        if (!Demand(Draft.StartsAt is not null, "Draft.Time", "invitations.fault.start")) return;
        var starts = Draft.StartsAt!.Value;
        Demand(starts > Now, "Draft.Date", "invitations.fault.past");
        Demand(to is null || starts < to.Starts, "Draft.Date", "invitations.fault.after");
        Demand(QuietHours.After(starts, options.TimeZone) == starts, "Draft.Time", "invitations.fault.night");
    }

    async Task Load()
    {
        Offer = await mine.Offer(Stop);
        Events = await mine.Events(Stop);
        Sites = await mine.Sites(Stop);
    }
}
