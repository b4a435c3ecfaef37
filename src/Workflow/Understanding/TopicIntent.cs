namespace MdtChatBot.Workflow.Understanding;

/// <summary>Topics that phrases tell apart, by the intent they are a part of. Some are finer: “I will be late” is not “where is it”.</summary>
static class TopicIntent
{
    /// <summary>Null where no intent holds it.</summary>
    public static Intent? Of(Topic topic) => topic switch
    {
        Topic.NoInvitations or Topic.Stop or Topic.Pause => Intent.StopPause,
        Topic.Delete => Intent.DeleteData,
        Topic.Person => Intent.TalkToPerson,
        Topic.Language => Intent.ChangeLanguage,
        Topic.Moved or Topic.Moving => Intent.Moved,
        Topic.Cancel => Intent.Cancel,
        Topic.Reschedule => Intent.Reschedule,
        Topic.Confirm => Intent.Confirm,
        Topic.CannotPay or Topic.TravelCosts => Intent.TravelCosts,
        Topic.Asylum => Intent.AsylumProcedure,
        Topic.WhenWhere => Intent.WhenWhere,
        Topic.Integration => Intent.IntegrationCounts,
        Topic.Certificate => Intent.Certificate,
        Topic.LanguageLevel => Intent.LanguageLevel,
        Topic.WhoCanJoin => Intent.WhoCanJoin,
        Topic.Tired => Intent.TiredBusy,
        Topic.Money => Intent.Payment,
        Topic.Free => Intent.IsItFree,
        Topic.Safety or Topic.Privacy => Intent.Privacy,
        Topic.Time => Intent.TimeHours,
        Topic.Friend => Intent.BringFriend,
        Topic.Activities => Intent.Activities,
        Topic.Benefits => Intent.Benefits,
        Topic.WhatIsMdt => Intent.WhatIsMdt,
        Topic.BookTrial => Intent.BookTrial,
        _ => null,
    };

    /// <summary>The topic that an intent is answered as; null where it is answered in a way of its own.</summary>
    public static Topic? Of(Intent intent) => intent switch
    {
        Intent.StopPause => Topic.Pause,
        Intent.DeleteData => Topic.Delete,
        Intent.TalkToPerson => Topic.Person,
        Intent.ChangeLanguage => Topic.Language,
        Intent.Moved => Topic.Moved,
        Intent.Cancel => Topic.Cancel,
        Intent.Reschedule => Topic.Reschedule,
        Intent.Confirm => Topic.Confirm,
        Intent.TravelCosts => Topic.TravelCosts,
        Intent.AsylumProcedure => Topic.Asylum,
        Intent.WhenWhere => Topic.WhenWhere,
        Intent.IntegrationCounts => Topic.Integration,
        Intent.Certificate => Topic.Certificate,
        Intent.LanguageLevel => Topic.LanguageLevel,
        Intent.WhoCanJoin => Topic.WhoCanJoin,
        Intent.TiredBusy => Topic.Tired,
        Intent.Payment => Topic.Money,
        Intent.IsItFree => Topic.Free,
        Intent.Privacy => Topic.Privacy,
        Intent.TimeHours => Topic.Time,
        Intent.BringFriend => Topic.Friend,
        Intent.Activities => Topic.Activities,
        Intent.Benefits => Topic.Benefits,
        Intent.WhatIsMdt => Topic.WhatIsMdt,
        Intent.BookTrial => Topic.BookTrial,
        _ => null,
    };
}
