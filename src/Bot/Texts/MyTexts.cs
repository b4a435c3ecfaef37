using MdtChatBot.Bot.Staff;
using MdtChatBot.Bot.Staff.Languages;
using MdtChatBot.Bot.Staff.Referring;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Content.Checking;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Staffing;
using MdtChatBot.Workflow.Templates;

namespace MdtChatBot.Bot.Texts;

/// <summary>The words of youth as the member who looks may see and change them.</summary>
public sealed class MyTexts(StaffUser user, MySites sites, Catalogue catalogue, ContentRules rules, ContentCheck check, TemplateBook book, Made made)
{
    public IReadOnlyList<Language> Languages => catalogue.Languages;

    /// <summary>All texts that somebody reads, in the order of the files.</summary>
    public IEnumerable<string> Keys => catalogue.Keys.Where(k => !rules.IsExempt(k));

    /// <summary>The part of the files that a text stands in: welcome, menu, reminder …</summary>
    public static string SectionOf(string key) => key[..key.IndexOf('.', StringComparison.Ordinal)];

    public Task<IReadOnlyList<Site>> Sites(CancellationToken stop) => sites.All(stop);

    public TextRight RightTo(string key, SiteId? site) => TextRights.Of(user.Me, key, site, rules, book);

    /// <summary>The words that count: those of the site, of all sites, of the file.</summary>
    public string WordsOf(string key, Language language, SiteId? site, IReadOnlyList<StoredText> changed) =>
        Changed(key, language, site, changed)?.Text.Words ?? Changed(key, language, null, changed)?.Text.Words ?? catalogue.SourceOf(key, language);

    /// <summary>What was written for exactly this site, or for all.</summary>
    public static StoredText? Changed(string key, Language language, SiteId? site, IReadOnlyList<StoredText> changed) =>
        changed.FirstOrDefault(c => c.Text.Key == key && c.Text.Language == language && c.Text.Site == site);

    /// <summary>What is wrong with words that somebody typed: the same rules as <c>content check</c>, and for templates the shape.</summary>
    public IReadOnlyList<Fault> FaultsOf(string key, Language language, string words) =>
        check.Of(key, language, words, catalogue.SourceOf(key, Language.Dutch), Languages.Where(l => l != language).ToDictionary(l => l.Code, l => catalogue.SourceOf(key, l)));

    /// <summary>The words as they are on a phone, with made-up names and times; null where they are no text.</summary>
    public string? Preview(string key, Language language, string words)
    {
        try
        {
            var counts = catalogue.CountsOf(key);
            return catalogue.WriteDraft(words, Text.Of(key, [.. catalogue.ArgumentsOf(key).Select(a => (a, counts.Contains(a) ? Arg.Of(3) : book.SampleOf(a) ?? Arg.Of("…")))]), language);
        }
        catch (Exception e) when (e is FormatException or KeyNotFoundException)
        {
            return null;
        }
    }

    /// <summary>A label is shown as something to tap.</summary>
    public bool IsTapped(string key) => rules.KindOf(key).Name is "button" or "row";

    /// <summary>How the file's words of this text were made, and who has read them; null where the file has none of its own.</summary>
    public Provenance? MadeHow(string key, Language language)
    {
        var isSentence = key.StartsWith(Phrasebook.Prefix, StringComparison.Ordinal);
        var section = SectionOf(isSentence ? key[Phrasebook.Prefix.Length..] : key);
        return made.Of(language).FirstOrDefault(f => f.Kind == (isSentence ? "phrasebook" : "texts"))?.Sections.FirstOrDefault(s => s.Section == section);
    }

    /// <summary>Templates that hold this text: WhatsApp must approve them anew.</summary>
    public int TemplatesWith(string key) => book.With(key).Count();
}
