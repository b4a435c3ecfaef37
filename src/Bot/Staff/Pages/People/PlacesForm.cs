using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Programme;

namespace MdtChatBot.Bot.Staff.Pages.People;

/// <summary>A form in which sites are chosen for somebody: not there, as the first to be asked, or as the backup.</summary>
public interface IPlacesForm
{
    /// <summary>The sites that who fills it in may give.</summary>
    IReadOnlyList<Site> MySites { get; }

    /// <summary>Site → <c>first</c>, <c>backup</c> or empty.</summary>
    Dictionary<string, string?> Places { get; }

    string? PlacesFault { get; }
}

static class PlacesForm
{
    /// <summary>What was chosen, as far as it may be.</summary>
    public static IReadOnlyList<WorkPlace> Chosen(this IPlacesForm form) =>
    [
        .. form.MySites.Select(site => (site.Id, Chosen: form.Places.GetValueOrDefault(site.Id.Value)))
            .Where(p => p.Chosen is "first" or "backup")
            .Select(p => new WorkPlace(p.Id, p.Chosen is "first")),
    ];

    public static Dictionary<string, string?> From(IEnumerable<SiteId> sites, IReadOnlyCollection<SiteId> primary) =>
        sites.ToDictionary(site => site.Value, site => (string?)(primary.Contains(site) ? "first" : "backup"));
}
