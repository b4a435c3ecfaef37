namespace MdtChatBot.Workflow.Programme.Writing;

/// <summary>When a short form is surely one, and not a word or a name that looks the same.</summary>
enum Surely
{
    /// <summary>Wherever it stands.</summary>
    Always,

    /// <summary>With a full stop behind it, or next to a number: “max 10”, “max. tien”; Max is a name.</summary>
    WithDotOrNumber,

    /// <summary>Directly behind or before a day number: “5 jan”; Jan is a name.</summary>
    BesideDayNumber,

    /// <summary>As a day in a schedule: before a time, beside another day; “do” and “sun” are words too.</summary>
    InSchedule,
}

/// <summary>A short form and how it is written out; empty where that depends on what is meant.</summary>
readonly record struct ShortForm(string Full, Surely When);

/// <summary>Short forms that are met in schedules, by language. Lower case, without full stops.</summary>
static class ShortForms
{
    static readonly Dictionary<string, ShortForm> Dutch = Read(
        (Surely.Always, """
            di=dinsdag; wo=woensdag; vr=vrijdag; za=zaterdag; febr=februari; mrt=maart; sept=september; okt=oktober; bso=opvang na school;
            bios=bioscoop; nt2=Nederlandse les; ehbo=eerste hulp; bbq=barbecue; ov=bus en trein; ns=trein; isk=school voor nieuwkomers;
            mbo=beroepsonderwijs; vmbo=; hbo=hogeschool; roc=; ggd=; cv=; t/m=tot en met; tm=tot en met; oa=onder andere; ivm=door; mbt=over;
            dwz=dat betekent; zsm=zo snel mogelijk; aub=alsjeblieft; svp=alsjeblieft; ipv=en niet; nvt=niet nodig; evt=misschien;
            bijv=bijvoorbeeld; bv=bijvoorbeeld; incl=met; excl=zonder; enz=en meer; etc=en meer; nr=nummer; str=straat; pp=per persoon;
            loc=plaats; begel=begeleider; vrijw=vrijwilliger; wk=week
            """),
        (Surely.WithDotOrNumber, """
            ca=ongeveer; tel=telefoon; max=niet meer dan; min=minuten; pers=personen; org=organisatie; ned=Nederlands
            """),
        (Surely.BesideDayNumber, """
            jan=januari; feb=februari; apr=april; jun=juni; jul=juli; aug=augustus; sep=september; nov=november; dec=december
            """),
        (Surely.InSchedule, """
            ma=maandag; do=donderdag; zo=zondag
            """));

    static readonly Dictionary<string, ShortForm> English = Read(
        (Surely.Always, """
            tue=Tuesday; tues=Tuesday; thu=Thursday; thur=Thursday; thurs=Thursday; fri=Friday; sept=September; eg=for example; ie=that is;
            etc=and more; approx=about; incl=with; excl=without; mins=minutes; hr=hour; hrs=hours; tba=we tell you later; tbc=not sure yet;
            tbd=not sure yet; rsvp=please answer; asap=as soon as possible; pls=please; thx=thank you; wk=week; wks=weeks; yrs=years;
            nr=number; bbq=barbecue; w/=with; nt2=Dutch lessons; bso=after-school care; vs=against
            """),
        (Surely.WithDotOrNumber, """
            max=at most; min=minutes; tel=phone; am=
            """),
        (Surely.BesideDayNumber, """
            jan=January; feb=February; mar=March; apr=April; jun=June; jul=July; aug=August; sep=September; oct=October; nov=November;
            dec=December
            """),
        (Surely.InSchedule, """
            mon=Monday; wed=Wednesday; sat=Saturday; sun=Sunday
            """));

    static readonly Dictionary<string, ShortForm> Turkish = Read(
        (Surely.Always, """
            pzt=Pazartesi; cmt=Cumartesi; dk=dakika; vb=ve benzeri; örn=örneğin; nt2=Hollandaca dersi
            """));

    static readonly Dictionary<string, ShortForm> InAny = Read(
        (Surely.Always, """
            nt2=; bso=
            """));

    public static ShortForm? Of(string word, Language language) =>
        In(language).TryGetValue(word, out var form) ? form : null;

    static Dictionary<string, ShortForm> In(Language language) => language.Code switch
    {
        "nl" => Dutch,
        "en" => English,
        "tr" => Turkish,
        _ => InAny,
    };

    static Dictionary<string, ShortForm> Read(params ReadOnlySpan<(Surely When, string Forms)> lists)
    {
        var read = new Dictionary<string, ShortForm>();
        foreach (var (when, forms) in lists)
        {
            foreach (var form in forms.Replace('\n', ' ').Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                var at = form.IndexOf('=', StringComparison.Ordinal);
                read.Add(form[..at], new ShortForm(form[(at + 1)..], when));
            }
        }

        return read;
    }
}
