using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using NodaTime;
using NodaTime.Text;

namespace MdtChatBot.Bot.Staff;

/// <summary>The words of the console in the language of who looks: <c>@L["nav.start"]</c>, <c>@L["start.hello", ("name", Arg.Of(name))]</c>.</summary>
public sealed class StaffWords(StaffTexts texts, StaffUser user, IHttpContextAccessor http)
{
    static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>As chosen in the account; before signing in, English for a browser that asks for it first, else Dutch.</summary>
    public Language Language => user.IsSignedIn ? user.Account.Console : Asked();

    /// <summary>The languages a member can choose for the console.</summary>
    public IReadOnlyList<Language> Languages => texts.Languages;

    public string this[string key] => texts.Write(key, Language);

    public string this[string key, params (string Name, Arg Value)[] args] => texts.Write(Text.Of(key, args), Language);

    /// <summary>A text that a rule gave.</summary>
    public string Write(Text text) => texts.Write(text, Language);

    /// <summary>Whether there are such words: for a name that comes from elsewhere, such as an act of the audit trail.</summary>
    public bool Has(string key) => texts.Has(key);

    /// <summary>“donderdag 26 november”.</summary>
    public string Day(LocalDate day) => texts.Write(new Arg.Day(day, DayForm.WeekdayDayMonth), Language);

    /// <summary>“donderdag 26 november, 14:30” on the wall clock in the Netherlands.</summary>
    public string Moment(Instant at)
    {
        var local = at.InZone(StaffTexts.Zone);
        return $"{Day(local.Date)}, {Clock.Format(local.TimeOfDay)}";
    }

    /// <summary>“14:30” on the wall clock in the Netherlands.</summary>
    public string Time(Instant at) => Clock.Format(at.InZone(StaffTexts.Zone).TimeOfDay);

    /// <summary>A youth's first name as they gave it, or “a youth”.</summary>
    public string NameOf(string firstName) => firstName.Length > 0 ? Harmless.Of(firstName) : this["youth.unnamed"];

    /// <summary>What is wrong with a field of a form; null where nothing is.</summary>
    public string? FaultOf(ModelStateDictionary form, string field, bool isNumber = false)
    {
        if (!form.TryGetValue(field, out var entry) || entry.Errors.Count == 0) return null;
        // Faults of ours are words; those of the binder name a key, since it does not know who looks.
        return entry.Errors[0].ErrorMessage switch
        {
            "!fault.value" when isNumber => this["fault.number"],
            ['!', .. var key] => this[key],
            var words => words,
        };
    }

    Language Asked()
    {
        var first = http.HttpContext?.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).Select(l => l.Value.Value?.Split('-')[0]).FirstOrDefault();
        return first == Language.English.Code ? Language.English : Language.Dutch;
    }
}
