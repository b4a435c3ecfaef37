using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Understanding;

namespace MdtChatBot.Workflow.Journey;

/// <summary>First contact: says that it is a computer, for whom it works, and asks for the language unless the entry code carries it.</summary>
static class Welcoming
{
    public static void Enter(Scene scene, Heard heard)
    {
        scene.Record(JourneyStep.Greeted, scene.Conversation.CameWith.Length > 0 ? "code" : "direct");
        if (scene.Conversation.Language is null)
        {
            Greet(scene, GuessOr(scene, heard));
            return;
        }

        Introduce(scene, null);
        GivingConsent.Ask(scene, then: null);
    }

    /// <summary>HI from somebody we know: to where they were, or to the menu.</summary>
    public static void Again(Scene scene)
    {
        if (scene.Conversation.Language is null)
        {
            Greet(scene, [Language.Dutch, Language.English]);
            return;
        }

        if (scene.Conversation.Consent is Consent.NotAsked)
        {
            scene.Say("welcome.back");
            GivingConsent.Ask(scene, then: null);
            return;
        }

        if (scene.Conversation is { Question: not null, Step: not Step.InMenu })
        {
            scene.Say("common.sessionResume");
            scene.Ask(scene.Conversation.Step, scene.Conversation.Question, [.. scene.Conversation.Offered.Where(c => c.Id != Choices.Menu.Id).Take(Choices.Most - 1), Choices.Menu]);
            return;
        }

        SayHello(scene);
        TheMenu.Show(scene);
    }

    static void SayHello(Scene scene)
    {
        if (scene.Conversation.FirstName.Length > 0) scene.Say("welcome.returning", ("firstName", Arg.Of(scene.Conversation.FirstName)));
        else scene.Say("welcome.back");
    }

    static void Greet(Scene scene, IReadOnlyList<Language> languages)
    {
        foreach (var language in languages) Introduce(scene, language);
        ChoosingLanguage.Ask(scene, languages);
    }

    static void Introduce(Scene scene, Language? language)
    {
        var organisation = scene.Site is { } site ? Arg.Of(site.Organisation) : Arg.Of(new Text("welcome.organisation"));
        scene.Say("welcome.greeting", language);
        scene.Say(Text.Of("welcome.fromWho", ("organisation", organisation)), language);
        if (scene.Conversation.DoorSession is { } door && scene.Facts.Offer.Session(door) is { Event: not null, Cancelled: false } happening
            && scene.Now <= Attendance.DoorCloses(happening))
            scene.Say(BookingWords.About("events.arrive", happening, scene), language);
        if (scene.Facts.Code is { IsFollowed: true, OwnerName.Length: > 0 } code) scene.Say(Text.Of("welcome.sentBy", ("name", Arg.Of(code.OwnerName))), language);
    }

    static IReadOnlyList<Language> GuessOr(Scene scene, Heard heard)
    {
        var guessed = scene.Interpreter.LanguagesOf(heard).Where(scene.Catalogue.Has).ToList();
        if (guessed.Count is 1 || scene.Inbound is not Inbound.Message { Reads: { } reads }) return guessed.Count > 0 ? guessed : [Language.Dutch, Language.English];
        // What the browser is set to tells between two, or stands beside the language that most know a little.
        return [.. guessed.Prepend(reads).Append(Language.English).Distinct().Take(2)];
    }
}
