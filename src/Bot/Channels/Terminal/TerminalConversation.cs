using MdtChatBot.Bot.Time;
using MdtChatBot.Bot.Turns;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using NodaTime;

namespace MdtChatBot.Bot.Channels.Terminal;

/// <summary>
/// One youth's conversation on the real path: inbox, turns, commit, outbox. Turns run here and not in the background, so that after
/// each line everything that follows from it has happened.
/// </summary>
public sealed class TerminalConversation(InboxWriter inbox, TurnRound turns, Outbox outbox, WorkLists lists, BotClock clock)
{
    const string Address = "terminal";
    const int BatchSize = 200;

    /// <summary>Steps in which time passes: a timer that fires may set others that are due before the end.</summary>
    static readonly Duration LongestWait = Duration.FromDays(366);

    int _lines;

    /// <summary>A sentence for the person at the keyboard where nothing could be done; null otherwise.</summary>
    public Task<string?> Take(TerminalLine line, CancellationToken stop) => line switch
    {
        TerminalLine.Youth youth => Happen(youth.Inbound, stop),
        TerminalLine.Wait wait => Pass(wait.Time, stop),
        TerminalLine.WaitForTimer => PassToNextTimer(stop),
        TerminalLine.Mark mark => Staff(youth => Attendance(youth, mark, stop), stop),
        TerminalLine.Coach coach => Staff(_ => Task.FromResult<Inbound?>(coach.Inbound), stop),
        TerminalLine.Unclear unclear => Task.FromResult<string?>(unclear.Hint),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    async Task<string?> Happen(Inbound inbound, CancellationToken stop)
    {
        var arrived = new Arrived
        {
            Channel = TerminalChannel.ChannelName,
            Address = Address,
            ProviderId = $"terminal:{++_lines}",
            Inbound = inbound,
            At = clock.GetCurrentInstant(),
        };
        await inbox.Accept(arrived, stop);
        await UntilQuiet(stop);
        return null;
    }

    async Task<string?> Staff(Func<YouthId, Task<Inbound?>> act, CancellationToken stop)
    {
        if (await lists.FindYouth(TerminalChannel.ChannelName, Address, stop) is not { } youth) return "Nobody has written yet.";
        if (await act(youth) is not { } inbound) return "There is no session to mark.";
        await inbox.Accept(new Addressed(youth, $"terminal:{++_lines}", inbound, clock.GetCurrentInstant()), stop);
        await UntilQuiet(stop);
        return null;
    }

    async Task<Inbound?> Attendance(YouthId youth, TerminalLine.Mark mark, CancellationToken stop)
    {
        var session = mark.Session ?? (await lists.SeatsOf(youth, stop) is [var first, ..] ? first.Session : null);
        return session is { } known ? new Inbound.AttendanceMarked(known, mark.Attended) : null;
    }

    async Task<string?> PassToNextTimer(CancellationToken stop)
    {
        if (await NextTimer(stop) is not { } next) return "No timer is set.";
        return await Pass(next - clock.GetCurrentInstant(), stop);
    }

    /// <summary>From timer to timer, so that each fires at its own time and not at the end of the wait.</summary>
    async Task<string?> Pass(Duration time, CancellationToken stop)
    {
        if (time > LongestWait) return "At most a year at a time.";
        var until = clock.GetCurrentInstant() + time;
        while (await NextTimer(stop) is { } next && next <= until)
        {
            MoveTo(next);
            await UntilQuiet(stop);
            // A timer that stays would hold us for ever: the wait goes on to its end.
            if (await NextTimer(stop) == next) break;
        }

        MoveTo(until);
        await UntilQuiet(stop);
        return null;
    }

    void MoveTo(Instant then) => clock.RunAhead(clock.Offset + (then - clock.GetCurrentInstant()));

    async Task<Instant?> NextTimer(CancellationToken stop) =>
        await lists.FindYouth(TerminalChannel.ChannelName, Address, stop) is { } youth ? await lists.NextTimer(youth, stop) : null;

    /// <summary>Until nothing waits to be decided and nothing to be said.</summary>
    async Task UntilQuiet(CancellationToken stop)
    {
        while ((await turns.Run(BatchSize, alone: false, stop)).Claimed > 0) { }
        while (await outbox.NextDue(stop) is not null) await Task.Delay(5, stop);
    }
}
