using MdtChatBot.Workflow.Content;

namespace MdtChatBot.Workflow.Conversations;

/// <summary>
/// The ids of choices, and the choices that many messages share. An id says by itself what it means (<c>coming:42</c>),
/// so that a button of last week still does the right thing. The stored names never change.
/// </summary>
static class Choices
{
    public static Choice Of(string id, string labelKey, string? descriptionKey = null) => new(id, labelKey, descriptionKey is null ? null : new Text(descriptionKey));

    /// <summary>A row of the menu: <c>go:trial</c> with the texts <c>menu.items.trial.*</c>.</summary>
    public static Choice Row(string item) => Of("go:" + item, $"menu.items.{item}.title", $"menu.items.{item}.description");

    /// <summary>Rows of a WhatsApp list: more choices does no message have.</summary>
    public const int Most = 10;

    /// <summary>A language, by its own name.</summary>
    public static Choice In(Language language) => Of("lang:" + language, "language.names." + language);

    /// <summary>The same as a button, without its description.</summary>
    public static Choice Named(string item) => Of("go:" + item, $"menu.items.{item}.title");

    public static readonly Choice Menu = Of("go:menu", "common.buttons.menu");
    public static readonly Choice Trial = Of("go:trial", "common.buttons.trial");
    public static readonly Choice Person = Of("go:person", "common.buttons.person");
    public static readonly Choice NotNow = Of("go:notNow", "common.buttons.notNow");
    public static readonly Choice Pause = Of("go:pause", "commands.pause");
    public static readonly Choice Stop = Of("go:stop", "commands.stop");
    public static readonly Choice TravelHelp = Of("go:travelHelp", "common.buttons.travelHelp");
    public static readonly Choice Friend = Of("go:friend", "common.buttons.friend");
    public static readonly Choice Ambassador = Of("go:ambassador", "ambassador.buttons.tell");
    public static readonly Choice OtherLanguage = Of("go:language", "language.other");

    /// <summary>Under an answer to a question.</summary>
    public static readonly IReadOnlyList<Choice> AfterAnswer = [Trial, Menu, Person];

    /// <summary>Under an invitation to an event.</summary>
    public static IReadOnlyList<Choice> Rsvp(SessionId happening) =>
    [
        Of($"rsvp:yes:{happening.Value}", "reminder.buttons.confirm"),
        Of($"rsvp:no:{happening.Value}", "waitlist.leave"),
        Of($"rsvp:later:{happening.Value}", "common.buttons.notNow"),
    ];

    /// <summary>Under a message about an appointment.</summary>
    public static IReadOnlyList<Choice> WillYouCome(SessionId session) =>
    [
        Of($"coming:{session.Value}", "reminder.buttons.confirm"),
        Of($"otherday:{session.Value}", "common.buttons.otherDay"),
        Of($"cannot:{session.Value}", "reminder.buttons.cannot"),
    ];

    /// <summary>The same for the first day of the programme itself.</summary>
    public static readonly IReadOnlyList<Choice> WillYouStart =
    [
        Of("startday:coming", "reminder.buttons.confirm"),
        Of("startday:otherday", "common.buttons.otherDay"),
        Of("startday:cannot", "reminder.buttons.cannot"),
    ];

    /// <summary>Under a stand-in: the tap opens WhatsApp's window, and what waited follows by itself.</summary>
    public const string Read = "window:open";

    /// <summary>Under a template whose choices did not fit: they are shown.</summary>
    public const string Show = "window:again";

    /// <summary>Under the first word to who was referred.</summary>
    public const string More = "referral:more";

    public const string NoThanks = "referral:no";

    /// <summary>What a button that only templates have sends back; null where the label is that of a choice.</summary>
    public static string? IdOfOwnButton(string label) => label switch
    {
        "window.buttons.read" or "window.buttons.more" => Read,
        "window.buttons.choose" => Show,
        "referral.buttons.more" => More,
        "referral.buttons.no" => NoThanks,
        _ => null,
    };

    /// <summary>About an appointment: these also work while a coach has the conversation.</summary>
    public static bool IsAboutAppointment(string id) => Kind(id) is "coming" or "otherday" or "cannot" or "offer" or "startday" or "rsvp" or "guests" or "swap" or "window";

    /// <summary>What a plain “yes” chooses among the choices under the last message.</summary>
    public static bool MeansYes(string id) =>
        Kind(id) is "coming" or "door" or "here" || id.EndsWith(":yes", StringComparison.Ordinal) || id.StartsWith("offer:take", StringComparison.Ordinal) || id.StartsWith("rsvp:yes", StringComparison.Ordinal)
        || id is "go:trial" or "startday:coming" or "name:profile" or More;

    /// <summary>What a plain “no” chooses.</summary>
    public static bool MeansNo(string id) =>
        Kind(id) is "cannot" || id.EndsWith(":no", StringComparison.Ordinal) || id.StartsWith("offer:leave", StringComparison.Ordinal) || id.StartsWith("rsvp:no", StringComparison.Ordinal)
        || id is "session:none" or "startday:cannot" or "go:notNow";

    /// <summary>The part before the first colon.</summary>
    public static string Kind(string id) => id.IndexOf(':', StringComparison.Ordinal) is var at and >= 0 ? id[..at] : id;

    /// <summary>The part behind the first colon.</summary>
    public static string Value(string id) => id.IndexOf(':', StringComparison.Ordinal) is var at and >= 0 ? id[(at + 1)..] : "";
}
