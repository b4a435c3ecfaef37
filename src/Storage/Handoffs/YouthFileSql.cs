using MdtChatBot.Storage.Sql;

namespace MdtChatBot.Storage.Handoffs;

/// <summary>What the page of one youth shows; each walks an index that begins with the youth.</summary>
static class YouthFileSql
{
    public static readonly Statement Youth = new("""
        select y.channel, y.address, y.last_heard, y.created_at, y.state,
               h.reason, h.urgency, h.taken_at is not null, h.coach, h.staff_id, h.with_name, h.passed, h.snoozed_until,
               h.opened_at, h.pick_up_by, h.answered_at
          from youth y
          left join handoff h on h.youth_id = y.id and h.closed_at is null
         where y.id = @youth
        """);

    /// <summary>The newest lines before one that was seen already, newest first.</summary>
    public static readonly Statement Lines = new("""
        select m.id, m.at, m.speaker, m.words, m.saying, m.language, coalesce(d.state, 'Queued'), m.kind, m.author, coalesce(d.sent_as, ''), coalesce(d.code, ''), v.message_id is not null
          from message m
          left join delivery d on d.message_id = m.id
          left join recording v on v.message_id = m.id and v.ends > @now
         where m.youth_id = @youth and m.id < @older
         order by m.id desc
         limit @max
        """);

    public static readonly Statement Seats = new("""
        select b.session_id, b.status, b.at_risk, s.project_id, s.site_id, s.starts, s.ends, s.place, s.kind, s.title
          from booking b
          join session s on s.id = b.session_id
         where b.youth_id = @youth
         order by s.starts desc, s.id
         limit 20
        """);

    /// <summary>What is still to come by itself.</summary>
    public static readonly Statement Timers = new("""
        select kind, due
          from timer
         where youth_id = @youth and due > @now
         order by due
         limit 6
        """);

    /// <summary>Reminders that were sent, the newest first: lines whose first text is one.</summary>
    public static readonly Statement Reminders = new("""
        select m.at, m.saying, coalesce(d.state, 'Queued')
          from message m
          left join delivery d on d.message_id = m.id
         where m.youth_id = @youth and m.speaker = 'bot' and m.saying like '%"key":"reminder.%'
         order by m.id desc
         limit 6
        """);

    public static readonly Statement Asked = new("""
        select detail, max(at)
          from journey
         where youth_id = @youth and step = 'Asked'
         group by detail
         order by max(at) desc
         limit 8
        """);

    public static readonly Statement Notes = new("""
        select n.at, coalesce(s.name, ''), n.words
          from note n
          left join staff s on s.id = n.staff_id
         where n.youth_id = @youth
         order by n.id desc
         limit 30
        """);

    public static readonly Statement AddNote = new("""
        insert into note (youth_id, at, staff_id, words)
        select y.id, @now, @staff, @words
          from youth y
         where y.id = @youth
        """);

    public static readonly Statement Waits = new("select exists (select 1 from inbox where youth_id = @youth and state = 'waiting')");
}
