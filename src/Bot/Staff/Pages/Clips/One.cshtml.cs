using MdtChatBot.Bot.Voice;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Staffing;
using Microsoft.AspNetCore.Mvc;

namespace MdtChatBot.Bot.Staff.Pages.Clips;

/// <summary>The voice of one text in one language: put there, replaced, taken away.</summary>
[StaffOnly(StaffRole.Coordinator)]
[RequestSizeLimit(MostPosted)]
[RequestFormLimits(MultipartBodyLengthLimit = MostPosted)]
public sealed class OneModel(ClipStore clips, ClipShelf shelf, Catalogue texts) : StaffPage
{
    const int MostPosted = ClipFile.MaxBytes + 64 * 1024;

    [BindProperty(SupportsGet = true, Name = "key")]
    public string Key { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "language")]
    public string In { get; set; } = "";

    [BindProperty]
    public IFormFile? Sound { get; set; }

    public bool HasClip => shelf.Now.ContainsKey(Text);

    public bool IsRightToLeft => texts.IsRightToLeft(new Language(In));

    /// <summary>What is to be read aloud.</summary>
    public string Words => ClipTexts.Words(texts, Key, new Language(In));

    public string Dutch => ClipTexts.Words(texts, Key, Language.Dutch);

    SpokenText Text => new(Key, In);

    public IActionResult OnGet() => ClipTexts.CanBeSpoken(texts, Text) ? Page() : NotHere();

    public async Task<IActionResult> OnPost()
    {
        if (!ClipTexts.CanBeSpoken(texts, Text)) return NotHere();
        var bytes = await Posted();
        var type = ClipFile.TypeOf(bytes);
        if (Demand(bytes.Length > 0, nameof(Sound), "clips.faults.none") && Demand(bytes.Length <= ClipFile.MaxBytes, nameof(Sound), "clips.faults.large"))
            Demand(type is not null, nameof(Sound), "clips.faults.type");
        if (!ModelState.IsValid) return Page();
        await clips.Save(Text, ClipEndpoint.NewAddress(), type!, bytes, Me.Id, Now, Stop);
        return await Done("clips.put");
    }

    public async Task<IActionResult> OnPostRemove()
    {
        if (!ClipTexts.CanBeSpoken(texts, Text)) return NotHere();
        await clips.Remove(Text, Stop);
        return await Done("clips.removed");
    }

    async Task<IActionResult> Done(string act)
    {
        await Audit(act, detail: $"{Key} {In}");
        await shelf.Read(Stop);
        Say("clips.done");
        return Redirect("/staff/clips");
    }

    async Task<byte[]> Posted()
    {
        if (Sound is not { Length: > 0 and <= ClipFile.MaxBytes + 1 } file) return Sound is { Length: > 0 } ? new byte[ClipFile.MaxBytes + 1] : [];
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, Stop);
        return bytes.ToArray();
    }
}
