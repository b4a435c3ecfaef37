namespace MdtChatBot.Workflow.Invitations;

/// <summary>How far a round of invitations is. Stored by name.</summary>
public enum BroadcastState
{
    Draft,
    WaitingForSecond,
    Scheduled,
    Running,
    Paused,

    /// <summary>By itself: the provider complained, or too many failed.</summary>
    Stopped,
    Done,
    Cancelled,
}

/// <summary>What can be done with a round.</summary>
public enum BroadcastAct
{
    /// <summary>Its planner is ready.</summary>
    Send,
    Approve,
    SendBack,
    Begin,
    Pause,
    Resume,
    Stop,
    Finish,
    Retry,
    Cancel,
}

/// <summary>What may follow on what.</summary>
public static class BroadcastRules
{
    /// <summary>Of fewer than so many nothing can be told.</summary>
    const int FewestToJudge = 20;

    /// <summary>The next state; null where the act is not possible.</summary>
    /// <param name="needsSecond">Asked only for <see cref="BroadcastAct.Send"/> and <see cref="BroadcastAct.Begin"/>: a second person must approve, and has not.</param>
    public static BroadcastState? After(BroadcastState state, BroadcastAct act, bool needsSecond = false) => (state, act) switch
    {
        (BroadcastState.Draft, BroadcastAct.Send) => needsSecond ? BroadcastState.WaitingForSecond : BroadcastState.Scheduled,
        (BroadcastState.WaitingForSecond, BroadcastAct.Approve) => BroadcastState.Scheduled,
        (BroadcastState.WaitingForSecond or BroadcastState.Scheduled, BroadcastAct.SendBack) => BroadcastState.Draft,
        // The audience has grown since it was sent off.
        (BroadcastState.Scheduled, BroadcastAct.Begin) => needsSecond ? BroadcastState.WaitingForSecond : BroadcastState.Running,
        (BroadcastState.Running, BroadcastAct.Pause) => BroadcastState.Paused,
        // Of a small round all are handed over before WhatsApp complains; what is on its way comes back, and staff are told.
        (BroadcastState.Running or BroadcastState.Done, BroadcastAct.Stop) => BroadcastState.Stopped,
        (BroadcastState.Running, BroadcastAct.Finish) => BroadcastState.Done,
        (BroadcastState.Paused or BroadcastState.Stopped, BroadcastAct.Resume) => BroadcastState.Running,
        (BroadcastState.Done or BroadcastState.Paused or BroadcastState.Stopped, BroadcastAct.Retry) => BroadcastState.Running,
        (BroadcastState.Draft or BroadcastState.WaitingForSecond or BroadcastState.Scheduled or BroadcastState.Running or BroadcastState.Paused or BroadcastState.Stopped, BroadcastAct.Cancel) =>
            BroadcastState.Cancelled,
        _ => null,
    };

    /// <summary>Why a round must stop by itself: a code by which the provider complains, or “failures” where more than a tenth failed since it was last resumed; null while all is well.</summary>
    /// <param name="isComplaint">Codes that are about us and not about one message.</param>
    public static string? Trouble(Tally now, Tally before, Func<string, bool> isComplaint)
    {
        foreach (var (code, count) in now.Failed.Concat(now.Retrying))
            if (isComplaint(code) && count > before.Failed.GetValueOrDefault(code) + before.Retrying.GetValueOrDefault(code)) return code;
        var (failed, tried) = (now.AllFailed - before.AllFailed, now.Tried - before.Tried);
        return tried >= FewestToJudge && failed * 10 > tried ? "failures" : null;
    }
}
