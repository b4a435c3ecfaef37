using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;

namespace MdtChatBot.Storage.Turns;

/// <summary>Removes every row of a youth. What stays is the keys of received messages, which say nothing, counted figures and wishes, which name nobody, and that there was a referral.</summary>
static class EraseSql
{
    static readonly Statement<YouthId>[] Deletes =
    [
        All("delete from address where youth_id in (select r.id from {rows})"),
        All("delete from inbox where youth_id in (select r.id from {rows})"),
        All("delete from timer where youth_id in (select r.id from {rows})"),
        All("delete from outbox where youth_id in (select r.id from {rows})"),
        All("delete from delivery where message_id in (select m.id from {rows} join message m on m.youth_id = r.id)"),
        All("delete from message where youth_id in (select r.id from {rows})"),
        // What the provider still has must be deleted there first; no longer is it known whose it was.
        All("update recording set youth_id = null, ends = at, listen_at = null where youth_id in (select r.id from {rows})"),
        All("delete from booking where youth_id in (select r.id from {rows})"),
        All("delete from note where youth_id in (select r.id from {rows})"),
        All("delete from handoff where youth_id in (select r.id from {rows})"),
        All("delete from consent where youth_id in (select r.id from {rows})"),
        All("delete from recipient where youth_id in (select r.id from {rows})"),
        All("delete from journey where youth_id in (select r.id from {rows})"),
        All("delete from handover where youth_id in (select r.id from {rows})"),
        // Who referred them sees that it is over, and nothing else.
        All("""
            update referral
               set youth_id = null, code = '', first_name = '', language = '', phone = '',
                   status = case when status in ('Lapsed', 'Completed', 'Declined') then status else 'Declined' end,
                   reason = case when status in ('Lapsed', 'Completed', 'Declined') then reason else 'DoesNotWant' end
             where youth_id in (select r.id from {rows})
            """),
        All("update entry_code set owner_youth = null, owner_name = '' where owner_youth in (select r.id from {rows})"),
        All("delete from youth where id in (select r.id from {rows})"),
    ];

    public static IEnumerable<Call> Erase(IReadOnlyList<YouthId> youths) => youths.Count == 0 ? [] : Deletes.Select(delete => delete.With(youths));

    static Statement<YouthId> All(string sql) => new(new Rows<YouthId>().Number("id", y => y.Value), sql);
}
