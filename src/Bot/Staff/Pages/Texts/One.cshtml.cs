using MdtChatBot.Bot.Texts;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Staffing;
using Microsoft.AspNetCore.Mvc;

namespace MdtChatBot.Bot.Staff.Pages.Texts;

/// <summary>One text in one language, for all sites or for one: its words, how they look on a phone, and what they were before.</summary>
[StaffOnly(StaffRole.Coordinator)]
public sealed class OneModel(MyTexts mine, TextStore store, LiveTexts live, Catalogue catalogue) : StaffPage
{
    [FromRoute]
    public string Key { get; set; } = "";

    [FromQuery(Name = "language")]
    public string Code { get; set; } = Language.Dutch.Code;

    /// <summary>What stands for all sites in an address.</summary>
    public const string AllSites = "all";

    /// <summary>A site, or all of them; without it, the first that may be changed.</summary>
    [FromQuery(Name = "site")]
    public string? SiteCode { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    /// <summary>The change that wrote the words that were looked at; 0 where those of the file were.</summary>
    [BindProperty]
    public long Seen { get; set; }

    public Language Language => new(Code);

    public SiteId? Site { get; private set; }

    public string SiteName => Site is { } site ? Sites.First(s => s.Id == site).Name : L["texts.allSites"];

    public IReadOnlyList<Site> Sites { get; private set; } = [];

    public TextRight Right => mine.RightTo(Key, Site);

    public string Dutch { get; private set; } = "";

    /// <summary>As the program came with it.</summary>
    public string Original => catalogue.SourceOf(Key, Language);

    /// <summary>What staff wrote for exactly this site, or for all.</summary>
    public StoredText? Changed { get; private set; }

    public IReadOnlyList<TextChange> History { get; private set; } = [];

    public string? Shown { get; private set; }

    public bool IsTapped => mine.IsTapped(Key);

    public int Templates => mine.TemplatesWith(Key);

    public string Direction => catalogue.IsRightToLeft(Language) ? "rtl" : "ltr";

    public Provenance? Made => mine.MadeHow(Key, Language);

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotHere();
        return Show();
    }

    /// <summary>Saves, or only looks.</summary>
    public async Task<IActionResult> OnPost(bool preview)
    {
        var typed = (Words ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
        if (!await Load()) return NotHere();
        if (!May()) return Forbid();
        if (!Holds(typed) || preview) return Look(typed);
        return await Save(typed);
    }

    /// <summary>Back to words of before; without a number, to those that the program came with.</summary>
    public async Task<IActionResult> OnPostReturn(long? change)
    {
        if (!await Load()) return NotHere();
        if (!May()) return Forbid();
        if (change is null) return await Save("");
        if (History.FirstOrDefault(h => h.Id == change && h.Site == Site) is not { } line) return NotHere();
        return line.After.Length == 0 || Holds(line.After) ? await Save(line.After) : Look(line.After);
    }

    /// <summary>The site of a line in words; null where it is another's than those that who looks works for.</summary>
    public string? NameOf(SiteId? site) => site is { } one ? Sites.FirstOrDefault(s => s.Id == one)?.Name : L["texts.allSites"];

    bool May() => Right is TextRight.Yes;

    bool Holds(string words)
    {
        var faults = mine.FaultsOf(Key, Language, words);
        if (faults.Count > 0) ModelState.AddModelError(nameof(Words), string.Join("; ", faults.Select(f => L.Write(f.Words))));
        return faults.Count == 0;
    }

    IActionResult Look(string typed)
    {
        Shown = mine.Preview(Key, Language, typed);
        return Page();
    }

    IActionResult Show()
    {
        ModelState.Clear();
        Shown = mine.Preview(Key, Language, Words ?? "");
        return Page();
    }

    async Task<IActionResult> Save(string words)
    {
        if (await store.Save(new TextOverride(Key, Language, Site, words), Seen, Me.Id, Now, Stop) is not Saving.Saved)
        {
            // The next press saves over what is shown now.
            ModelState.Remove(nameof(Seen));
            Seen = Changed?.Change ?? 0;
            ModelState.AddModelError(nameof(Words), L["texts.changedMeanwhile", ("words", Arg.Of(Changed?.Text.Words ?? Original))]);
            return Look(words);
        }

        await live.Refresh(Stop);
        Say(words.Length > 0 ? "texts.saved" : "texts.returned", ("site", Arg.Of(SiteName)));
        return Redirect($"/staff/texts/{Key}?language={Language}&site={Site?.Value ?? AllSites}");
    }

    async Task<bool> Load()
    {
        if (!mine.Keys.Contains(Key) || !mine.Languages.Contains(Language)) return false;
        Sites = await mine.Sites(Stop);
        if (SiteCode is not null and not AllSites)
        {
            if (Sites.FirstOrDefault(s => s.Id.Value == SiteCode) is not { } site) return false;
            Site = site.Id;
        }
        else if (SiteCode is null && Who.Role is not StaffRole.Admin && Sites is [var first, ..])
        {
            Site = first.Id;
        }

        var changed = await store.All(Stop);
        (Dutch, Changed) = (mine.WordsOf(Key, Language.Dutch, Site, changed), MyTexts.Changed(Key, Language, Site, changed));
        History = [.. (await store.History(Key, Language, Stop)).Where(h => h.Site is null || Sites.Any(s => s.Id == h.Site))];
        if (Request.Method == HttpMethods.Get) (Words, Seen) = (mine.WordsOf(Key, Language, Site, changed), Changed?.Change ?? 0);
        return true;
    }
}
