using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using NodaTime;

namespace MdtChatBot.Bot.Staff;

/// <summary>
/// A conversation as staff read it: what the bot said and the youth tapped in Dutch, written from key and arguments; or as the youth saw it.
/// What somebody typed stays as it was written.
/// </summary>
public sealed class DutchLines(Catalogue catalogue)
{
    /// <param name="lines">Oldest first.</param>
    /// <param name="asSeen">In the language that the youth read.</param>
    /// <param name="site">Whose words go first. They are those of today: what a text said before stands in its history.</param>
    public IReadOnlyList<ShownTurn> Show(IReadOnlyList<FileLine> lines, bool asSeen, SiteId? site = null)
    {
        var shown = new List<ShownTurn>(lines.Count);
        (Saying Saying, Language Language)? asked = null;
        foreach (var line in lines)
        {
            shown.Add(line.Saying is { } saying ? Said(line, saying, asSeen, site) : Own(line, asked, asSeen, site));
            if (line.Saying is { Choices.Count: > 0 } choices) asked = (choices, line.Language);
        }

        return shown;
    }

    public bool IsRightToLeft(Language language) => catalogue.Has(language) && catalogue.IsRightToLeft(language);

    ShownTurn Said(FileLine line, Saying saying, bool asSeen, SiteId? site)
    {
        var language = asSeen ? line.Language : Language.Dutch;
        var written = catalogue.Write(asSeen ? saying : InOne(saying), language, site);
        return new ShownTurn(line, Harmless.Of(written.Body), language, [.. written.Choices.Select(c => Harmless.Of(c.Label))], IsOwn: false);
    }

    ShownTurn Own(FileLine line, (Saying Saying, Language Language)? asked, bool asSeen, SiteId? site)
    {
        var tapped = asSeen || line.Speaker is not Speaker.Youth || asked is not { } question ? null : Tapped(line.Words, question.Saying, question.Language, site);
        return tapped is null
            ? new ShownTurn(line, Harmless.Of(line.Words), null, [], IsOwn: true)
            : new ShownTurn(line, tapped, Language.Dutch, [], IsOwn: false);
    }

    // A tap comes as the words of its label, or on WhatsApp as its number.
    string? Tapped(string words, Saying asked, Language language, SiteId? site)
    {
        var said = words.Trim();
        for (var i = 0; i < asked.Choices.Count; i++)
            if (said == $"{i + 1}" || said == catalogue.Write(asked.Choices[i], language, site).Label) return catalogue.Write(asked.Choices[i], Language.Dutch, site).Label;
        return null;
    }

    // A greeting says the same in two languages; in Dutch once is enough.
    static Saying InOne(Saying saying) =>
        saying with { Parts = [.. saying.Parts.Select(p => p with { In = null }).DistinctBy(p => System.Text.Json.JsonSerializer.Serialize(p.Text, Workflow.Conversations.WorkflowJson.Stored.Text))] };
}

/// <summary>One line of the conversation as it is shown.</summary>
/// <param name="Language">In which <paramref name="Words"/> are; null where nobody knows.</param>
/// <param name="Choices">What could be answered.</param>
/// <param name="IsOwn">As somebody typed it.</param>
public sealed record ShownTurn(FileLine Line, string Words, Language? Language, IReadOnlyList<string> Choices, bool IsOwn)
{
    public Instant At => Line.At;

    /// <summary>How far it got.</summary>
    public string Delivery => Line switch
    {
        { Delivery: Storage.Delivery.NeedsTemplate, As: SentAs.StandIn, Code.Length: > 0 } => "youth.delivery.standInFailed",
        { Delivery: Storage.Delivery.NeedsTemplate, As: SentAs.StandIn } => "youth.delivery.standIn",
        _ => "youth.delivery." + Line.Delivery,
    };

    /// <summary>On which way it went; null where that is not known, or where it has not gone.</summary>
    public string? Way => Line.As is { } way && Line.Delivery is not Storage.Delivery.NeedsTemplate ? "youth.way." + way : null;

    public bool IsLong => Words.Length > Harmless.Short;

    /// <summary>The beginning of long words, not cut within a letter.</summary>
    public string Beginning => Words[..(char.IsHighSurrogate(Words[Harmless.Short - 1]) ? Harmless.Short - 1 : Harmless.Short)];
}
