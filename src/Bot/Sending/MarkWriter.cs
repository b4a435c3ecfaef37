using MdtChatBot.Bot.Turns;
using MdtChatBot.Storage;
using NodaTime;

namespace MdtChatBot.Bot.Sending;

/// <summary>Writes marks that no turn's commit took along.</summary>
sealed partial class MarkWriter(PendingMarks marks, Outbox outbox, IClock clock, Action<MarkBatch> wrote, ILogger log)
{
    static readonly TimeSpan s_tick = TimeSpan.FromMilliseconds(1);
    static readonly TimeSpan s_afterTrouble = TimeSpan.FromSeconds(1);

    /// <param name="linger">How long the first mark waits for company, or for a turn to take it along.</param>
    public async Task Run(Func<TimeSpan> linger, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await marks.WaitForSome(stop);
            // More than once where turns took along those that we woke for: these came after them, and wait as long.
            while (marks.Waited is { } waited && waited < linger()) await Task.Delay(linger() - waited + s_tick, stop);
            if (!await WriteAll(CancellationToken.None)) await Task.Delay(s_afterTrouble, stop);
        }
    }

    /// <summary>False when the database is away: the marks are kept.</summary>
    public async Task<bool> WriteAll(CancellationToken stop)
    {
        var taken = marks.Take();
        if (taken.Marks.Count == 0) return true;
        try
        {
            await outbox.Mark(taken.Marks, clock.GetCurrentInstant(), stop);
            wrote(taken);
            return true;
        }
        catch (Exception thrown) when (Faults.IsPassing(thrown))
        {
            LogAway(taken.Marks.Count, Faults.NameOf(thrown));
            marks.Return(taken);
            return false;
        }
        catch (Exception)
        {
            foreach (var mark in taken.Marks) await WriteOne(mark, taken.FromQueue, stop);
            return true;
        }
    }

    /// <summary>A mark that can't be written is given up: its lease runs out, and the message is looked for at the provider.</summary>
    async Task WriteOne(SendMark mark, bool fromQueue, CancellationToken stop)
    {
        try
        {
            await outbox.Mark([mark], clock.GetCurrentInstant(), stop);
        }
        catch (Exception thrown)
        {
            LogGivenUp(mark.Id, Faults.NameOf(thrown), Faults.PlaceOf(thrown));
        }
        wrote(new MarkBatch([mark], fromQueue));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Marks} marks can't be written now: {Error}")]
    partial void LogAway(int marks, string error);

    [LoggerMessage(Level = LogLevel.Error, Message = "What became of message {Id} can't be written: {Error} in {Place}")]
    partial void LogGivenUp(long id, string error, string place);
}
