using MdtChatBot.Storage.Sql;

namespace MdtChatBot.Storage.Programme;

/// <summary>Staff move or cancel a session, and those concerned are told.</summary>
static class ChangeSql
{
    public static readonly Statement Move = new("""
        update session
           set starts = @starts, ends = @ends, revision = revision + 1
         where id = @session
        """);

    // Who had confirmed did so for another time, and is asked again.
    public static readonly Statement RaiseBookings = new("""
        update booking
           set version = version + 1, status = 'Booked', at_risk = false
         where session_id = @session and status in ('Booked', 'Confirmed')
        """);

    public static readonly Statement TellSeated = new("""
        insert into inbox (youth_id, at, inbound)
        select youth_id, @now, @inbound
          from booking
         where session_id = @session and status in ('Offered', 'Booked', 'Confirmed')
         order by booked_at, youth_id
        """);

    public static readonly Statement Cancel = new("""
        update session
           set cancelled = true, revision = revision + 1
         where id = @session and not cancelled
        """);

    public static readonly Statement TellAll = new("""
        insert into inbox (youth_id, at, inbound)
        select youth_id, @now, @inbound
          from booking
         where session_id = @session and status in ('Waiting', 'Offered', 'Booked', 'Confirmed')
         order by booked_at, youth_id
        """);

}
