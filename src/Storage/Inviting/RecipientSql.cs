using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;

namespace MdtChatBot.Storage.Inviting;

/// <summary>The recipients of rounds: queued, handed to the turns, asked, counted.</summary>
static class RecipientSql
{
    public static readonly Statement IsAnyRunning = new("select exists (select 1 from broadcast b where b.state = 'Running' and b.look_at <= @now)");

    /// <summary>Messages of this lane and inputs that are on their way already, up to so many.</summary>
    public static readonly Statement OnTheWay = new("""
        select (select count(*) from (select o.id from outbox o where o.lane = 2 and o.due is not null order by o.id limit @max) as m)
             + (select count(*) from (select i.id from inbox i order by i.id limit @max) as w)
        """);

    /// <summary>The round that was looked at longest ago; another node that holds one is passed over.</summary>
    public static readonly Statement LockNext = new("""
        select b.id, b.session_id, b.sentences, b.fed_to
          from broadcast b
         where b.state = 'Running' and b.look_at <= @now
         order by b.look_at, b.id
         limit 1 {skip-locked b}
        """);

    /// <summary>The next so many, from where the last ended: who was taken is not walked over each time.</summary>
    public static readonly Statement HandOver = new("""
        with c as materialized
               (select p.youth_id as chosen
                  from recipient p
                 where p.broadcast_id = @id and p.youth_id > @after and p.state = 'Queued' and (p.due is null or p.due <= @now)
                 order by p.youth_id
                 limit @max)
        update recipient
           set state = 'HandedOver', due = null
          from c
         where recipient.broadcast_id = @id and recipient.youth_id = c.chosen
        returning youth_id
        """);

    /// <summary>Their languages; nobody can erase them before the commit.</summary>
    public static readonly Statement<YouthId> Languages = new(
        new Rows<YouthId>().Number("id", y => y.Value),
        "select y.id, y.language from {rows} join youth y on y.id = r.id order by y.id {share y}");

    public static readonly Statement<YouthId> Forget = new(
        new Rows<YouthId>().Number("id", y => y.Value),
        "delete from recipient where broadcast_id = @id and youth_id in (select r.id from {rows})");

    public static readonly Statement Fed = new("update broadcast set fed_to = @fed, look_at = @due where id = @id");

    /// <summary>What is left at the end: how many are queued, the first of them that may go, how many are being decided.</summary>
    public static readonly Statement Left = new("""
        select sum(case when p.state = 'Queued' then 1 else 0 end),
               min(case when p.state = 'Queued' then coalesce(p.due, @now) end),
               sum(case when p.state = 'HandedOver' then 1 else 0 end)
          from recipient p
         where p.broadcast_id = @id and p.state in ('Queued', 'HandedOver')
        """);

    /// <summary>Handed over, but nothing waits for them any more: their turn failed and was set aside.</summary>
    public static readonly Statement GiveUp = new("""
        update recipient
           set state = 'Failed', reason = 'technical'
         where broadcast_id = @id and state = 'HandedOver'
           and (select min(i.id) from inbox i where i.youth_id = recipient.youth_id and i.state = 'waiting') is null
        """);

    public static readonly Statement Tally = new("""
        select w.state, w.reason, w.delivery, w.code, count(*), sum(w.answered)
          from (select p.state, p.reason, coalesce(d.state, '') as delivery, coalesce(d.code, '') as code,
                       case when p.answered_at is null then 0 else 1 end as answered
                  from recipient p
                  left join delivery d on d.message_id = p.message_id
                 where p.broadcast_id = @id) as w
         group by w.state, w.reason, w.delivery, w.code
        """);

    /// <summary>Messages of a round that have not left: out of the queue. One that is under way, or of which nobody knows, is not touched.</summary>
    public static readonly Statement Withdraw = new($$"""
        with a as materialized (select p.message_id as asked from recipient p where p.broadcast_id = @id and p.state = 'Asked')
        delete from outbox
         where leased_at is null and unknown_since is null
           and {{Statement.Among("id", "a.asked", "a")}}
           and id in (select a.asked from a)
        returning id
        """);

    /// <summary>What never left was never said.</summary>
    public static readonly Statement<long> Unsay = new(
        new Rows<long>().Number("id", id => id),
        "delete from message where id in (select r.id from {rows})");

    public static readonly Statement<long> Undeliver = new(
        new Rows<long>().Number("id", id => id),
        "delete from delivery where message_id in (select r.id from {rows})");

    public static readonly Statement<long> TakeBack = new(
        new Rows<long>().Number("id", id => id),
        """
        update recipient
           set state = 'Queued', message_id = null, asked_at = null, due = null
          from {rows}
         where recipient.message_id = r.id
        """);

    public static readonly Statement Cancel = new("update recipient set state = 'Cancelled' where broadcast_id = @id and state = 'Queued'");

    /// <summary>Rounds that do not run, but of which something is still in the queue: it came back to it after they were halted.</summary>
    public static readonly Statement Halted = new("""
        with w as materialized
               (select distinct (select p.broadcast_id from recipient p where p.message_id = o.id) as broadcast_id
                  from outbox o
                 where o.lane = 2 and o.due is not null and o.leased_at is null and o.unknown_since is null)
        select b.id
          from w
          join broadcast b on b.id = w.broadcast_id and b.state in ('Paused', 'Stopped', 'Cancelled')
        """);

    /// <summary>Failed with one of these codes: queued again.</summary>
    public static readonly Statement<string> Retry = new(
        new Rows<string>().Text("code", c => c),
        """
        update recipient
           set state = 'Queued', message_id = null, asked_at = null, due = null
          from (select p.youth_id as chosen
                  from recipient p
                  join delivery d on d.message_id = p.message_id
                 where p.broadcast_id = @id and p.state = 'Asked' and d.state = 'Failed' and d.code in (select r.code from {rows})) as c
         where recipient.broadcast_id = @id and recipient.youth_id = c.chosen
        """);
}
