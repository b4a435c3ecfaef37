using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Programme;
using NodaTime;

namespace MdtChatBot.Workflow.Journey;

/// <summary>The arguments with which texts speak of a session: what, when (in the site's time), where, who.</summary>
static class BookingWords
{
    public static (string, Arg)[] Of(TrialSession session, Scene scene)
    {
        var zone = ZoneOf(session, scene);
        return
        [
            ("activity", Activity(session, scene)),
            ("day", Day(session, scene)),
            ("time", Arg.Of(session.Starts.InZone(zone).TimeOfDay)),
            ("endTime", Arg.Of(session.Ends.InZone(zone).TimeOfDay)),
            ("place", Arg.Of(session.Place)),
            ("address", Arg.Of(session.Address)),
            ("contactName", Arg.Of(session.ContactName)),
            ("contactPhone", Arg.Of(session.ContactPhone)),
            ("firstName", Arg.Of(scene.Conversation.FirstName)),
        ];
    }

    /// <summary>A text about a session, with just the arguments that it has, and those given beside them.</summary>
    public static Text About(string key, TrialSession session, Scene scene, params (string Name, Arg Value)[] more)
    {
        var names = scene.Catalogue.ArgumentsOf(key);
        return Text.Of(key, [.. Of(session, scene).Where(a => names.Contains(a.Item1)), .. more]);
    }

    /// <summary>What it is called: as staff wrote it, or the name of the kind of event in whatever language is read.</summary>
    public static Arg Activity(TrialSession session, Scene scene) =>
        scene.Facts.Offer.ProjectOf(session) is { } project ? Arg.Of(project.Title.For(scene.Language))
        : session.Event is { Title.Count: > 0 } named ? Arg.Of(named.Title.For(scene.Language))
        : Arg.Of(EventKinds.Name(session.Event!.Kind));

    public static Arg Day(TrialSession session, Scene scene) => DayOf(session.Starts, ZoneOf(session, scene));

    public static Arg DayOf(Instant at, DateTimeZone zone) => new Arg.Day(at.InZone(zone).Date, DayForm.WeekdayDayMonth);

    public static Arg TimeOf(Instant at, DateTimeZone zone) => Arg.Of(at.InZone(zone).TimeOfDay);

    public static DateTimeZone ZoneOf(TrialSession session, Scene scene) => scene.Facts.Offer.Site(session.Site)?.Zone ?? scene.Zone;

    /// <summary>Whom to ask for, what to bring, who goes along: what makes people come (needs.md 7, “reminder plus”).</summary>
    public static void SayPractical(TrialSession session, Scene scene, bool withContact)
    {
        if (withContact) scene.Say(About("trial.whoIsThere", session, scene));
        if (scene.Language != Language.Dutch && scene.Language.IsAmong(session.Languages)) scene.Say("trial.yourLanguage");
        if (session.Bring.Count > 0) scene.Say("trial.bring", ("bring", Arg.Of(session.Bring.For(scene.Language))));
        if (session.Route.Count > 0) scene.Say("trial.route", ("text", Arg.Of(session.Route.For(scene.Language))));
        if (session.GoTogether.Count > 0) scene.Say("trial.goTogether", ("text", Arg.Of(session.GoTogether.For(scene.Language))));
    }

    /// <summary>Map and calendar links.</summary>
    public static Text Links(TrialSession session, Scene scene) => Text.Of(
        "trial.links",
        ("mapLink", Arg.Of(FormattableString.Invariant($"https://www.google.com/maps/search/?api=1&query={session.Position.Latitude},{session.Position.Longitude}"))),
        ("calendarLink", Arg.Of($"{scene.Facts.PublicUrl}/calendar/{session.Id.Value}.ics")));
}
