using MdtChatBot.Storage.Sql;

namespace MdtChatBot.Storage;

static class WorkListSql
{
    const string SeatColumns = """
        select b.youth_id, b.session_id, b.status, b.at_risk, y.first_name, y.language, s.starts
          from booking b
          join youth y on y.id = b.youth_id
          join session s on s.id = b.session_id
        """;

    public static readonly Statement Transcript = new("""
        select m.id, m.at, m.speaker = 'youth', m.words, m.saying, m.language, coalesce(d.state, 'Queued'), m.kind, (select y.site from youth y where y.id = m.youth_id)
          from message m
          left join delivery d on d.message_id = m.id
         where m.youth_id = @youth and m.id > @after
         order by m.id
         limit @max
        """);

    public static readonly Statement FindYouth = new("select youth_id from address where channel = @channel and value = @address");

    public static readonly Statement OpenHandoffs = new("""
        select h.youth_id, h.reason, h.urgency, y.language, y.site, y.first_name, h.opened_at, h.coach
          from handoff h
          join youth y on y.id = h.youth_id
         where h.closed_at is null
         order by case h.urgency when 'Urgent' then 0 else 1 end, h.opened_at, h.id
        """);

    public static readonly Statement Seats = new($"""
        {SeatColumns}
         where b.session_id = @session and b.status <> 'Cancelled'
         order by b.booked_at, b.youth_id
        """);

    public static readonly Statement AtRisk = new($"""
        {SeatColumns}
         where b.at_risk and b.status in ('Booked', 'Confirmed')
         order by s.starts, b.youth_id
        """);

    public static readonly Statement SeatsOf = new($"""
        {SeatColumns}
         where b.youth_id = @youth and b.status in ('Waiting', 'Offered', 'Booked', 'Confirmed')
         order by s.starts, s.id
        """);

    public static readonly Statement NextTimer = new("select min(due) from timer where youth_id = @youth");

    public static readonly Statement NewestTrouble = new("select max(at) from delivery where state in ('NeedsTemplate', 'Unknown', 'Failed')");

    public static readonly Statement Undelivered = new("""
        select state, code, count(*)
          from delivery
         where state in ('NeedsTemplate', 'Unknown', 'Failed')
           and (state <> 'Failed' or at >= @since)
         group by state, code
         order by state, code
        """);

    public static readonly Statement Wishes = new("""
        select site, words, count
          from wish
         order by site, count desc, words
        """);
}
