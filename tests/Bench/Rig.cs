using System.Globalization;
using MdtChatBot.Bench.Databases;
using MdtChatBot.Support;
using NodaTime;

namespace MdtChatBot.Bench;

/// <summary>Everything that one measurement needs: a database, a stub Twilio and the program between them.</summary>
sealed class Rig : IAsyncDisposable
{
    // More youths than any bench sends, so that "booked" is the only right ending.
    const int Seats = 1_000_000;

    int _youths;

    Rig(BenchDatabase database, StubTwilio twilio, BotProcess bot) => (Database, Twilio, Bot) = (database, twilio, bot);

    public BenchDatabase Database { get; }

    public StubTwilio Twilio { get; }

    public BotProcess Bot { get; }

    /// <summary>How many youths have been sent through it.</summary>
    public int Youths => _youths;

    /// <param name="program">The program.</param>
    /// <param name="database">Becomes the rig's, and ends with it.</param>
    /// <param name="prepare">What else is in the database before the program starts.</param>
    /// <param name="messagesPerSecond">How fast the program may send; 0 lifts the limits, which would be measured otherwise.</param>
    /// <param name="settings">Further settings, by their names as environment variables.</param>
    public static async Task<Rig> Start(
        string program, BenchDatabase database, Func<BenchDatabase, Task>? prepare = null, int messagesPerSecond = 0, IReadOnlyDictionary<string, string>? settings = null)
    {
        await JourneyOffer.Save(database.ConnectionString, Seats, SystemClock.Instance.GetCurrentInstant());
        if (prepare is not null) await prepare(database);
        var twilio = await StubTwilio.Start();
        var bot = await BotProcess.Start(new BotStart
        {
            Program = program,
            ConnectionString = database.ConnectionString,
            Twilio = twilio,
            Settings = new Dictionary<string, string>(settings ?? new Dictionary<string, string>())
            {
                ["Pipeline__MessagesPerSecond"] = messagesPerSecond.ToString(CultureInfo.InvariantCulture),
            },
        });
        return new Rig(database, twilio, bot);
    }

    /// <summary>The journeys of so many youths who have never written before, signed.</summary>
    public IReadOnlyList<IReadOnlyList<Webhook>> NewYouths(int count)
    {
        var target = WebhookTarget.Of(Twilio);
        var first = Interlocked.Add(ref _youths, count) - count;
        return [.. Enumerable.Range(first, count).AsParallel().AsOrdered().Select(youth => BookingJourney.Of(target, youth))];
    }

    /// <summary>Processor time until now.</summary>
    public Usage Cpu => new(Bot.Cpu, Database.ServerCpu, ProcessUsage.Cpu(Environment.ProcessId));

    public async ValueTask DisposeAsync()
    {
        await Bot.Stop();
        await Bot.DisposeAsync();
        await Twilio.DisposeAsync();
        await Database.DisposeAsync();
    }
}
