using System.Globalization;

namespace MdtChatBot.Support;

/// <summary>
/// The eight messages in which a youth goes from hello to a seat, the same for everybody and known beforehand, so that they can be signed before a measurement starts.
/// The only place that knows the dialogue; when the dialogue changes, this changes.
/// </summary>
public static class BookingJourney
{
    /// <summary>The code on the poster: knows the site, not the language.</summary>
    public const string Code = "BENCH1";

    /// <summary>The street of every session of <see cref="JourneyOffer"/>: in the last reply, and in no other.</summary>
    public const string Street = "Proefstraat";

    /// <summary>Hello with the code, language, consent, try it, interest, session, age, name.</summary>
    public static IReadOnlyList<string> Messages { get; } = [$"Hoi! MDT-{Code}", "Nederlands", "1", "1", "1", "1", "3", "Amina"];

    /// <summary>The messages of one youth, signed and ready to post.</summary>
    /// <param name="youth">A number unique within the run; makes the telephone number and the message ids.</param>
    public static IReadOnlyList<Webhook> Of(WebhookTarget target, int youth)
    {
        var from = AddressOf(youth);
        return [.. Messages.Select((words, i) => Webhook.Of(target, from, words, ((long)youth * 1000) + i))];
    }

    /// <summary>A number that nobody has: the Dutch range 06-0….</summary>
    public static string AddressOf(int youth) => "whatsapp:+3160" + youth.ToString("D7", CultureInfo.InvariantCulture);
}
