using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Staffing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NodaTime;

namespace MdtChatBot.Bot.Staff;

/// <summary>What every page of the console has at hand.</summary>
public abstract class StaffPage : PageModel
{
    const string SaidKey = "said";

    /// <summary>Who is signed in.</summary>
    public StaffMember Me => Who.Me;

    public StaffUser Who => Get<StaffUser>();

    /// <summary>The words of the console in the language of who looks.</summary>
    public StaffWords L => Get<StaffWords>();

    /// <summary>The program's clock.</summary>
    public Instant Now => Get<IClock>().GetCurrentInstant();

    /// <summary>Ends work that nobody waits for any more.</summary>
    protected CancellationToken Stop => HttpContext.RequestAborted;

    /// <summary>Writes to the audit trail. <paramref name="detail"/> holds nothing of a youth: no name, number or words.</summary>
    /// <param name="act">A name such as <c>youth.opened</c>; its words are <c>youth.acts.opened</c> in the staff texts.</param>
    /// <param name="youth">Whom it was about.</param>
    /// <param name="site">The site whose coordinators may read the line; null: Admins only.</param>
    /// <param name="detail">What else there is to know.</param>
    protected Task Audit(string act, YouthId? youth = null, SiteId? site = null, string detail = "") =>
        Get<AuditTrail>().Write(new AuditEntry(Who.IsSignedIn ? Who.Id : null, act, youth, site, detail, Now), Stop);

    /// <summary>What is not there, and what is another site's: the answer is the same, so that nobody learns what exists.</summary>
    protected IActionResult NotHere() => NotFound();

    /// <summary>Puts a fault at a field, in words; the page is shown again with what was typed.</summary>
    /// <returns>Whether it holds.</returns>
    protected bool Demand(bool holds, string field, string otherwise, params (string Name, Arg Value)[] args)
    {
        if (!holds) ModelState.AddModelError(field, L[otherwise, args]);
        return holds;
    }

    /// <summary>What is wrong with a field, in words; null where nothing is. <c>staff-field</c> shows it by itself.</summary>
    public string? FaultOf(string field) => L.FaultOf(ModelState, field);

    /// <summary>Words that the next page shows at its top, once.</summary>
    protected void Say(string key, params (string Name, Arg Value)[] args) => TempData[SaidKey] = L[key, args];

    /// <summary>What the page before has to say; null when nothing.</summary>
    internal static string? Said(Microsoft.AspNetCore.Mvc.ViewFeatures.ITempDataDictionary tempData) => tempData[SaidKey] as string;

    /// <summary>Back to a page of ours that was named in the address; to the start for any other.</summary>
    protected IActionResult BackTo(string? path) =>
        path is { Length: > 0 } && Url.IsLocalUrl(path) && path.StartsWith("/staff", StringComparison.Ordinal) ? LocalRedirect(path) : Redirect("/staff");

    /// <summary>A part of the program that the page needs now and then.</summary>
    protected T Get<T>() where T : notnull => HttpContext.RequestServices.GetRequiredService<T>();
}
