using MdtChatBot.Storage.Sql;

namespace MdtChatBot.Storage.Sending;

/// <summary>A message that the provider took and then refused, back from the transcript into the outbox.</summary>
static class RefusedLaterSql
{
    /// <summary>About an attempt that was made: the message has no other id of the provider, and was not refused under this one before.</summary>
    const string IsOfThisAttempt = "(d.message_id is null or d.provider_id is null or (d.provider_id = r.provider_id and d.state <> 'NeedsTemplate'))";

    static readonly Rows<DeliveryStatus> Statuses = new Rows<DeliveryStatus>().Number("id", s => s.Id).Text("provider_id", s => s.ProviderId).Text("code", s => s.Code);

    /// <summary>
    /// What is said of attempts that are still the last: the message, and whether it may wait for the youth. A coach's words may; the bot's
    /// while nothing was said since, and none longer than a day. What was to be said before the youth's next session is no use after it began.
    /// </summary>
    public static readonly Statement<DeliveryStatus> Read = new(
        Statuses,
        """
        select m.id, m.youth_id, y.channel, y.address, m.speaker, m.words, m.saying, m.language,
               m.at > @before and not y.stopped and (m.speaker = 'coach' or not exists (
                   select 1 from message l where l.youth_id = m.youth_id and l.id > m.id and l.speaker <> 'youth')),
               y.last_heard is not null and y.last_heard > coalesce(d.at, m.at),
               (select min(s.starts)
                  from booking b
                  join session s on s.id = b.session_id
                 where b.youth_id = m.youth_id and b.status in ('Offered', 'Booked', 'Confirmed') and s.starts > m.at),
               m.author, y.site
          from {rows}
          join message m on m.id = r.id
          join youth y on y.id = m.youth_id
          left join delivery d on d.message_id = m.id
         where
        """ + " " + IsOfThisAttempt);

    /// <summary>Returns those for which this is news: of two nodes that are told at once, one gets it.</summary>
    public static readonly Statement<DeliveryStatus> Park = new(
        Statuses,
        """
        insert into delivery (message_id, state, provider_id, code, at)
        select r.id, 'NeedsTemplate', r.provider_id, r.code, @now
          from {rows} where true
            on conflict (message_id) do update
           set state = excluded.state, provider_id = excluded.provider_id, code = excluded.code, at = excluded.at
         where delivery.state in ('Queued', 'Unknown', 'Sent') and (delivery.provider_id is null or delivery.provider_id = excluded.provider_id)
        returning message_id
        """);

    /// <summary>As one that waits for the window to open.</summary>
    public static readonly Statement<OutboxMessage> PutBack = new(
        OutboxSql.Columns,
        """
        insert into outbox (id, youth_id, channel, address, lane, written, template_key, language, expires)
        select r.id, r.youth_id, r.channel, r.address, r.lane, r.written, r.template_key, r.language, r.expires
          from {rows} where true
            on conflict (id) do update
           set due = null, leased_by = null, leased_at = null, unknown_since = null
        """);
}
