using System.Diagnostics;
using System.Net.Sockets;
using MdtChatBot.Support;

namespace MdtChatBot.Bench.Turns;

/// <summary>One youth on the way from hello to booked: says the next thing when the reply has come, as a person does.</summary>
sealed class YouthWalk(StubTwilio twilio, IReadOnlyList<Webhook> journey)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    int _next;

    public bool IsOver { get; private set; }

    /// <summary>Null while all is well.</summary>
    public string? Fault { get; private set; }

    /// <summary>One message and its reply. Returns the ticks between them.</summary>
    public async Task<long> Turn(WebhookConnection connection)
    {
        var webhook = journey[_next++];
        var replying = twilio.Next(webhook.From);
        var began = Stopwatch.GetTimestamp();
        try
        {
            var status = await connection.Post(webhook.Request);
            if (status != 200) return Fail($"step {_next} was answered with {status}");
            var reply = await replying.WaitAsync(Patience);
            if (_next == journey.Count) End(reply);
            return reply.Ticks - began;
        }
        catch (TimeoutException)
        {
            return Fail($"step {_next} got no reply");
        }
        catch (SocketException broken)
        {
            return Fail($"step {_next} lost its connection: {broken.SocketErrorCode}");
        }
    }

    void End(StubMessage reply)
    {
        IsOver = true;
        if (!reply.Body.Contains(BookingJourney.Street, StringComparison.Ordinal)) Fail("the last reply does not tell the place of the session");
    }

    long Fail(string what)
    {
        IsOver = true;
        Fault = what;
        return 0;
    }
}
