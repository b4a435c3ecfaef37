using MdtChatBot.Support;

namespace MdtChatBot.Bench.Turns;

/// <summary>Asks the database and the stub afterwards: everybody booked, nothing lost, nothing doubled, nothing out of order.</summary>
static class Outcome
{
    const string Booked = "select count(*) from booking where lower(status) = 'booked'";

    /// <summary>What was heard from each youth, in the order of the transcript.</summary>
    const string Heard = """
        select y.address as Address, m.words as Words
          from message m
          join youth y on y.id = m.youth_id
         where m.speaker = 'youth' and y.address like 'whatsapp:+3160%'
         order by m.youth_id, m.id
        """;

    /// <summary>One line for each kind of fault; empty when all is well.</summary>
    public static async Task<IReadOnlyList<string>> Faults(Rig rig)
    {
        var faults = new List<string>();
        var booked = await rig.Database.Count(Booked);
        if (booked != rig.Youths) faults.Add($"{rig.Youths} youths walked the journey, {booked} are booked");

        var messages = rig.Twilio.Messages.GroupBy(m => m.To, StringComparer.Ordinal).ToList();
        var wrongNumber = messages.Count(m => m.Count() != BookingJourney.Length);
        if (messages.Count != rig.Youths || wrongNumber > 0) faults.Add($"{wrongNumber} of {messages.Count} youths did not get exactly one reply to each message");

        var transcripts = (await rig.Database.Query<HeardRow>(Heard)).GroupBy(h => h.Address, StringComparer.Ordinal).ToList();
        var disordered = transcripts.Count(t => !t.Select(h => h.Words).SequenceEqual(BookingJourney.MessagesOf(BookingJourney.YouthAt(t.Key))));
        if (transcripts.Count != rig.Youths || disordered > 0) faults.Add($"{disordered} of {transcripts.Count} transcripts are not what was sent, in order");
        return faults;
    }

    sealed record HeardRow
    {
        public string Address { get; init; } = "";

        public string Words { get; init; } = "";
    }
}
