using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Handoffs;

namespace MdtChatBot.Workflow.Journey;

/// <summary>“I want to try”: what is still needed is asked, then sessions near the youth that fit, nearest first, with the reasons.</summary>
static class ChoosingSession
{
    // With fewer there is hardly a choice.
    const int Fewest = 3;

    public static void Enter(Scene scene)
    {
        if (!GivingConsent.IsGiven(scene, Goal.TrySession)) return;
        if (scene.Site is null) AskingSite.Ask(scene, Goal.TrySession);
        else if (scene.Conversation.Interests.Count == 0 && !AskedBefore(scene)) AskingInterests.Ask(scene);
        else Show(scene, insteadOf: null, all: false);
    }

    /// <param name="insteadOf">A booking that the choice replaces.</param>
    /// <param name="all">Whatever the interests.</param>
    public static void Show(Scene scene, SessionId? insteadOf, bool all)
    {
        if (scene.Site is not { } site)
        {
            AskingSite.Ask(scene, Goal.TrySession);
            return;
        }

        var suggestions = all ? Any(scene, site) : Near(scene);
        var nothingFits = !all && scene.Conversation.Interests.Count > 0 && !suggestions.Any(s => s.Fits);
        if (suggestions.Count == 0)
        {
            NothingAtAll(scene, site.Name);
            return;
        }

        if (suggestions[0].Km > SessionChoice.FarKm) scene.Say("trial.farAway", ("place", Arg.Of(site.Name)));
        var free = suggestions.Count(s => !s.Full);
        Text question = nothingFits || free == 0 ? "trial.offerNoneFits" : Text.Of("trial.offer", ("count", Arg.Of(free)));
        var none = Choices.Of("session:none", "trial.noneFits");
        scene.Ask(new Step.ChoosingSession(insteadOf, all || nothingFits), question, [.. suggestions.Select(s => ChoiceOf(s, scene)), none]);
    }

    /// <summary>Takes the value of a <c>session:</c> choice.</summary>
    public static void Take(Scene scene, string value)
    {
        var step = scene.Conversation.Step as Step.ChoosingSession ?? new Step.ChoosingSession();
        if (value is "none")
        {
            if (!step.All && scene.Conversation.Interests.Count > 0) Show(scene, step.InsteadOf, all: true);
            else Wishing.Ask(scene);
            return;
        }

        if (!long.TryParse(value, out var id) || scene.Facts.Offer.Session(new SessionId(id)) is not { } session) Show(scene, step.InsteadOf, step.All);
        else BookingSeat.Want(scene, session.Id, wait: WasShownFull(scene, value), step.InsteadOf);
    }

    /// <summary>Sessions near the youth: those that fit, filled up with others where they are few; none where the site is not known.</summary>
    public static IReadOnlyList<Suggestion> Near(Scene scene)
    {
        if (scene.Site is not { } site) return [];
        var fitting = SessionChoice.For(scene.Facts.Offer, site, scene.Conversation.Interests, Taken(scene), scene.Now);
        if (fitting.Count(s => !s.Full) >= Fewest) return fitting;
        var others = Any(scene, site).Where(s => fitting.All(f => f.Session.Id != s.Session.Id));
        return [.. fitting, .. others.Take(Math.Max(Fewest - fitting.Count, 1))];
    }

    static IReadOnlyList<Suggestion> Any(Scene scene, Programme.Site site) => SessionChoice.For(scene.Facts.Offer, site, [], Taken(scene), scene.Now);

    static List<SessionId> Taken(Scene scene) => scene.OpenBookings.Select(b => b.Session.Id).ToList();

    // A full session says so in its row; choosing it means waiting in line. One that filled up since then is another matter.
    static bool WasShownFull(Scene scene, string value) =>
        scene.Conversation.Offered.Any(c => c.Id == "session:" + value && c.Description?.Key is "trial.slotFull");

    // “Anything is fine” leaves no interests: not asked twice.
    static bool AskedBefore(Scene scene) => scene.Facts.Bookings.Any(b => b.Session.Event is null) || scene.Conversation.Step is Step.ChoosingSession or Step.AskingWish;

    public static Choice ChoiceOf(Suggestion suggestion, Scene scene)
    {
        var session = suggestion.Session;
        var zone = BookingWords.ZoneOf(session, scene);
        var when = new[] { ("day", BookingWords.DayOf(session.Starts, zone)), ("time", BookingWords.TimeOf(session.Starts, zone)) };
        var description = suggestion.Full ? Text.Of("trial.slotFull", when)
            : Text.Of(suggestion.Fits ? "trial.slotFits" : "trial.slot", [.. when, ("km", Arg.Of(suggestion.Km))]);
        return new Choice($"session:{session.Id.Value}", Text.Of("common.words", ("words", BookingWords.Activity(session, scene))), description);
    }

    static void NothingAtAll(Scene scene, string place)
    {
        scene.OpenHandoff(HandoffReason.NoSite);
        scene.Say("trial.noSlots", ("place", Arg.Of(place)));
        FindingCoach.SayWhen(scene);
        scene.Offer(new Step.InMenu(), [Choices.Of("go:wish", "activities.wish"), Choices.NotNow, Choices.Menu]);
    }
}
