using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Handoffs;
using MdtChatBot.Workflow.Understanding;

namespace MdtChatBot.Workflow.Journey;

/// <summary>Fixed, honest answers. The one on the asylum procedure is never anything but its text (design.md 8).</summary>
static class Answers
{
    const int TrialHours = 2;

    /// <summary>Answers the question of a menu row; false where the row is none.</summary>
    public static bool Give(Scene scene, string item)
    {
        var texts = item is "stories" ? Stories(scene) : TextsOf(item);
        if (texts.Count == 0) return false;
        scene.Record(JourneyStep.Asked, item);
        foreach (var text in texts) scene.Say(text);
        if (item is "safety") GivingConsent.Explain(scene);
        BackToQuestion(scene, item is "tired" ? [Choices.Trial, Choices.Pause, Choices.NotNow] : Choices.AfterAnswer);
        return true;
    }

    /// <summary>The menu row that answers a topic; empty where the topic is a wish to do something.</summary>
    public static string ItemOf(Topic topic) => topic switch
    {
        Topic.WhatIsMdt => "about",
        Topic.Benefits => "benefits",
        Topic.Asylum => "asylum",
        Topic.Integration => "integration",
        Topic.Time => "time",
        Topic.LanguageLevel => "languageLevel",
        Topic.Certificate => "certificate",
        Topic.WhoCanJoin => "who",
        Topic.Moving => "moving",
        Topic.Tired => "tired",
        Topic.Free => "free",
        Topic.Money => "money",
        Topic.Safety or Topic.Privacy => "safety",
        Topic.Stories => "stories",
        _ => "",
    };

    /// <summary>Who pays, what this site knows about it, and help.</summary>
    public static void Travel(Scene scene)
    {
        scene.Record(JourneyStep.Asked, "travel");
        scene.Say("mdt.travel.bubble1");
        scene.Say("mdt.travel.bubble2");
        if (scene.Site is { Travel.Count: > 0 } site) scene.Say("mdt.travel.site", ("text", Arg.Of(site.Travel.For(scene.Language))));
        BackToQuestion(scene, [Choices.TravelHelp, Choices.Trial, Choices.Menu]);
    }

    /// <summary>“I can’t pay”: a coach hears it before the date.</summary>
    public static void TravelHelp(Scene scene)
    {
        scene.Record(JourneyStep.TravelHelp);
        scene.OpenHandoff(HandoffReason.TravelHelp);
        if (scene.OpenBookings is [var booking, ..]) scene.Say("mdt.travel.helpNoted", ("day", BookingWords.Day(booking.Session, scene)));
        else scene.Say("mdt.travel.helpNotedNoDate");
        FindingCoach.SayWhen(scene);
        BackToQuestion(scene, [Choices.Menu]);
    }

    /// <summary>After an answer in the middle of something: the pending question once more.</summary>
    public static void BackToQuestion(Scene scene, IReadOnlyList<Choice> otherwise)
    {
        if (scene.Conversation is { Question: not null, Step: not (Step.InMenu or Step.New) }) scene.AskAgain();
        else scene.Offer(new Step.InMenu(), otherwise);
    }

    static IReadOnlyList<Text> TextsOf(string item) => item switch
    {
        "about" => ["mdt.what.bubble1", "mdt.what.bubble2", "mdt.what.bubble3", "mdt.what.bubble4"],
        "benefits" => ["mdt.benefits"],
        "asylum" => ["mdt.asylum.bubble1", "mdt.asylum.bubble2"],
        "integration" => ["mdt.integration"],
        "time" => [Text.Of("mdt.time.bubble1", ("trialHours", Arg.Of(TrialHours))), "mdt.time.bubble2"],
        "languageLevel" => ["mdt.languageLevel"],
        "certificate" => ["mdt.certificate.bubble1", "mdt.certificate.bubble2"],
        "who" => ["mdt.who"],
        "moving" => ["mdt.moving"],
        "tired" => ["mdt.tired"],
        "free" => ["mdt.free"],
        "money" => ["mdt.free", "mdt.money"],
        "safety" => ["mdt.safety", "privacy.doNotSend"],
        _ => [],
    };

    static List<Text> Stories(Scene scene)
    {
        var stories = scene.Facts.Offer.Stories
            .Where(s => s.Language == scene.Language && (s.Site is null || s.Site == scene.Conversation.Site))
            .Take(2)
            .Select(s => Text.Of("stories.item", ("firstName", Arg.Of(s.FirstName)), ("words", Arg.Of(s.Words))))
            .ToList();
        return stories.Count > 0 ? stories : ["stories.none"];
    }
}
