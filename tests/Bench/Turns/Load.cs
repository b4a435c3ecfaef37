using System.Diagnostics;

namespace MdtChatBot.Bench.Turns;

/// <summary>What one stretch of load showed.</summary>
/// <param name="Latencies">From the first byte of each webhook to its reply at the stub, in <see cref="Stopwatch"/> ticks, sorted.</param>
/// <param name="Faults">What went wrong, one line each; empty in a good run.</param>
sealed record Load(TimeSpan Elapsed, long[] Latencies, Usage Cpu, IReadOnlyList<string> Faults)
{
    public int Turns => Latencies.Length;

    public double TurnsPerSecond => Turns / Elapsed.TotalSeconds;

    public double BotMicroseconds => Cpu.Bot.TotalMicroseconds / Turns;

    public double ServerMicroseconds => Cpu.Server.TotalMicroseconds / Turns;

    /// <summary>Of the load generator and the stub, which take part of the machine.</summary>
    public double OwnMicroseconds => Cpu.Own.TotalMicroseconds / Turns;

    public double CpuMicroseconds => BotMicroseconds + ServerMicroseconds;

    /// <summary>In milliseconds; <paramref name="share"/> 0.5 is the median.</summary>
    public double Percentile(double share) =>
        Latencies[(int)Math.Ceiling(share * Latencies.Length) - 1] * 1000.0 / Stopwatch.Frequency;
}
