using MdtChatBot.Storage.Sql;
using MdtChatBot.Storage.Staffing;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using NodaTime;

namespace MdtChatBot.Storage.Turns;

/// <summary>What the decisions of a batch do to handoffs.</summary>
sealed class HandoffChanges
{
    readonly Dictionary<YouthId, Effect.OpenHandoff> _opened = [];
    readonly Dictionary<YouthId, Effect.OfferHandoff> _offered = [];
    readonly Dictionary<YouthId, Effect.TakeHandoff> _taken = [];
    readonly Dictionary<YouthId, Effect.SnoozeHandoff> _snoozed = [];
    readonly HashSet<YouthId> _answered = [];
    readonly HashSet<YouthId> _closed = [];
    readonly List<YouthId> _heard = [];
    readonly HashSet<YouthId> _unread = [];

    /// <summary>Something happened to a youth whom a person has or must take: lists and pages that are open show it.</summary>
    public bool Shows { get; set; }

    /// <summary>A youth whose handoff is open wrote.</summary>
    public void Hear(YouthId youth) => _heard.Add(youth);

    /// <summary>True where the effect is about a handoff.</summary>
    public bool Add(YouthId youth, Effect effect)
    {
        switch (effect)
        {
            case Effect.OpenHandoff open: Open(youth, open); break;
            case Effect.OfferHandoff offer: _offered[youth] = offer; break;
            case Effect.TakeHandoff take: _taken[youth] = take; break;
            case Effect.SnoozeHandoff snooze: _snoozed[youth] = snooze; break;
            case Effect.AnswerHandoff: _answered.Add(youth); break;
            case Effect.AnswerUnread: _unread.Add(youth); break;
            case Effect.CloseHandoff: _closed.Add(youth); break;
            default: return false;
        }

        return Shows = true;
    }

    /// <summary>In an order that matters: what staff did before what the bot asks of them; opened before somebody is asked, asked before somebody takes it.</summary>
    public IEnumerable<Call> Calls(Instant now)
    {
        if (_closed.Count > 0) yield return HandoffSql.Close.With([.. _closed], ("now", now));
        if (_closed.Count > 0) yield return RecordingSql.End.With([.. _closed], ("now", now));
        if (_opened.Count > 0) yield return HandoffSql.Open.With([.. _opened.Select(o => (o.Key, o.Value.Reason, o.Value.Urgency))], ("now", now));
        if (_offered.Count > 0) yield return HandoffSql.Offer.With([.. _offered.Select(o => (o.Key, o.Value))], ("now", now));
        if (_taken.Count > 0) yield return HandoffSql.Take.With([.. _taken.Select(t => (t.Key, t.Value))], ("now", now));
        if (_heard.Count > 0) yield return HandoffSql.Hear.With(_heard, ("now", now));
        if (_answered.Count > 0) yield return HandoffSql.Answer.With([.. _answered], ("now", now));
        if (_unread.Count > 0) yield return HandoffSql.Unread.With([.. _unread], ("now", now));
        if (_snoozed.Count > 0) yield return HandoffSql.Snooze.With([.. _snoozed.Select(s => (s.Key, s.Value))]);
        if (Shows) yield return TopicSql.Changed(LiveTopics.Handoffs);
    }

    void Open(YouthId youth, Effect.OpenHandoff open)
    {
        if (!_opened.TryGetValue(youth, out var earlier) || open.Urgency > earlier.Urgency) _opened[youth] = open;
    }
}
