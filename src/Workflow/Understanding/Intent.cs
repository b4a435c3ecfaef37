namespace MdtChatBot.Workflow.Understanding;

/// <summary>What a message wants. In files and figures by its name in small letters with lines between (<c>what_is_mdt</c>); the order is part of no stored form.</summary>
public enum Intent
{
    Crisis,
    StopPause,
    DeleteData,
    TalkToPerson,
    Moved,
    Cancel,
    Reschedule,
    Confirm,
    BookTrial,
    WhenWhere,
    ChangeLanguage,
    WhatIsMdt,
    Benefits,
    AsylumProcedure,
    IntegrationCounts,
    TimeHours,
    TravelCosts,
    LanguageLevel,
    Certificate,
    WhoCanJoin,
    TiredBusy,
    IsItFree,
    Payment,
    Privacy,
    Activities,
    BringFriend,
    Greeting,
    Thanks,

    /// <summary>None of the others: what this bot is not for.</summary>
    OutOfScope,
}

/// <summary>The written names of intents.</summary>
public static class IntentName
{
    static readonly Dictionary<string, Intent> ByName = Enum.GetValues<Intent>().ToDictionary(Of);

    /// <summary>The name as files have it: <c>what_is_mdt</c>.</summary>
    public static string Of(Intent intent) =>
        string.Concat(intent.ToString().Select((c, i) => i > 0 && char.IsAsciiLetterUpper(c) ? $"_{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    public static Intent? Parse(string name) => ByName.TryGetValue(name, out var intent) ? intent : null;
}
