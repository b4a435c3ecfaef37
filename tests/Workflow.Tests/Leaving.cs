using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Templates;
using NodaTime;

namespace MdtChatBot.Workflow.Tests;

/// <summary>How messages leave on WhatsApp, in memory: free, as a template, announced by a stand-in, or not before the youth writes.</summary>
sealed class Leaving(ApprovedTemplates approved)
{
    readonly List<(Lane Lane, Written Written, Instant? Until)> _held = [];
    readonly HashSet<string> _announced = [];

    public bool HasHeld(Instant now) => _held.Exists(h => !(h.Until <= now));

    /// <summary>All templates of the catalogue are approved, save these texts.</summary>
    public static Leaving With(Func<TemplateText, bool> isApproved) =>
        new(new ApprovedTemplates(Fixture.Templates.Texts.Where(isApproved).Select(t => t.ApprovedAs("HX" + t.Hash, t.Category))));

    /// <summary>The way of a message, and what the youth sees of it: nothing where it waits.</summary>
    public (Way Way, Written? Seen) Leave(string key, Language language, Lane lane, Written written, bool isOpen, Instant? until)
    {
        var way = Way.Of(Fixture.Templates, approved, key, language.Code, written, isOpen);
        // Said once; that nobody answers for half a day is not played here.
        if (way is Way.StandIn again && lane is Lane.Reply && !_announced.Add(again.Template.Key)) way = Way.Waits.ForYouth;
        if (way is Way.StandIn or Way.Waits) _held.Add((lane, written, until));
        return way switch
        {
            Way.AsTemplate template => (way, Seen(template.Template, language)),
            Way.StandIn standIn => (way, Seen(standIn.Template, language)),
            Way.Waits => (way, null),
            _ => (way, written),
        };
    }

    /// <summary>The youth wrote: what waited leaves, replies first.</summary>
    public IReadOnlyList<Written> Release(Instant now, bool stopped)
    {
        var released = _held.Where(h => !stopped && !(h.Until <= now)).OrderBy(h => h.Lane).Select(h => h.Written).ToList();
        _held.Clear();
        _announced.Clear();
        return released;
    }

    static Written Seen(FilledTemplate filled, Language language)
    {
        var text = Fixture.Templates.Find(filled.Key, language)!;
        string Fill(string open) => filled.Variables.Aggregate(open, (words, v) => words.Replace($"{{{{{v.Key}}}}}", v.Value, StringComparison.Ordinal));
        return new Written(Fill(text.Body), text.Buttons.Select(b => new WrittenChoice(Fill(b.Id), b.Title, "")).ToList());
    }
}
