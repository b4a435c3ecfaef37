using MdtChatBot.Workflow.Content;

namespace MdtChatBot.Workflow.Templates;

/// <summary>The way on which a message leaves. Closed list.</summary>
public abstract record Way
{
    Way() { }

    /// <summary>In its own words.</summary>
    public sealed record Free : Way
    {
        public static Free Words { get; } = new();
    }

    /// <summary>As the approved template of the same text and language.</summary>
    public sealed record AsTemplate(FilledTemplate Template) : Way;

    /// <summary>Something goes out in its place; the message itself follows when the youth taps it, or writes.</summary>
    public sealed record StandIn(FilledTemplate Template) : Way;

    /// <summary>There is no way now: it waits until the youth writes.</summary>
    public sealed record Waits : Way
    {
        public static Waits ForYouth { get; } = new();
    }

    /// <summary>
    /// Inside the window as it is. Outside it as the template of the same text and language, else by a stand-in, else not now.
    /// </summary>
    /// <param name="key">Of the first text of the message; empty for a coach's own words.</param>
    /// <param name="isOpen">Whether the 24-hour window is open.</param>
    public static Way Of(TemplateBook book, ApprovedTemplates approved, string key, string language, Written written, bool isOpen)
    {
        if (isOpen) return Free.Words;
        if ((approved.Find(key + TemplateSpec.Longer, language)?.Fill(written) ?? approved.Find(key, language)?.Fill(written)) is { } template) return new AsTemplate(template);
        foreach (var standIn in book.StandInsFor(key))
            if (approved.Find(standIn, language)?.Fill(written) is { } filled) return new StandIn(filled);
        return Waits.ForYouth;
    }
}
