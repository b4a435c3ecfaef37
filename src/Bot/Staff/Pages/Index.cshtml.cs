namespace MdtChatBot.Bot.Staff.Pages;

/// <summary>The start page: what each feature has to show to this role.</summary>
public sealed class IndexModel : StaffPage
{
    /// <summary>Whatever changes, the start page shows it.</summary>
    public const string Topics = "handoffs,sessions,referrals";

    public void OnGet() { }
}
