using MdtChatBot.Bot.Staff.Programme;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Handoffs;
using MdtChatBot.Workflow.Programme;
using Microsoft.AspNetCore.Mvc;

namespace MdtChatBot.Bot.Staff.Pages.Youths;

/// <summary>What the pages about one youth share: who may see it, what has changed since the form was made, and acts.</summary>
public abstract class YouthPage : StaffPage
{
    [FromRoute]
    public long Id { get; init; }

    /// <summary>The state that the form was made from.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>Makes the form happen once.</summary>
    [BindProperty]
    public string Once { get; set; } = "";

    public YouthId Youth => new(Id);

    public YouthCard Card { get; private set; } = null!;

    public Offer Offer { get; private set; } = Offer.Empty;

    /// <summary>What somebody else did meanwhile; null where nothing.</summary>
    public string? Changed { get; private set; }

    public Conversation Conversation => Card.Conversation;

    public Handoff? Handoff => Card.Handoff;

    /// <summary>The one who looks has the conversation.</summary>
    public bool IsMine => Handoff is { Taken: true } && Handoff.With == Me.Id;

    public Site? Site => Offer.Site(Conversation.Site);

    /// <summary>First name, or “a youth”.</summary>
    public string Name => L.NameOf(Conversation.FirstName);

    /// <summary>The activity in Dutch.</summary>
    public string Title(TrialSession session) => L.TitleOf(session, Offer.Projects);

    /// <inheritdoc cref="Title(TrialSession)"/>
    public string Title(FileSeat seat) => L.TitleOf(seat.Project, seat.Event, Offer.Projects);

    public Language Language => Conversation.Language ?? Language.Dutch;

    public string LanguageName => Get<Catalogue>().Write("language.names." + Language.Code, Language.Dutch);

    /// <summary>A new key for a form.</summary>
    public string NewKey { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Reads who it is; false where there is no such youth, or one that is not for who looks.</summary>
    protected async Task<bool> Find()
    {
        if (await Get<YouthFiles>().Card(Youth, Stop) is not { } card) return false;
        Card = card;
        Offer = await Get<ProgrammeStore>().Current(Now, Stop);
        return Who.MaySee(Conversation.Site, Handoff?.With);
    }

    /// <summary>True where nobody did anything meanwhile; else the page says what, and keeps what was typed.</summary>
    protected bool IsAsSeen()
    {
        if (Version == Conversation.Handoffs) return true;
        Changed = Handoff switch
        {
            null => L["handoffs.changed.closed"],
            { Taken: true } when IsMine => L["handoffs.changed.mine"],
            { Taken: true } taken => L["handoffs.changed.taken", ("name", Arg.Of(taken.CoachName))],
            { WithName: { Length: > 0 } name } => L["handoffs.changed.offered", ("name", Arg.Of(name))],
            _ => L["handoffs.changed.open"],
        };
        Version = Conversation.Handoffs;
        ModelState.Remove(nameof(Version));
        Response.StatusCode = StatusCodes.Status409Conflict;
        return false;
    }

    /// <summary>Does it, and notes who did.</summary>
    protected async Task Happens(Inbound inbound, string act, string detail = "")
    {
        await Audit(act, Youth, Conversation.Site, detail);
        await Get<YouthActs>().Do(Youth, Once is { Length: 32 } ? Once : NewKey, inbound, Stop);
    }

    protected RedirectResult ToConversation() => Redirect($"/staff/youths/{Id}");
}
