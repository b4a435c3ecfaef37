using System.Data.Common;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Bookings;

namespace MdtChatBot.Storage.Turns;

static class SeatSql
{
    // In the order of ids everywhere, so that batches wait for each other and never in a circle.
    public static readonly Statement<SessionId> Lock = new(
        new Rows<SessionId>().Number("id", id => id.Value),
        """
        select s.id, s.starts, s.ends, s.capacity, s.taken, s.cancelled, s.revision
          from {rows}
          join session s on s.id = r.id
         order by s.id {lock s}
        """);

    public static readonly Statement<(YouthId Youth, SessionId Session)> Bookings = new(
        new Rows<(YouthId Youth, SessionId Session)>().Number("youth_id", r => r.Youth.Value).Number("session_id", r => r.Session.Value),
        """
        select b.youth_id, b.session_id, b.status, b.version, b.booked_at, b.waiting_since, b.at_risk, b.guests
          from {rows}
          join booking b on b.youth_id = r.youth_id and b.session_id = r.session_id
        """);

    public static readonly Statement<SessionId> InLine = new(
        new Rows<SessionId>().Number("id", id => id.Value),
        """
        select b.youth_id, b.session_id, b.status, b.version, b.booked_at, b.waiting_since, b.at_risk, b.guests
          from {rows}
          join booking b on b.session_id = r.id and b.status = 'Waiting'
         order by b.session_id, b.waiting_since, b.youth_id
        """);

    public static readonly Statement<HeldSeat> SaveBookings = new(
        new Rows<HeldSeat>()
            .Number("youth_id", r => r.Youth.Value)
            .Number("session_id", r => r.Session.Value)
            .Text("status", r => r.Status.ToString())
            .Number("version", r => r.Version)
            .Time("booked_at", r => r.BookedAt)
            .Time("waiting_since", r => r.WaitingSince)
            .Flag("at_risk", r => r.AtRisk)
            .Text("cancel_reason", r => r.Reason?.ToString())
            .Number("guests", r => r.Guests),
        """
        insert into booking (youth_id, session_id, status, version, booked_at, waiting_since, at_risk, cancel_reason, guests)
        select r.youth_id, r.session_id, r.status, r.version, r.booked_at, r.waiting_since, r.at_risk, r.cancel_reason, r.guests
          from {rows} where true
            on conflict (youth_id, session_id) do update
           set status = excluded.status, version = excluded.version, booked_at = excluded.booked_at,
               waiting_since = excluded.waiting_since, at_risk = excluded.at_risk, cancel_reason = excluded.cancel_reason,
               guests = excluded.guests
        """);

    public static readonly Statement<SeatCount> SaveCounts = new(
        new Rows<SeatCount>().Number("id", r => r.Session.Value).Number("taken", r => r.Taken),
        """
        update session
           set taken = r.taken
          from {rows}
         where session.id = r.id
        """);

    public static SeatCount ReadCount(DbDataReader row) =>
        new(new SessionId(row.Number(0)), row.Time(1), row.Time(2), (int)row.Number(3), (int)row.Number(4), row.Flag(5), row.Number(6));

    public static HeldSeat ReadBooking(DbDataReader row) => new(
        new YouthId(row.Number(0)),
        new SessionId(row.Number(1)),
        row.Name<BookingStatus>(2),
        (int)row.Number(3),
        row.Time(4),
        row.TimeOrNull(5),
        row.Flag(6),
        null,
        (int)row.Number(7));
}
