using MdtChatBot.Bot.Staff.Programme;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Referrals;
using Microsoft.AspNetCore.Mvc;

namespace MdtChatBot.Bot.Staff.Pages.Sessions;

/// <summary>The QR code for the door: a poster to print, or in a language for the phone of somebody new.</summary>
public sealed class DoorModel(MyProgramme mine, SiteStore sites, DoorCodes doors, FactSettings links, Catalogue catalogue) : StaffPage
{
    /// <summary>Set: the chat begins in it, and the page is shown on a screen.</summary>
    [FromQuery(Name = "language")]
    public string? Spoken { get; set; }

    public TrialSession Session { get; private set; } = null!;

    public string Title { get; private set; } = "";

    public string Code { get; private set; } = "";

    public string Link { get; private set; } = "";

    public Language? Language { get; private set; }

    public MyProgramme Mine => mine;

    /// <summary>What a youth reads beside the code.</summary>
    public string Scan(Language language) => catalogue.Write(Session.Event is null ? "door.scan" : "events.scan", language, Session.Site);

    public string Direction(Language language) => catalogue.IsRightToLeft(language) ? "rtl" : "ltr";

    public async Task<IActionResult> OnGet(long id) => await Load(id) ? Page() : NotHere();

    /// <summary>Nothing is changed here.</summary>
    public IActionResult OnPost() => NotHere();

    public async Task<IActionResult> OnGetSvg(long id) =>
        await Load(id) ? File(System.Text.Encoding.UTF8.GetBytes(QrCode.Svg(Link, Link)), "image/svg+xml", $"mdt-{Code}.svg") : NotHere();

    public async Task<IActionResult> OnGetPng(long id) => await Load(id) ? File(QrCode.Png(Link), "image/png", $"mdt-{Code}.png") : NotHere();

    async Task<bool> Load(long id)
    {
        if (await mine.Session(id, Stop) is not { } planned || planned.Session.Cancelled) return false;
        Session = planned.Session;
        Title = await L.TitleOf(Session, sites, Stop);
        Language = Spoken is { Length: > 0 } code && catalogue.Has(new Language(code)) ? new Language(code) : null;
        Code = await doors.Of(Session, Language, FreshCode.New(), Session.Series is null ? $"{Title}, {L.Moment(Session.Starts)}" : Title, Stop);
        Link = EntryCode.LinkOf(Code, links.WhatsAppNumber, links.PublicUrl);
        return true;
    }
}
