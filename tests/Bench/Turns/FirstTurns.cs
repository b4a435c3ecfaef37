using System.Diagnostics;
using MdtChatBot.Support;

namespace MdtChatBot.Bench.Turns;

/// <summary>The first youth after a start, whose turns find nothing compiled and nothing cached.</summary>
/// <param name="StartToAnswer">From the start of the process to ready, and from the first webhook to its reply.</param>
/// <param name="Slowest">The slowest turn of that first conversation.</param>
sealed record FirstTurns(TimeSpan StartToAnswer, TimeSpan Slowest)
{
    public static async Task<FirstTurns> Of(Rig rig)
    {
        var youth = new YouthWalk(rig.Twilio, rig.NewYouths(1)[0]);
        using var connection = new WebhookConnection(rig.Bot.Address);
        var turns = new List<TimeSpan>();
        while (!youth.IsOver) turns.Add(Stopwatch.GetElapsedTime(0, await youth.Turn(connection)));

        if (youth.Fault is { } fault) throw new InvalidOperationException($"The first conversation failed: {fault}\n{rig.Bot.Log}");
        return new FirstTurns(rig.Bot.ReadyAfter + turns[0], turns.Max());
    }
}
