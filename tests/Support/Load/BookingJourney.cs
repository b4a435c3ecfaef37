using System.Globalization;

namespace MdtChatBot.Support;

/// <summary>
/// The eight messages in which a youth goes from hello to a seat, known beforehand, so that they can be signed before a measurement starts.
/// Youths differ in what they like, so that they spread over the sessions of <see cref="JourneyOffer"/>.
/// The only place that knows the dialogue; when the dialogue changes, this changes.
/// </summary>
public static class BookingJourney
{
    /// <summary>How many messages it takes.</summary>
    public const int Length = 8;

    /// <summary>The code on the poster: knows the site, not the language.</summary>
    public const string Code = "BENCH1";

    /// <summary>The street of every session of <see cref="JourneyOffer"/>: in the reply that confirms a seat, and in none before.</summary>
    public const string Street = "Proefstraat";

    // A number that nobody has: the Dutch range 06-0….
    const string Range = "whatsapp:+3160";

    /// <summary>Hello with the code, language, consent, try it, interest, session, age, name.</summary>
    /// <param name="youth">A number unique within the run, up to 9,999,999.</param>
    public static IReadOnlyList<string> MessagesOf(int youth)
    {
        var interest = 1 + (youth % JourneyOffer.Projects);
        var session = 1 + (youth / JourneyOffer.Projects % JourneyOffer.SessionsOfEach);
        return [$"Hoi! MDT-{Code}", "Nederlands", "1", "1", Digit(interest), Digit(session), "3", "Amina"];
    }

    /// <summary>The messages of one youth, signed and ready to post.</summary>
    public static IReadOnlyList<Webhook> Of(WebhookTarget target, int youth)
    {
        var from = AddressOf(youth);
        return [.. MessagesOf(youth).Select((words, i) => Webhook.Of(target, from, words, ((long)youth * 1000) + i))];
    }

    public static string AddressOf(int youth) => Range + youth.ToString("D7", CultureInfo.InvariantCulture);

    /// <summary>The youth who has this address.</summary>
    public static int YouthAt(string address) => int.Parse(address.AsSpan(Range.Length), CultureInfo.InvariantCulture);

    static string Digit(int number) => number.ToString(CultureInfo.InvariantCulture);
}
