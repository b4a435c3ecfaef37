using System.Globalization;
using System.Text;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Programme.Writing;
using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Workflow.Programme.Entering;

/// <summary>A site as it is typed.</summary>
public sealed record SiteDraft
{
    public string? Name { get; init; }

    public string? Organisation { get; init; }

    public string? Position { get; init; }

    public bool HasBalie { get; init; }

    /// <summary>By the name of the day: “13:00-15:00, 16:00-17:00”.</summary>
    public Dictionary<string, string?> Opening { get; init; } = [];

    public long? FallbackOwner { get; init; }

    public string? CoachName { get; init; }

    public string? PickUpHours { get; init; }

    /// <summary>With commas between.</summary>
    public string? AlsoCalled { get; init; }

    /// <summary>One on each line: “NT2 = Nederlandse les”.</summary>
    public string? Abbreviations { get; init; }

    public Dictionary<string, string?> Travel { get; init; } = [];

    public static SiteDraft Of(Site site) => new()
    {
        Name = site.Name,
        Organisation = site.Organisation,
        Position = MapPosition.Write(site.Position),
        HasBalie = site.HasBalie,
        Opening = SiteEntry.Days.ToDictionary(day => day.ToString(), day => (string?)HoursText.Write(site.Opening.On(day))),
        FallbackOwner = site.FallbackOwner?.Value,
        CoachName = site.CoachName,
        PickUpHours = site.PickUpHours.ToString(CultureInfo.InvariantCulture),
        AlsoCalled = string.Join(", ", site.AlsoCalled),
        Abbreviations = string.Join('\n', site.Abbreviations.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => $"{a.Key} = {a.Value}")),
        Travel = site.Travel.ToDictionary(t => t.Key, t => (string?)t.Value),
    };
}

/// <summary>Rules for a site.</summary>
public static class SiteEntry
{
    public static readonly IReadOnlyList<IsoDayOfWeek> Days =
        [IsoDayOfWeek.Monday, IsoDayOfWeek.Tuesday, IsoDayOfWeek.Wednesday, IsoDayOfWeek.Thursday, IsoDayOfWeek.Friday, IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday];

    /// <param name="draft">What was typed.</param>
    /// <param name="before">The site as it stands; null for a new one.</param>
    /// <param name="owners">Who can look after a site.</param>
    public static Entered<Site> Read(SiteDraft draft, Site? before, IReadOnlyCollection<StaffId> owners)
    {
        var form = new TypedForm();
        var name = form.Line("Name", draft.Name, 40);
        var organisation = form.Line("Organisation", draft.Organisation, 60);
        var position = form.Position("Position", draft.Position);
        var opening = Opening(form, draft);
        var owner = draft.FallbackOwner is { } id ? new StaffId(id) : (StaffId?)null;
        if (owner is { } known && !owners.Contains(known)) form.Refuse("FallbackOwner", "entry.owner");
        if (owner is null && !draft.HasBalie) form.Refuse("FallbackOwner", "entry.ownerWithoutBalie");
        var coach = form.Line("CoachName", draft.CoachName, 40);
        var pickUp = form.Number("PickUpHours", draft.PickUpHours ?? $"{Site.UsualPickUpHours}", 1, 40);
        var also = (draft.AlsoCalled ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        var abbreviations = Abbreviations(form, draft.Abbreviations);
        var travel = form.Words("Travel", draft.Travel, 300, new AbbreviationDictionary(abbreviations));
        return Entered<Site>.Of(form, () => new Site
        {
            Id = before?.Id ?? new SiteId(ShortName.Of(name)),
            Name = name,
            Zone = before?.Zone ?? Netherlands.Zone,
            Position = position,
            HasBalie = draft.HasBalie,
            Organisation = organisation,
            Travel = travel,
            CoachName = coach,
            PickUpHours = pickUp,
            AlsoCalled = also,
            Opening = opening,
            Abbreviations = abbreviations,
            FallbackOwner = owner,
        });
    }

    static WorkingHours Opening(TypedForm form, SiteDraft draft)
    {
        var days = new Dictionary<IsoDayOfWeek, IReadOnlyList<(LocalTime, LocalTime)>>();
        foreach (var day in Days)
        {
            var typed = draft.Opening.GetValueOrDefault(day.ToString()) ?? "";
            if (HoursText.ReadDay(typed) is { } hours) days[day] = hours;
            else form.Refuse($"Opening[{day}]", "entry.hours");
        }

        var opening = new WorkingHours(days);
        if (draft.HasBalie && form.Faults.Count == 0 && days.Values.All(d => d.Count == 0)) form.Refuse($"Opening[{IsoDayOfWeek.Monday}]", "entry.noHours");
        return draft.HasBalie ? opening : WorkingHours.None;
    }

    static Dictionary<string, string> Abbreviations(TypedForm form, string? typed)
    {
        var read = new Dictionary<string, string>();
        foreach (var line in (typed ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Split('=', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 and <= 12 } written, { Length: > 0 and <= 80 } meaning]) read[written] = meaning;
            else form.Refuse("Abbreviations", Text.Of("entry.abbreviation", ("line", Arg.Of(line.Length > 40 ? line[..40] + "…" : line))));
        }

        return read;
    }
}

/// <summary>The short name under which a site or project is kept and addressed: “Ter Apel” is <c>ter-apel</c>.</summary>
static class ShortName
{
    public static string Of(string name)
    {
        var plain = new StringBuilder();
        foreach (var rune in name.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            if (rune.IsAscii && Rune.IsLetterOrDigit(rune)) plain.Append(Rune.ToLowerInvariant(rune));
            else if (Rune.GetUnicodeCategory(rune) is not UnicodeCategory.NonSpacingMark && plain.Length > 0 && plain[^1] is not '-') plain.Append('-');
        }

        return plain.ToString().Trim('-') is { Length: > 0 } found ? found : "x";
    }
}
