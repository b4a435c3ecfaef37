using MdtChatBot.Storage.Sql;

namespace MdtChatBot.Storage.Turns;

/// <summary>Who is next, what waits for them, and what a turn must know.</summary>
static class ClaimSql
{
    /// <summary>Youths with an input waiting, the longest waiting first; only the first input of each counts, so that one who writes much delays nobody.</summary>
    public static readonly Statement LockHeard = new("""
        select i.youth_id
          from inbox i
          join youth y on y.id = i.youth_id
         where i.state = 'waiting'
           and (select min(e.id) from inbox e where e.youth_id = i.youth_id and e.id < i.id and e.state = 'waiting') is null
         order by i.id
         limit @max {skip-locked y}
        """);

    // From where the last batch ended: what it took stands dead at the front of the index for a while, and would be walked over each time.
    public static readonly Statement LockDue = new("""
        select t.youth_id, t.due, t.id
          from timer t
          join youth y on y.id = t.youth_id
         where t.due <= @now and (t.due, t.id) > (@due, @id)
         order by t.due, t.id
         limit @max {skip-locked y}
        """);

    public static readonly Statement NextTimer = new("select min(due) from timer");

    // Run after the lock, so that it sees what the holder before us committed.
    public static readonly Statement<long> Work = new(
        new Rows<long>().Number("id", id => id),
        $$"""
        with w as materialized
               (select r.n, y.id, y.state, y.channel, y.address, y.last_heard,
                       (select min(i.id) from inbox i where i.youth_id = y.id and i.state = 'waiting') as input,
                       (select t.id from timer t where t.youth_id = y.id and t.due <= @now order by t.due, t.id limit 1) as timer,
                       (select max(case when o.expires is null or o.expires > @now then 1 else 0 end) from outbox o where o.youth_id = y.id) as outgoing
                  from {rows}
                  join youth y on y.id = r.id)
        select w.id, w.state, w.channel, w.address, w.last_heard,
               i.id, i.at, i.channel, i.address, i.inbound,
               t.id, t.kind, t.set_for,
               h.reason, h.urgency, h.taken_at is not null, h.coach, h.staff_id, h.with_name, h.passed, h.snoozed_until,
               w.outgoing
          from w
          left join inbox i on i.id = w.input and {{Statement.Among("i.id", "w.input", "w")}}
          left join timer t on t.id = w.timer and {{Statement.Among("t.id", "w.timer", "w")}}
          left join handoff h on h.youth_id = w.id and h.closed_at is null
         order by w.n
        """);

    public static readonly Statement<long> Bookings = new(
        new Rows<long>().Number("id", id => id),
        $$"""
        select {{BookingRow.Columns}}
          from {rows}
          join booking b on b.youth_id = r.id
          join session s on s.id = b.session_id
         order by b.youth_id, b.booked_at, b.session_id
        """);
}
