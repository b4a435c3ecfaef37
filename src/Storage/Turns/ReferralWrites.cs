using MdtChatBot.Storage.Sql;
using MdtChatBot.Storage.Staffing;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Referrals;
using NodaTime;

namespace MdtChatBot.Storage.Turns;

/// <summary>What the decisions of a batch make of referrals, and where youth moved to.</summary>
sealed class ReferralWrites
{
    static readonly Rows<(YouthId Youth, Effect.AcceptReferral Accept)> Accepts = new Rows<(YouthId Youth, Effect.AcceptReferral Accept)>()
        .Number("youth_id", r => r.Youth.Value)
        .Text("code", r => r.Accept.Code)
        .Text("status", r => r.Accept.Status.ToString());

    // The number is needed no longer: whoever came has the chat.
    static readonly Statement<(YouthId Youth, Effect.AcceptReferral Accept)> Take = new(
        Accepts,
        """
        update referral
           set youth_id = r.youth_id, status = r.status, reason = 'None', moved_at = @now, phone = ''
          from {rows}
         where referral.code = r.code and referral.youth_id is null
        """);

    // A worker's card, or a second youth with a code that was made for one.
    static readonly Statement<(YouthId Youth, Effect.AcceptReferral Accept)> Add = new(
        Accepts,
        """
        insert into referral (code, owner_staff, site, youth_id, first_name, language, phone, status, reason, sent_at, moved_at)
        select r.code, c.owner_staff, c.site, r.youth_id, '', '', '', r.status, 'None', @now, @now
          from {rows}
          join entry_code c on c.code = r.code
         where (c.owner_youth is null or c.owner_youth <> r.youth_id)
           and not exists (select 1 from referral f where f.code = r.code and f.youth_id = r.youth_id)
        """);

    static readonly Statement<(YouthId Youth, Effect.MoveReferral Move)> Move = new(
        new Rows<(YouthId Youth, Effect.MoveReferral Move)>()
            .Number("youth_id", r => r.Youth.Value)
            .Text("code", r => r.Move.Code)
            .Text("status", r => r.Move.To.ToString())
            .Text("reason", r => r.Move.Reason.ToString())
            .Flag("ends", r => !ReferralRules.IsOpen(r.Move.To)),
        """
        update referral
           set status = r.status, reason = r.reason, moved_at = @now,
               first_name = case when r.ends then '' else referral.first_name end
          from {rows}
         where referral.code = r.code and referral.youth_id = r.youth_id
        """);

    static readonly Statement<string> Thank = new(
        new Rows<string>().Text("code", c => c),
        """
        insert into inbox (youth_id, at, inbound)
        select c.owner_youth, @now, @inbound
          from {rows}
          join entry_code c on c.code = r.code
         where c.owner_youth is not null
         order by r.n
        """);

    static readonly Statement<(YouthId Youth, Effect.HandOver Over)> HandOver = new(
        new Rows<(YouthId Youth, Effect.HandOver Over)>()
            .Number("youth_id", r => r.Youth.Value)
            .Text("from_site", r => r.Over.From?.Value)
            .Text("to_site", r => r.Over.To?.Value)
            .Text("note", r => r.Over.Note)
            .Text("by_name", r => r.Over.By),
        """
        insert into handover (youth_id, at, from_site, to_site, note, by_name)
        select r.youth_id, @now, r.from_site, r.to_site, r.note, r.by_name
          from {rows}
         order by r.n
        """);

    readonly List<(YouthId, Effect.AcceptReferral)> _accepted = [];
    readonly Dictionary<(YouthId, string), Effect.MoveReferral> _moved = [];
    readonly List<Effect.ThankAmbassador> _thanked = [];
    readonly List<(YouthId, Effect.HandOver)> _handedOver = [];

    /// <summary>False where the effect is none of these.</summary>
    public bool Took(YouthId youth, Effect effect)
    {
        switch (effect)
        {
            case Effect.AcceptReferral accept: _accepted.Add((youth, accept)); return true;
            case Effect.MoveReferral move: _moved[(youth, move.Code)] = move; return true;
            case Effect.ThankAmbassador thank: _thanked.Add(thank); return true;
            case Effect.HandOver over: _handedOver.Add((youth, over)); return true;
            default: return false;
        }
    }

    /// <summary>Nothing for most batches.</summary>
    public IEnumerable<Call> Calls(Instant now)
    {
        if (_accepted.Count > 0)
        {
            yield return Take.With(_accepted, ("now", now));
            yield return Add.With(_accepted, ("now", now));
        }

        if (_moved.Count > 0) yield return Move.With([.. _moved.Select(m => (m.Key.Item1, m.Value))], ("now", now));
        if (_accepted.Count + _moved.Count > 0) yield return TopicSql.Changed(LiveTopics.Referrals);
        foreach (var thanks in _thanked.GroupBy(t => t.Undone).OrderBy(g => g.Key))
            yield return Thank.With([.. thanks.Select(t => t.Code)], ("now", now), ("inbound", StorageJson.Write(new Inbound.FriendAttended(thanks.Key))));
        if (_handedOver.Count > 0) yield return HandOver.With(_handedOver, ("now", now));
    }
}
