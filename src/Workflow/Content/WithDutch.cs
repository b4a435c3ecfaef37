namespace MdtChatBot.Workflow.Content;

/// <summary>
/// A message in the youth's own language with the same in Dutch below, as far as that goes through every channel: what is too long stays as it was.
/// Labels stay in the own language, since they are what a youth writes back; their Dutch stands on the second line, where that is free.
/// </summary>
static class WithDutch
{
    /// <summary>WhatsApp's limit for the words above buttons or a list.</summary>
    const int MostAboveChoices = 1024;

    /// <summary>Twilio's limit for one text, numbered choices included.</summary>
    const int Most = 1600;

    /// <summary>WhatsApp's limit for the second line of a list row.</summary>
    const int MostOfDescription = 72;

    /// <summary>A number, full stop, dash and isolates around a label and its second line.</summary>
    const int AroundChoice = 12;

    public static Written Join(Written own, Written dutch, bool isRightToLeft)
    {
        var body = own.Body + "\n\n" + Marked(dutch.Body, isRightToLeft);
        var labelled = own.Choices.Zip(dutch.Choices, Labelled).ToList();
        if (Fits(body, labelled)) return new Written(body, labelled);
        return Fits(body, own.Choices) ? new Written(body, own.Choices) : own;
    }

    // Each line by itself: an isolate ends with its line.
    static string Marked(string dutch, bool isRightToLeft) =>
        "🇳🇱 " + (isRightToLeft ? string.Join('\n', dutch.Split('\n').Select(line => line.Length == 0 ? line : Isolates.LeftToRightIn(line))) : dutch);

    static WrittenChoice Labelled(WrittenChoice own, WrittenChoice dutch) =>
        own.Description.Length == 0 && dutch.Label != own.Label && dutch.Label.Length <= MostOfDescription ? own with { Description = dutch.Label } : own;

    static bool Fits(string body, IReadOnlyList<WrittenChoice> choices) =>
        body.Length + choices.Sum(c => c.Label.Length + c.Description.Length + AroundChoice) <= Most && (choices.Count == 0 || body.Length <= MostAboveChoices);
}
