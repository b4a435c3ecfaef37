using System.Data.Common;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Handoffs;

namespace MdtChatBot.Storage.Turns;

static class HandoffSql
{
    public static readonly Statement<(YouthId Youth, HandoffReason Reason, Urgency Urgency)> Open = new(
        new Rows<(YouthId Youth, HandoffReason Reason, Urgency Urgency)>()
            .Number("youth_id", r => r.Youth.Value)
            .Text("reason", r => r.Reason.ToString())
            .Text("urgency", r => r.Urgency.ToString()),
        """
        insert into handoff (youth_id, reason, urgency, opened_at)
        select r.youth_id, r.reason, r.urgency, @now
          from {rows} where true
            on conflict (youth_id) where closed_at is null do update
           set reason = excluded.reason, urgency = excluded.urgency
         where handoff.urgency = 'Normal' and excluded.urgency = 'Urgent'
        """);

    public static readonly Statement<(YouthId Youth, string Coach)> Take = new(
        new Rows<(YouthId Youth, string Coach)>().Number("youth_id", r => r.Youth.Value).Text("coach", r => r.Coach),
        """
        update handoff
           set coach = r.coach, taken_at = coalesce(handoff.taken_at, @now)
          from {rows}
         where handoff.youth_id = r.youth_id and handoff.closed_at is null
        """);

    public static readonly Statement<YouthId> Close = new(
        new Rows<YouthId>().Number("youth_id", y => y.Value),
        """
        update handoff
           set closed_at = @now
         where closed_at is null and youth_id in (select r.youth_id from {rows})
        """);

    /// <summary>Reason, urgency, whether taken and the coach's name, from this column on; null where there is none.</summary>
    public static Handoff? Read(DbDataReader row, int at) =>
        row.TextOrNull(at) is null ? null : new Handoff(row.Name<HandoffReason>(at), row.Name<Urgency>(at + 1), row.Flag(at + 2), row.Text(at + 3));
}
