using MdtChatBot.Bot.Channels.Twilio;
using MdtChatBot.Bot.Staff.Alerting;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace MdtChatBot.Bot.Staff.Pages.Account;

/// <summary>Alerts on one's own WhatsApp: “someone is waiting”, without personal data. The number is sealed, and shown masked until asked for.</summary>
public sealed class AlertsModel(StaffSecrets secrets, Sealing sealing, StaffAlerts alerts, AlertRound round) : StaffPage
{
    [BindProperty]
    public string? Number { get; set; }

    /// <summary>The number in full, after it was asked for.</summary>
    public string? InFull { get; private set; }

    /// <summary>Whether alerts can be sent at all.</summary>
    public bool IsOn => round.IsOn;

    /// <summary>What became of the last one; null if there was none.</summary>
    public LastAlert? Last { get; private set; }

    public bool LastFailed => Last is { State: Delivery.Failed or Delivery.NeedsTemplate };

    public string LastWords => Last switch
    {
        { State: Delivery.NeedsTemplate } => "alerts.windowClosed",
        { State: Delivery.Failed } failed when TwilioErrors.MeaningOf(failed.Code) is TwilioErrors.Meaning.NeedsTemplate => "alerts.windowClosed",
        { State: Delivery.Failed } => "alerts.notDelivered",
        _ => "alerts.last",
    };

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        Last = await alerts.Last(Me.Id, Stop);
        await next();
    }

    public void OnGet() { }

    public async Task<IActionResult> OnPost()
    {
        switch (PhoneNumber.Read(Number ?? ""))
        {
            case PhoneReading.Wrong(var fault):
                Demand(false, nameof(Number), "phone." + fault);
                return Page();
            case PhoneReading.Number(var number):
                await secrets.SetAlert(Me.Id, sealing.Seal(number.E164), number.Masked, new AuditEntry(Me.Id, "account.alertsOn", null, null, "", Now), Stop);
                Say("alerts.saved");
                break;
        }

        return Redirect("/staff/account/alerts");
    }

    public async Task<IActionResult> OnPostRemove()
    {
        await secrets.SetAlert(Me.Id, "", "", new AuditEntry(Me.Id, "account.alertsOff", null, null, "", Now), Stop);
        Say("alerts.removed");
        return Redirect("/staff/account/alerts");
    }

    public async Task<IActionResult> OnPostShow()
    {
        if (await secrets.Alert(Me.Id, Stop) is not { } stored) return NotHere();
        await Audit("account.numberShown");
        InFull = sealing.Open(stored);
        return Page();
    }
}
