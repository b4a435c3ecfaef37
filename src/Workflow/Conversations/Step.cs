using System.Text.Json.Serialization;

namespace MdtChatBot.Workflow.Conversations;

/// <summary>Where in the dialogue a youth is: what the bot's last message asked. Closed list; the stored names never change.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "t")]
[JsonDerivedType(typeof(New), "new")]
[JsonDerivedType(typeof(ChoosingLanguage), "choosing-language")]
[JsonDerivedType(typeof(GivingConsent), "giving-consent")]
[JsonDerivedType(typeof(InMenu), "in-menu")]
[JsonDerivedType(typeof(AskingSite), "asking-site")]
[JsonDerivedType(typeof(AskingInterests), "asking-interests")]
[JsonDerivedType(typeof(ChoosingSession), "choosing-session")]
[JsonDerivedType(typeof(AskingAge), "asking-age")]
[JsonDerivedType(typeof(AskingName), "asking-name")]
[JsonDerivedType(typeof(AskingWish), "asking-wish")]
[JsonDerivedType(typeof(AskingNotNow), "asking-not-now")]
[JsonDerivedType(typeof(AskingPause), "asking-pause")]
[JsonDerivedType(typeof(ConfirmingDelete), "confirming-delete")]
[JsonDerivedType(typeof(ConfirmingCancel), "confirming-cancel")]
[JsonDerivedType(typeof(AskingCannotReason), "asking-cannot-reason")]
[JsonDerivedType(typeof(AskingMissedReason), "asking-missed-reason")]
[JsonDerivedType(typeof(AskingHowItWent), "asking-how-it-went")]
[JsonDerivedType(typeof(AskingToStart), "asking-to-start")]
[JsonDerivedType(typeof(AskingNewSite), "asking-new-site")]
[JsonDerivedType(typeof(ConfirmingStop), "confirming-stop")]
[JsonDerivedType(typeof(ConfirmingMove), "confirming-move")]
[JsonDerivedType(typeof(AskingGuests), "asking-guests")]
public abstract record Step
{
    Step() { }

    public sealed record New : Step;

    /// <summary><c>Likely</c> are the languages that it was asked in while none is chosen; listed first.</summary>
    public sealed record ChoosingLanguage(IReadOnlyList<Language>? Likely = null) : Step;

    /// <summary>Asked for consent; <c>Then</c> is what the youth wanted when it was asked, or null.</summary>
    public sealed record GivingConsent(Goal? Then = null) : Step;

    /// <summary>Nothing pending: whatever the bot said last had the menu or an offer under it.</summary>
    public sealed record InMenu : Step;

    /// <summary>Asked for the site; <c>Then</c> is what comes after.</summary>
    public sealed record AskingSite(Goal Then) : Step;

    public sealed record AskingInterests : Step;

    /// <summary>Choosing among sessions; <c>InsteadOf</c> is the booking that the choice replaces, <c>All</c> that interests no longer limit it.</summary>
    public sealed record ChoosingSession(SessionId? InsteadOf = null, bool All = false) : Step;

    /// <summary>Asked for the age group; <c>Wait</c>: the session was full when chosen, the youth wants to wait in line.</summary>
    public sealed record AskingAge(SessionId Wanted, bool Wait = false) : Step;

    /// <summary>Asked for the first name; <c>Suggested</c> is the profile name that was offered, or empty.</summary>
    public sealed record AskingName(SessionId Wanted, bool Wait = false, string Suggested = "") : Step;

    public sealed record AskingWish : Step;

    public sealed record AskingNotNow : Step;

    public sealed record AskingPause : Step;

    public sealed record ConfirmingDelete : Step;

    public sealed record ConfirmingCancel(SessionId Session) : Step;

    /// <summary>Asked why a youth who cancelled could not come.</summary>
    public sealed record AskingCannotReason(SessionId Session) : Step;

    public sealed record AskingMissedReason(SessionId Session) : Step;

    public sealed record AskingHowItWent(SessionId Session) : Step;

    public sealed record AskingToStart(SessionId Session) : Step;

    /// <summary>Moved: asked for the new town.</summary>
    public sealed record AskingNewSite : Step;

    public sealed record ConfirmingStop : Step;

    /// <summary>Staff said that the youth moved: asked whether that is right. <c>From</c> is where they lived before.</summary>
    public sealed record ConfirmingMove(SiteId? From) : Step;

    /// <summary>Asked how many come along to an event.</summary>
    public sealed record AskingGuests(SessionId Event) : Step;
}

/// <summary>What a question was asked for.</summary>
public enum Goal
{
    TrySession,
    SeeActivities,
    SeeTravel,
}
