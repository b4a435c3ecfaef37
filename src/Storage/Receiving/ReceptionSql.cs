using MdtChatBot.Storage.Sql;
using MdtChatBot.Storage.Turns;

namespace MdtChatBot.Storage.Receiving;

/// <summary>
/// What must be known of the youths behind the addresses that wrote. All statements run in one round trip, the lock first:
/// each of those after it sees what the holder before us committed.
/// </summary>
static class ReceptionSql
{
    /// <summary>Youths that nobody else holds are ours until the commit; the others are not in the answer.</summary>
    public static readonly Statement<Contact> Lock = new(
        Contact.Rows,
        """
        select y.id, y.state, y.last_heard
          from {rows}
          join address a on a.channel = r.channel and a.value = r.value
          join youth y on y.id = a.youth_id
        {skip-locked y}
        """);

    /// <summary>
    /// Whose the addresses are, who of staff has them, what else waits for them, and their bookings: one row for each booking, one without.
    /// </summary>
    // Not in the order of youths, of which there is an index: where the rest was thought dear, all addresses were walked over for being in order already.
    public static readonly Statement<Contact> Around = new(
        Contact.Rows,
        $$"""
        select a.channel, a.value, a.youth_id,
               (select min(i.id) from inbox i where i.youth_id = a.youth_id and i.state = 'waiting') is not null,
               (select max(case when o.expires is null or o.expires > @now then 1 else 0 end) from outbox o where o.youth_id = a.youth_id),
               h.reason, h.urgency, h.taken_at is not null, h.coach, h.staff_id, h.with_name, h.passed, h.snoozed_until,
               {{BookingRow.Columns}}
          from {rows}
          join address a on a.channel = r.channel and a.value = r.value
          left join handoff h on h.youth_id = a.youth_id and h.closed_at is null
          left join booking b on b.youth_id = a.youth_id
          left join session s on s.id = b.session_id
         order by r.n, b.booked_at, b.session_id
        """);
}
