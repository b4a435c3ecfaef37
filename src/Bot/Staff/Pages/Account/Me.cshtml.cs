using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Staffing;
using Microsoft.AspNetCore.Mvc;
using NodaTime;
using NodaTime.Text;

namespace MdtChatBot.Bot.Staff.Pages.Account;

/// <summary>What somebody says about themselves: name, languages, hours, absence, and how much they can take on.</summary>
public sealed class MeModel(StaffStore staff, ProgrammeStore programme, Catalogue catalogue) : StaffPage
{
    /// <summary>The days of the week, Monday first.</summary>
    public static readonly IReadOnlyList<IsoDayOfWeek> Days = [.. Enumerable.Range(1, 7).Select(day => (IsoDayOfWeek)day)];

    const int HighestCap = 100;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Shown { get; set; }

    [BindProperty]
    public List<string> Speaks { get; set; } = [];

    [BindProperty]
    public Dictionary<string, string?> Hours { get; set; } = [];

    [BindProperty]
    public string? Away { get; set; }

    [BindProperty]
    public int? LoadCap { get; set; }

    public IReadOnlyList<string> SiteNames { get; private set; } = [];

    /// <summary>Those that the bot has texts in.</summary>
    public IReadOnlyList<Language> AllLanguages => catalogue.Languages;

    public string NameOf(Language language) => catalogue.Write("language.names." + language.Code, language);

    public async Task OnGet()
    {
        Name = Me.Name;
        Shown = Who.Account.Console.Code;
        Speaks = [.. Me.Speaks.Select(l => l.Code)];
        Hours = Days.ToDictionary(day => day.ToString(), day => (string?)HoursText.Write(Me.Hours.On(day)));
        Away = Me.AbsentUntil is { } back ? LocalDatePattern.Iso.Format(back) : "";
        LoadCap = Me.LoadCap;
        await Load();
    }

    public async Task<IActionResult> OnPost()
    {
        Demand(Name?.Trim().Length is > 0 and <= 60, nameof(Name), "welcome.nameMissing");
        var languages = AllLanguages.Where(l => Speaks.Contains(l.Code)).ToList();
        Demand(languages.Count > 0, nameof(Speaks), "account.speaksMissing");
        var hours = ReadHours();
        var away = ReadAway();
        Demand(LoadCap is null or (>= 0 and <= HighestCap), nameof(LoadCap), "account.loadCapWrong", ("most", Arg.Of(HighestCap)));
        if (!ModelState.IsValid)
        {
            await Load();
            return Page();
        }

        var profile = new StaffProfile
        {
            Staff = Me.Id,
            Name = Name!.Trim(),
            Speaks = languages,
            Hours = hours,
            LoadCap = Me.Role is StaffRole.Coach && LoadCap is { } cap ? cap : Me.LoadCap,
            AbsentUntil = away,
            Console = L.Languages.FirstOrDefault(l => l.Code == Shown, Who.Account.Console),
        };
        await staff.Save(profile, new AuditEntry(Me.Id, "account.saved", null, null, "", Now), Stop);
        // Whoever waits for them now is found somebody else.
        if (away is not null && Me.AbsentUntil is null) await Get<YouthActs>().TellAbsent(Me.Id, Stop);
        Say("account.saved");
        return Redirect("/staff/account");
    }

    WorkingHours ReadHours()
    {
        var days = new Dictionary<IsoDayOfWeek, IReadOnlyList<(LocalTime From, LocalTime To)>>();
        foreach (var day in Days)
        {
            var typed = Hours.GetValueOrDefault(day.ToString()) ?? "";
            if (HoursText.ReadDay(typed) is { } parts) days[day] = parts;
            else Demand(false, $"Hours[{day}]", "account.hoursWrong");
        }

        return new WorkingHours(days);
    }

    LocalDate? ReadAway()
    {
        if (string.IsNullOrWhiteSpace(Away)) return null;
        var read = LocalDatePattern.Iso.Parse(Away.Trim());
        var today = Now.InZone(StaffTexts.Zone).Date;
        // A day that is past means: back already.
        return Demand(read.Success && read.Value < today.PlusYears(2), nameof(Away), "account.awayWrong") && read.Value > today ? read.Value : null;
    }

    async Task Load()
    {
        var offer = await programme.Current(Now, Stop);
        SiteNames = [.. Me.Sites.Select(site => offer.Site(site)?.Name ?? site.Value)];
    }
}
