using MdtChatBot.Support;

namespace MdtChatBot.Bot.Tests.Crash;

/// <summary>What must be true when the dust has settled.</summary>
static class Aftermath
{
    public static async Task Check(TwoNodes nodes, int youths)
    {
        await NothingIsLeftToDo(nodes);
        await EverythingSentWasHeardOnceAndInOrder(nodes, youths);
        await EveryReplyWentOutOnceAndInOrder(nodes, youths);
        await NoSessionIsOversold(nodes, youths);
    }

    static async Task NothingIsLeftToDo(TwoNodes nodes)
    {
        Assert.Equal(0, await nodes.Ask<long>("select count(*) from inbox"));
        // The last marks are written a few milliseconds after the last reply.
        for (var tries = 0; tries < 100 && await nodes.Ask<long>("select count(*) from outbox") > 0; tries++) await Task.Delay(50);
        Assert.Equal(0, await nodes.Ask<long>("select count(*) from outbox"));
    }

    static async Task EverythingSentWasHeardOnceAndInOrder(TwoNodes nodes, int youths)
    {
        var heard = await Lines(nodes, "youth");
        Assert.Equal(youths, heard.Count);
        foreach (var (address, lines) in heard) Assert.Equal(BookingJourney.MessagesOf(BookingJourney.YouthAt(address)), lines);
    }

    /// <summary>One reply for each message, in the order of the transcript; the stub's text is the transcript's with the choices below it.</summary>
    static async Task EveryReplyWentOutOnceAndInOrder(TwoNodes nodes, int youths)
    {
        var said = await Lines(nodes, "bot");
        Assert.Equal(youths, said.Count);
        foreach (var (address, lines) in said)
        {
            Assert.Equal(BookingJourney.Length, lines.Count);
            Assert.Equal(lines, nodes.Twilio.To(address).Zip(lines, (sent, line) => sent.Body[..Math.Min(line.Length, sent.Body.Length)]));
            Assert.Equal(lines.Count, nodes.Twilio.To(address).Count);
        }
    }

    static async Task NoSessionIsOversold(TwoNodes nodes, int youths)
    {
        var sessions = await nodes.Query<SessionRow>("""
            select s.capacity, s.taken,
                   (select count(*) from booking b where b.session_id = s.id and b.status in ('Offered', 'Booked', 'Confirmed')) as held
              from session s
            """);
        Assert.All(sessions, s => Assert.True(s.Held <= s.Capacity, $"{s.Held} seats given out of {s.Capacity}"));
        Assert.All(sessions, s => Assert.Equal(s.Held, s.Taken));
        Assert.Equal(youths, await nodes.Ask<long>(SeatedOrWaitingOrToldOtherwise));
        Assert.Contains(sessions, s => s.Held == s.Capacity);
        Assert.NotEqual(0, await nodes.Ask<long>("select count(*) from booking where status = 'Waiting'"));
    }

    // A session that filled up while its last questions were answered: the youth was told, and chooses again.
    const string SeatedOrWaitingOrToldOtherwise = """
        select count(*)
          from youth y
         where exists (select 1 from booking b where b.youth_id = y.id and b.status in ('Booked', 'Waiting'))
            or y.state::json #>> '{step,t}' = 'choosing-session'
        """;

    static async Task<Dictionary<string, List<string>>> Lines(TwoNodes nodes, string speaker) =>
        (await nodes.Query<LineRow>($"""
            select y.address, m.words
              from message m
              join youth y on y.id = m.youth_id
             where m.speaker = '{speaker}'
             order by m.youth_id, m.id
            """))
        .GroupBy(l => l.Address, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.Select(l => l.Words).ToList(), StringComparer.Ordinal);

    sealed record LineRow
    {
        public string Address { get; init; } = "";

        public string Words { get; init; } = "";
    }

    sealed record SessionRow
    {
        public long Capacity { get; init; }

        public long Taken { get; init; }

        public long Held { get; init; }
    }
}
