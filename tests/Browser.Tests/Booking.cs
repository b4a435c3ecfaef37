namespace MdtChatBot.Browser.Tests;

/// <summary>The way from hello to a seat, as the shortest youth walks it.</summary>
static class Booking
{
    public const string FirstName = "Amina";

    /// <summary>From an empty chat to what comes after the yes to keeping data.</summary>
    public static async Task WalkToConsent(Phone phone, string language)
    {
        await phone.TapId("start");
        await phone.TapId($"lang:{language}");
        await phone.TapId("consent:yes");
    }

    /// <summary>From an empty chat to the first question about a trial.</summary>
    public static async Task WalkToTrial(Phone phone, string language)
    {
        await WalkToConsent(phone, language);
        await phone.TapId("go:trial");
    }

    /// <summary>From an empty chat to the question which session.</summary>
    public static async Task WalkToSessions(Phone phone, string language)
    {
        await WalkToTrial(phone, language);
        await phone.TapId("site:deventer");
        await phone.TapId("interest:Cooking");
    }

    /// <summary>From an empty chat to a seat.</summary>
    public static async Task Walk(Phone phone, string language)
    {
        await WalkToSessions(phone, language);
        await phone.TapFirst("session:");
        await phone.TapId("age:From18To29");
        await phone.Write(FirstName);
    }
}
