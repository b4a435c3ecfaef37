using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Invitations;
using NodaTime;

namespace MdtChatBot.Storage.Turns;

/// <summary>What the decisions of a batch make of invitations, and answers about consent.</summary>
sealed class InvitationWrites
{
    static readonly Statement<Note> Settle = new(
        new Rows<Note>()
            .Number("broadcast_id", n => n.Broadcast.Value)
            .Number("youth_id", n => n.Youth.Value)
            .Text("state", n => n.State)
            .Text("reason", n => n.Reason)
            .Number("message_id", n => n.Message)
            .Time("due", n => n.Due),
        """
        update recipient
           set state = r.state, reason = r.reason, message_id = r.message_id, due = r.due, asked_at = case when r.message_id is not null then @now end
          from {rows}
         where recipient.broadcast_id = r.broadcast_id and recipient.youth_id = r.youth_id and recipient.state = 'HandedOver'
        """);

    static readonly Statement<(YouthId Youth, BroadcastId Broadcast)> Answer = new(
        new Rows<(YouthId Youth, BroadcastId Broadcast)>().Number("youth_id", r => r.Youth.Value).Number("broadcast_id", r => r.Broadcast.Value),
        """
        update recipient
           set answered_at = coalesce(recipient.answered_at, @now)
          from {rows}
         where recipient.broadcast_id = r.broadcast_id and recipient.youth_id = r.youth_id
        """);

    static readonly Statement<(YouthId Youth, Effect.RecordConsent Consent)> Keep = new(
        new Rows<(YouthId Youth, Effect.RecordConsent Consent)>()
            .Number("youth_id", r => r.Youth.Value)
            .Text("purpose", r => r.Consent.Purpose.ToString())
            .Flag("given", r => r.Consent.Given)
            .Text("wording", r => r.Consent.Wording)
            .Text("way", r => r.Consent.Way.ToString()),
        """
        insert into consent (youth_id, at, purpose, given, wording, way)
        select r.youth_id, @now, r.purpose, r.given, r.wording, r.way
          from {rows}
         order by r.n
        """);

    readonly List<Note> _settled = [];
    readonly List<(YouthId, BroadcastId)> _answered = [];
    readonly List<(YouthId, Effect.RecordConsent)> _consents = [];

    /// <summary>True where the effect is about one of these.</summary>
    /// <param name="line">The id of what the bot says in this turn.</param>
    public bool Took(YouthId youth, long line, Effect effect)
    {
        switch (effect)
        {
            case Effect.RecordConsent consent: _consents.Add((youth, consent)); return true;
            case Effect.NoteInvitation(var broadcast, InvitationOutcome.Answered): _answered.Add((youth, broadcast)); return true;
            case Effect.NoteInvitation(var broadcast, var outcome): _settled.Add(Of(youth, line, broadcast, outcome)); return true;
            default: return false;
        }
    }

    public IEnumerable<Call> Calls(Instant now)
    {
        if (_settled.Count > 0) yield return Settle.With(_settled, ("now", now));
        if (_answered.Count > 0) yield return Answer.With(_answered, ("now", now));
        if (_consents.Count > 0) yield return Keep.With(_consents, ("now", now));
    }

    static Note Of(YouthId youth, long line, BroadcastId broadcast, InvitationOutcome outcome) => outcome switch
    {
        InvitationOutcome.Asked => new Note(broadcast, youth, "Asked", Message: line),
        InvitationOutcome.LeftOut(var why) => new Note(broadcast, youth, "LeftOut", why.ToString()),
        InvitationOutcome.Later(var until) => new Note(broadcast, youth, "Queued", Due: until),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <param name="Message">The invitation that was said; null where none was.</param>
    sealed record Note(BroadcastId Broadcast, YouthId Youth, string State, string Reason = "", long? Message = null, Instant? Due = null);
}
