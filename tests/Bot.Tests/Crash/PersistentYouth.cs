using System.Diagnostics;
using System.Net.Sockets;
using MdtChatBot.Support;

namespace MdtChatBot.Bot.Tests.Crash;

/// <summary>
/// A youth whose messages come through Twilio at its worst: every fifth is delivered twice, to either node, at once or late;
/// and one that was not acknowledged is delivered again to the other node, as <c>#rc</c> makes Twilio do (channels.md 1.3).
/// </summary>
sealed class PersistentYouth(TwoNodes nodes, IReadOnlyList<Webhook> journey, int number)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Requests made beyond one for each message.</summary>
    public int Repeats { get; private set; }

    public async Task Walk()
    {
        for (var step = 0; step < journey.Count; step++)
        {
            var reply = nodes.Twilio.Next(journey[step].From);
            var first = Deliver(journey[step], (number + step) % 2);
            if (IsDoubled(step)) await Repeat(journey[step], (number / 2 + step) % 2);
            await first;
            await reply.WaitAsync(Patience);
            if (IsDoubledLate(step)) await Repeat(journey[step], step % 2);
        }
    }

    // Spread evenly: one in ten messages at once, another one in ten after its reply.
    bool IsDoubled(int step) => (number * 7 + step * 3) % 10 == 0;

    bool IsDoubledLate(int step) => (number * 7 + step * 3) % 10 == 5;

    Task Repeat(Webhook webhook, int node)
    {
        Repeats++;
        return Deliver(webhook, node);
    }

    async Task Deliver(Webhook webhook, int node)
    {
        var until = Stopwatch.GetTimestamp() + (long)(Patience.TotalSeconds * Stopwatch.Frequency);
        while (!await IsTaken(webhook, node))
        {
            if (Stopwatch.GetTimestamp() > until) throw new TimeoutException($"Neither node took a message.\n{nodes.Log}");
            Repeats++;
            node = 1 - node;
            await Task.Delay(20);
        }
    }

    async Task<bool> IsTaken(Webhook webhook, int node)
    {
        if (nodes.Address(node) is not { } address) return false;
        using var connection = new WebhookConnection(address);
        try
        {
            return await connection.Post(webhook.Request) == 200;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
