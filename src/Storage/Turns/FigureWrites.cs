using MdtChatBot.Storage.Figures;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Numbers;
using NodaTime;

namespace MdtChatBot.Storage.Turns;

/// <summary>
/// What the decisions of a batch add to the figures. Only ever inserted here: a counter that every commit changed would make nodes wait for each other.
/// </summary>
sealed class FigureWrites
{
    static readonly Statement<(FigureKey Key, long Count)> Insert = new(
        FigureSql.Counts,
        """
        insert into journey_fresh (month, site, language, source, step, detail, count)
        select r.month, r.site, r.language, r.source, r.step, r.detail, r.count
          from {rows}
        """);

    readonly Dictionary<FigureKey, long> _counts = [];

    public void Add(Conversation next, Effect.Count one, Instant now) =>
        Add(new(Month.Of(now).ToString(), next.Site?.Value ?? "", next.Language?.Code ?? "", next.Source.ToString(), one.Step.ToString(), one.Detail), 1);

    /// <summary>One fewer, where it was counted; how the youth came never changes.</summary>
    public void TakeBack(Conversation next, Effect.Uncount one) =>
        Add(new(Month.Of(one.Where.At).ToString(), one.Where.Site?.Value ?? "", one.Where.Language?.Code ?? "", next.Source.ToString(), one.Step.ToString(), one.Detail), -1);

    void Add(FigureKey key, long count) => _counts[key] = _counts.GetValueOrDefault(key) + count;

    public IEnumerable<Call> Calls() => _counts.Count == 0 ? [] : [Insert.With([.. _counts.Select(c => (c.Key, c.Value))])];
}

/// <summary>What one figure is about; in the sums <c>*</c> stands for all.</summary>
sealed record FigureKey(string Month, string Site, string Language, string Source, string Step, string Detail);
