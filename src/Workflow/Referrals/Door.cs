namespace MdtChatBot.Workflow.Referrals;

/// <summary>Which session is behind the door that a code hangs at.</summary>
public abstract record Door
{
    Door() { }

    public sealed record OfSession(SessionId Session) : Door;

    /// <summary>One poster for a whole series: the session that is on now.</summary>
    public sealed record OfSeries(SeriesId Series) : Door;
}
