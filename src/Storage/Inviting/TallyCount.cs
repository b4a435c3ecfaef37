using MdtChatBot.Workflow.Invitations;

namespace MdtChatBot.Storage.Inviting;

/// <summary>From groups of recipients to the figures of a round.</summary>
sealed class TallyCount
{
    readonly Dictionary<string, int> _failed = [];
    readonly Dictionary<string, int> _retrying = [];
    readonly Dictionary<string, int> _leftOut = [];

    public Tally Tally
    {
        get => field with { Failed = Sorted(_failed), Retrying = Sorted(_retrying), LeftOut = Sorted(_leftOut) };
        private set;
    } = new();

    public void Add(string state, string reason, string delivery, string code, int count, int answered)
    {
        Tally = (state, delivery) switch
        {
            ("Queued" or "HandedOver", _) => Tally with { Queued = Tally.Queued + count },
            ("Cancelled", _) => Tally with { Cancelled = Tally.Cancelled + count },
            ("LeftOut", _) => Counted(_leftOut, reason, count),
            ("Failed", _) => Counted(_failed, reason, count),
            (_, nameof(Delivery.Failed)) => Counted(_failed, code, count),
            (_, nameof(Delivery.NeedsTemplate)) => Tally with { Waiting = Tally.Waiting + count },
            (_, nameof(Delivery.Sent)) => Tally with { Sent = Tally.Sent + count },
            (_, nameof(Delivery.Delivered)) => Tally with { Delivered = Tally.Delivered + count },
            (_, nameof(Delivery.Read)) => Tally with { Read = Tally.Read + count },
            _ => OnTheWay(code, count),
        };
        Tally = Tally with { Answered = Tally.Answered + answered };
    }

    Tally OnTheWay(string code, int count)
    {
        if (code.Length > 0) Counted(_retrying, code, count);
        return Tally with { OnTheWay = Tally.OnTheWay + count };
    }

    Tally Counted(Dictionary<string, int> by, string name, int count)
    {
        by[name] = by.GetValueOrDefault(name) + count;
        return Tally;
    }

    // In one order, so that what did not change is written the same.
    static SortedDictionary<string, int> Sorted(Dictionary<string, int> counts) => new(counts, StringComparer.Ordinal);
}
