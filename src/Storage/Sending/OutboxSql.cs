using System.Data.Common;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;

namespace MdtChatBot.Storage.Sending;

static class OutboxSql
{
    /// <summary>What a message is, whenever it goes.</summary>
    public static readonly Rows<OutboxMessage> Columns = new Rows<OutboxMessage>()
        .Number("id", m => m.Id)
        .Number("youth_id", m => m.Youth.Value)
        .Text("channel", m => m.Channel)
        .Text("address", m => m.Address)
        .Number("lane", m => (int)m.Lane)
        .Text("written", m => m.WrittenText ?? StorageJson.Write(m.Written))
        .Text("template_key", m => m.TemplateKey)
        .Text("language", m => m.Language)
        .Time("expires", m => m.Expires);

    public static readonly Statement IsAnythingDue = new("select exists (select 1 from outbox where due <= @now)");

    // Of one youth's messages only the first may go, replies before reminders before invitations, and none while another is under way.
    // Chosen once: PostgreSQL may run a list that is not materialized again for each row, which takes a second and more than the limit.
    public static readonly Statement Claim = new($$"""
        with c as materialized
               (select o.id as chosen
                  from outbox o
                 where o.due <= @now
                   and (select min(e.id)
                          from outbox e
                         where e.youth_id = o.youth_id and e.id <> o.id and e.due is not null
                           and (e.lane < o.lane or (e.lane = o.lane and e.id < o.id) or e.leased_at is not null or e.unknown_since is not null)) is null
                 order by o.lane, o.id
                 limit @max {skip-locked o})
        update outbox
           set due           = @until,
               leased_by     = @node,
               leased_at     = @now,
               attempts      = outbox.attempts + case when outbox.leased_at is not null and outbox.unknown_since is null then 1 else 0 end,
               unknown_since = case when outbox.leased_at is null then outbox.unknown_since else coalesce(outbox.unknown_since, outbox.leased_at) end
          from c
         where outbox.id = c.chosen and {{Statement.Among("outbox.id", "c.chosen", "c")}}
        returning id, youth_id, channel, address, lane, written, template_key, language, attempts,
                  (select y.last_heard from youth y where y.id = outbox.youth_id), unknown_since, expires
        """);

    public static readonly Statement NextDue = new("select min(due) from outbox where due is not null");

    public static readonly Statement IsTaken = new("select exists (select 1 from delivery where provider_id = @provider_id)");

    public static readonly Statement StoodIn = new(
        "select count(*) from outbox where youth_id = @youth and stood_in = @stand_in and stood_in_at > @before");

    /// <summary>What is outside the 24-hour window and needs a template is due as soon as its youth writes.</summary>
    public static readonly Statement<YouthId> Wake = new(
        new Rows<YouthId>().Number("id", y => y.Value),
        """
        update outbox
           set due = @now
         where due is null and youth_id in (select r.id from {rows})
        """);

    /// <summary>What waits for a window that a youth opened with STOP.</summary>
    public static readonly Statement<YouthId> DropWaiting = new(
        new Rows<YouthId>().Number("id", y => y.Value),
        "delete from outbox where due is null and youth_id in (select r.id from {rows})");

    /// <summary>
    /// New messages; replies are leased to this node at once, unless another to the same youth is under way or before it.
    /// Others wait to be claimed in their order: a thousand reminders decided at once would outlast their leases at 80 a second.
    /// </summary>
    public static readonly Statement<OutboxMessage> Insert = new(
        Columns,
        """
        with m as materialized
               (select r.id, r.youth_id, r.channel, r.address, r.lane, r.written, r.template_key, r.language, r.expires,
                       r.lane = 0 and (select min(u.id)
                                         from outbox u
                                        where u.youth_id = r.youth_id and u.due is not null
                                          and (u.lane <= r.lane or u.leased_at is not null or u.unknown_since is not null)) is null as goes
                  from {rows})
        insert into outbox (id, youth_id, channel, address, lane, written, template_key, language, expires, due, leased_by, leased_at)
        select m.id, m.youth_id, m.channel, m.address, m.lane, m.written, m.template_key, m.language, m.expires,
               case when m.goes then @until else @now end,
               case when m.goes then @node end,
               case when m.goes then @now end
          from m
         where true
        returning id, leased_by is not null
        """);

    public static OutboxMessage Read(DbDataReader row) => new()
    {
        Id = row.Number(0),
        Youth = new YouthId(row.Number(1)),
        Channel = row.Text(2),
        Address = row.Text(3),
        Lane = (Lane)row.Number(4),
        Written = StorageJson.ReadWritten(row.Text(5)),
        TemplateKey = row.Text(6),
        Language = row.Text(7),
        Attempts = (int)row.Number(8),
        LastHeard = row.TimeOrNull(9),
        UnknownSince = row.TimeOrNull(10),
        Expires = row.TimeOrNull(11),
    };
}
