using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Understanding;

namespace MdtChatBot.Workflow.Journey;

/// <summary>The first name; the name of the WhatsApp profile is offered, any other is fine too.</summary>
static class AskingName
{
    const int Longest = 40;
    const int MostWords = 3;

    public static void Ask(Scene scene, SessionId wanted, bool wait)
    {
        // What a worker wrote down is nearer than the name of a profile.
        var known = scene.Conversation.ReferredAs.Length > 0 ? scene.Conversation.ReferredAs : (scene.Inbound as Inbound.Message)?.ProfileName;
        var suggested = known is not null && NameIn(known) is { } name && name.Length <= 20 ? name : "";
        IReadOnlyList<Choice> choices = suggested.Length > 0 ? [new Choice("name:profile", Text.Of("common.words", ("words", Arg.Of(suggested))))] : [];
        scene.Ask(new Step.AskingName(wanted, wait, suggested), "intake.askFirstName", choices);
    }

    public static void Take(Scene scene)
    {
        if (scene.Conversation.Step is Step.AskingName { Suggested.Length: > 0 } step) Remember(scene, step, step.Suggested);
        else scene.AskAgain();
    }

    public static bool TakeWords(Scene scene, Heard heard)
    {
        if (scene.Conversation.Step is not Step.AskingName step) return false;
        if (scene.Phrases.TopicIn(heard, scene.Language) is not null) return false;
        if (NameIn(heard.Original) is { } name) Remember(scene, step, name);
        else scene.Ask(step, "intake.nameUnclear", scene.Conversation.Offered);
        return true;
    }

    static void Remember(Scene scene, Step.AskingName step, string name)
    {
        scene.Conversation = scene.Conversation with { FirstName = name };
        if (scene.Facts.Offer.Session(step.Wanted) is { Event: not null } happening) SigningUp.Named(scene, happening);
        else BookingSeat.Want(scene, step.Wanted, step.Wait, insteadOf: null);
    }

    // Letters with spaces, hyphens, apostrophes and marks; so no numbers, links or whole stories. Emoji in a profile name are dropped.
    static string? NameIn(string words)
    {
        var kept = string.Concat(words.EnumerateRunes().Where(r => System.Text.Rune.IsLetter(r) || IsMark(r) || r.Value is ' ' or '-' or '\'' or '’' or 0x200C).Select(r => r.ToString()));
        var name = string.Join(' ', kept.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return name.Length is > 0 and <= Longest && name.Count(c => c is ' ') < MostWords && !words.Any(char.IsDigit) ? name : null;
    }

    static bool IsMark(System.Text.Rune rune) =>
        System.Text.Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
