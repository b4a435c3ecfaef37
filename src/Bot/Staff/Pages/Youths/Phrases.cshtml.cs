using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Staffing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MdtChatBot.Bot.Staff.Pages.Youths;

/// <summary>The phrasebook: a sentence picked in Dutch, its blanks filled, sent in the youth's language. As a page, so that it works without scripts.</summary>
[StaffOnly(StaffRole.Coach, StaffRole.Coordinator)]
public sealed class PhrasesModel(Phrasebook book, Catalogue catalogue) : YouthPage
{
    /// <summary>What is searched.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string Query { get; set; } = "";

    /// <summary>The sentence that was picked; empty for the list.</summary>
    [BindProperty(SupportsGet = true, Name = "key")]
    public string Key { get; set; } = "";

    /// <summary>What was filled in, by the name of the blank.</summary>
    [BindProperty]
    public Dictionary<string, string> Blanks { get; set; } = [];

    public CoachSentence? Picked { get; private set; }

    public ILookup<string, CoachSentence> Found { get; private set; } = Array.Empty<CoachSentence>().ToLookup(p => p.Group);

    public bool IsRightToLeft => catalogue.Has(Language) && catalogue.IsRightToLeft(Language);

    /// <summary>The sentence in the youth's language, with the blanks as far as they are filled.</summary>
    public string Preview => Written(Language);

    /// <summary>What stands in a blank before anything was typed.</summary>
    public string Value(Blank blank) => Blanks.TryGetValue(blank.Name, out var typed) ? typed : blank.Name switch
    {
        "firstName" => Conversation.FirstName,
        "coachName" => Me.Name,
        _ => "",
    };

    public async Task<IActionResult> OnGet()
    {
        if (!await Find()) return NotHere();
        return Show();
    }

    public async Task<IActionResult> OnPost(bool preview = false)
    {
        if (!await Find() || book.Find(Key) is not { } sentence) return NotHere();
        foreach (var blank in sentence.Blanks) Demand(Filled(blank) is not null, Field(blank), "handoffs.faults." + blank.Kind);
        Demand(!Conversation.Stopped, nameof(Key), "handoffs.faults.stopped");
        if (preview || !IsAsSeen() || !ModelState.IsValid) return Show();
        await Happens(new Inbound.CoachPhrase(Me.Name, Text.Of(Key, [.. sentence.Blanks.Select(b => (b.Name, Filled(b)!))]), Me.Id), "handoffs.answered", Key);
        return ToConversation();
    }

    public static string Field(Blank blank) => $"Blanks[{blank.Name}]";

    PageResult Show()
    {
        Picked = book.Find(Key);
        if (Picked is null) Found = book.Search(Query).ToLookup(p => p.Group);
        return Page();
    }

    // A name may be unknown: the sentence is written so that it leaves no gap.
    Arg? Filled(Blank blank) => blank.Filled(Value(blank)) ?? (blank.Name is "firstName" ? Arg.Of("") : null);

    string Written(Workflow.Language language) => Picked is null ? "" : catalogue.Write(
        Text.Of(Picked.Key, [.. Picked.Blanks.Select(b => (b.Name, Filled(b) ?? (b.Kind is BlankKind.Count ? Arg.Of(1) : Arg.Of("…"))))]), language, Conversation.Site);
}
