using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Staffing;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace MdtChatBot.Bot.Staff.Pages.Handoffs;

/// <summary>The work list: urgent, mine, waiting, at risk, put off. Ordered by who waits longest, never by what it is about.</summary>
[StaffOnly(StaffRole.Coach, StaffRole.Coordinator)]
public sealed class ListModel(HandoffLists lists, StaffStore staff, ProgrammeStore programme, Catalogue catalogue) : StaffPage
{
    /// <summary>The part of the list that goes on.</summary>
    [BindProperty(SupportsGet = true, Name = "part")]
    public string Part { get; set; } = "";

    /// <summary>After this place of it.</summary>
    [BindProperty(SupportsGet = true, Name = "after")]
    public string After { get; set; } = "";

    public WaitingList Waiting { get; private set; } = new([], [], [], [], []);

    public Offer Offer { get; private set; } = Offer.Empty;

    /// <summary>Sites of who looks where one coach is all there is, or none.</summary>
    public IReadOnlyList<(string Site, string? Coach)> OnOne { get; private set; } = [];

    public bool IsFirst => Asked is null;

    /// <summary>The first page shows all parts, a later one only the part that goes on.</summary>
    public bool Shows(WaitingPart part) => Asked is not { } asked || asked.Part == part;

    public IEnumerable<WaitingRow> Shown(WaitingPart part) => Waiting.Of(part).Take(HandoffLists.PageSize);

    /// <summary>The address of the next page of a part; null where there is none.</summary>
    public string? More(WaitingPart part) => Waiting.Next(part) is { } next ? $"/staff/handoffs?part={part}&after={Write(next)}" : null;

    // Names only: a number would be taken for one too.
    (WaitingPart Part, WaitingPlace Place)? Asked =>
        Read(After) is { } place && Enum.GetNames<WaitingPart>().Contains(Part) ? (Enum.Parse<WaitingPart>(Part), place) : null;

    public async Task OnGet()
    {
        Offer = await programme.Current(Now, Stop);
        if (Asked is { } asked)
        {
            Waiting = await lists.More(asked.Part, Me, Now, asked.Place, Stop);
            return;
        }

        Waiting = await lists.Of(Me, Now, Stop);
        var coaches = (await staff.All(Stop)).Where(m => m.Role is StaffRole.Coach).ToList();
        OnOne =
        [
            .. Offer.Sites.Where(s => Who.MaySee(s.Id))
                .Select(s => (s.Name, Coaches: coaches.Where(c => c.Sites.Contains(s.Id)).ToList()))
                .Where(s => s.Coaches.Count <= 1)
                .Select(s => (s.Name, s.Coaches.FirstOrDefault()?.Name)),
        ];
    }

    public string LanguageOf(Language? language) => language is { } known && catalogue.Has(known) ? catalogue.Write("language.names." + known.Code, Language.Dutch) : L["youth.unknown"];

    public string SiteOf(SiteId? site) => Offer.Site(site)?.Name ?? L["youth.noSite"];

    /// <summary>“2 uur”, in the largest unit that fits.</summary>
    public string Since(Instant at)
    {
        var waited = Now - at;
        return waited.TotalMinutes < 60 ? L["handoffs.minutes", ("count", Arg.Of(Math.Max(0, (int)waited.TotalMinutes)))]
            : waited.TotalHours < 48 ? L["handoffs.hours", ("count", Arg.Of((int)waited.TotalHours))]
            : L["handoffs.days", ("count", Arg.Of((int)waited.TotalDays))];
    }

    static string Write(WaitingPlace place) => FormattableString.Invariant($"{(place.Answered ? 1 : 0)}.{place.Since.ToUnixTimeTicks()}.{place.Id}");

    static WaitingPlace? Read(string after) =>
        after.Split('.') is [var answered, var since, var id] && long.TryParse(since, out var ticks) && long.TryParse(id, out var last)
        && ticks >= Instant.FromUtc(1970, 1, 1, 0, 0).ToUnixTimeTicks() && ticks <= Instant.FromUtc(2200, 1, 1, 0, 0).ToUnixTimeTicks()
            ? new WaitingPlace(answered is "1", Instant.FromUnixTimeTicks(ticks), last)
            : null;
}
