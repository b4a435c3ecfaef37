using System.ComponentModel.DataAnnotations;

namespace MdtChatBot.Bot.Turns;

/// <summary>Section <c>Pipeline</c>: how much is done at once, and how fast messages go out.</summary>
public sealed class PipelineOptions
{
    /// <summary>
    /// Name of this node in leases, different for each running process. Empty: the machine's name, the process id and a random part,
    /// since a container has the same process id after each start.
    /// </summary>
    [MaxLength(100)]
    public string Node { get; set; } = "";

    /// <summary>
    /// Batches of turns that run side by side on this node. One: while it runs, the next batch gathers; two halve the batches and double their
    /// cost (docs/benchmarks.md). More nodes, not more workers, use more machines.
    /// </summary>
    [Range(1, 32)]
    public int Workers { get; set; } = 1;

    /// <summary>Youths in one batch at most.</summary>
    [Range(1, 1000)]
    public int BatchSize { get; set; } = 500;

    /// <summary>How often an idle node looks for work that others queued (another node that died, a timer that came due). Reads only.</summary>
    [Range(50, 60_000)]
    public int PollMilliseconds { get; set; } = 1000;

    /// <summary>Sends under way at the same time, per channel.</summary>
    [Range(1, 1000)]
    public int MaxInFlight { get; set; } = 64;

    /// <summary>Messages per second and sender that this node sends at most on a limited channel (WhatsApp allows 80 per number; with several nodes each gets its share). 0 lifts this limit and the one per youth: for load tests.</summary>
    [Range(0, 10_000)]
    public int MessagesPerSecond { get; set; } = 80;

    internal string NodeName { get => Node.Length > 0 ? Node : field; } = $"{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid():N}";

    internal TimeSpan Poll => TimeSpan.FromMilliseconds(PollMilliseconds);
}
