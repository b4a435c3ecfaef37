using System.Diagnostics.Metrics;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Conversations;

namespace MdtChatBot.Bot.Turns;

/// <summary>What the pipeline counts and times, on the meter <c>MdtChatBot</c>. Nothing in it tells one youth from another.</summary>
static class Measures
{
    static readonly Meter s_meter = new("MdtChatBot");

    public static readonly Counter<int> Arrived = s_meter.CreateCounter<int>("mdt.inbox.arrived", "{input}", "Inputs taken in, repeats counted too");

    public static readonly Histogram<double> InboxCommit = s_meter.CreateHistogram<double>("mdt.inbox.commit", "s", "Time of a commit that arriving inputs share");

    public static readonly Histogram<int> Batch = s_meter.CreateHistogram<int>("mdt.turn.batch", "{turn}", "Turns decided in one transaction");

    public static readonly Histogram<double> BatchTime = s_meter.CreateHistogram<double>("mdt.turn.time", "s", "From claim to commit of a batch");

    static readonly Counter<int> s_turns = s_meter.CreateCounter<int>("mdt.turns", "{turn}", "Turns committed, by what started them");

    static readonly Counter<int> s_failedTurns = s_meter.CreateCounter<int>("mdt.turns.failed", "{turn}", "Turns that failed and are tried again or set aside");

    static readonly Counter<int> s_sends = s_meter.CreateCounter<int>("mdt.sends", "{message}", "Attempts to send, by channel, lane and what became of them");

    public static void Turned(int inputs, int timers)
    {
        if (inputs > 0) s_turns.Add(inputs, new KeyValuePair<string, object?>("from", "input"));
        if (timers > 0) s_turns.Add(timers, new KeyValuePair<string, object?>("from", "timer"));
    }

    public static void Failed(string error) => s_failedTurns.Add(1, new KeyValuePair<string, object?>("error", error));

    public static void Sent(OutboxMessage message, SendMark mark) => s_sends.Add(
        1,
        new KeyValuePair<string, object?>("channel", message.Channel),
        new KeyValuePair<string, object?>("lane", message.Lane switch { Lane.Reply => "reply", Lane.Reminder => "reminder", _ => "invitation" }),
        new KeyValuePair<string, object?>("result", mark.GetType().Name));
}
