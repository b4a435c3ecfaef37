using MdtChatBot.Bot.Channels.Twilio;
using MdtChatBot.Bot.Staff.Referring;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Staffing;
using MdtChatBot.Workflow.Understanding;
using Microsoft.AspNetCore.Mvc;

namespace MdtChatBot.Bot.Staff.Pages.Misunderstood;

/// <summary>What the bot did not understand, most frequent first: one tap says what it means. Nothing of it goes live by itself (ADR 22).</summary>
[StaffOnly(StaffRole.Coach, StaffRole.Coordinator)]
public sealed class IndexModel(MisunderstoodStore store, MySites sites, Catalogue texts) : StaffPage
{
    /// <summary>Lines on one page at most.</summary>
    public const int Most = 50;

    IReadOnlyDictionary<SiteId, string> _siteNames = new Dictionary<SiteId, string>();

    [FromQuery(Name = "language")]
    public string? Code { get; set; }

    /// <summary>Those that have a label, to have another look.</summary>
    [FromQuery]
    public bool Done { get; set; }

    /// <summary>The language that is shown; null: all.</summary>
    public Language? Only => Languages.Where(l => l.Code == Code).Select(l => (Language?)l).FirstOrDefault();

    public IReadOnlyList<Language> Languages => texts.Languages;

    public IReadOnlyList<MisunderstoodLine> Lines { get; private set; } = [];

    public bool HasMore { get; private set; }

    /// <summary>All meanings that have no button of their own on every line, in words.</summary>
    public IReadOnlyList<(string Name, string Words)> Others { get; private set; } = [];

    public async Task OnGet()
    {
        var found = await (Done ? store.Labelled(Me, Only, Most + 1, Stop) : store.Waiting(Me, Only, Most + 1, Stop));
        (Lines, HasMore) = ([.. found.Take(Most)], found.Count > Most);
        _siteNames = (await sites.All(Stop)).ToDictionary(s => s.Id, s => s.Name);
        Others = [.. Enum.GetValues<Intent>().Where(HasNoButton).Select(i => (IntentName.Of(i), NameOf(i))).OrderBy(i => i.Item2, StringComparer.CurrentCulture)];
    }

    /// <summary>Says what a line means.</summary>
    public async Task<IActionResult> OnPost(long id, string? label)
    {
        if (IntentName.Parse(label ?? "") is not { } intent) return NotHere();
        if (await store.Label(id, intent, Me, Now, Stop)) Say("misunderstood.said.labelled", ("intent", Arg.Of(NameOf(intent))));
        else Say("misunderstood.said.gone");
        return Redirect(Here(Done));
    }

    public async Task<IActionResult> OnPostRemove(long id)
    {
        Say(await store.Remove(id, Me, Now, Stop) ? "misunderstood.said.removed" : "misunderstood.said.gone");
        return Redirect(Here(Done));
    }

    /// <summary>This page, with the same language.</summary>
    public string Here(bool done) => $"/staff/misunderstood?language={Only}{(done ? "&done=true" : "")}";

    public string NameOf(Intent intent) => L["misunderstood.intents." + IntentName.Of(intent)];

    public string SiteOf(MisunderstoodLine line) => line.Site is { } site ? _siteNames.GetValueOrDefault(site, site.Value) : L["misunderstood.several"];

    /// <summary>One tap each: what it was taken for, the likeliest first; “nothing we can answer”; a crisis.</summary>
    public IEnumerable<(Intent Intent, string Words, string? Look)> ButtonsOf(MisunderstoodLine line)
    {
        var guesses = new[] { line.Best, line.Second }.OfType<GuessedIntent>().ToDictionary(g => g.Intent, g => g.Percent);
        var intents = guesses.Keys.Where(i => i is not Intent.Crisis).Concat([Intent.OutOfScope, Intent.Crisis]).Distinct();
        return intents.Select((intent, i) => (intent, Told(intent, guesses.TryGetValue(intent, out var percent) ? percent : null), intent is Intent.Crisis ? "danger" : i > 0 ? "second" : null));
    }

    /// <summary>Youth write Arabic in Latin letters, too: the letters tell, not the language.</summary>
    public static string DirectionOf(MisunderstoodLine line) => ScriptDirection.IsRightToLeft(line.Words) ? "rtl" : "ltr";

    string Told(Intent intent, int? percent) =>
        percent is { } likely ? L["misunderstood.guess", ("intent", Arg.Of(NameOf(intent))), ("percent", Arg.Of(likely))] : NameOf(intent);

    static bool HasNoButton(Intent intent) => intent is not (Intent.OutOfScope or Intent.Crisis);
}
