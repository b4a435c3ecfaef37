using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Invitations;

namespace MdtChatBot.Storage.Turns;

/// <summary>A youth as they are after the turn.</summary>
sealed record YouthRow(Work Work, Conversation Next, string State)
{
    public long Id => Work.Youth.Value;
}

static class YouthSql
{
    static readonly Rows<YouthRow> Columns =
        new Rows<YouthRow>()
            .Number("id", r => r.Id)
            .Text("channel", r => r.Work.Turn.Channel)
            .Text("address", r => r.Work.Turn.Address)
            .Text("language", r => r.Next.Language?.Code)
            .Text("site", r => r.Next.Site?.Value)
            .Text("first_name", r => r.Next.FirstName)
            .Text("name_key", r => NameKey.Of(r.Next.FirstName))
            .Text("age", r => r.Next.Age.ToString())
            .Flag("stopped", r => r.Next.Stopped)
            .Time("paused_until", r => r.Next.PausedUntil)
            .Time("last_heard", r => r.Work.Heard)
            .Number("interests", r => Inviting.AudienceSql.Bits(r.Next.Interests))
            .Text("stage", r => FunnelStages.Of(r.Next.Counted).ToString())
            .Text("source", r => r.Next.Source.ToString())
            .Text("invitations", r => r.Next.Invitations.ToString())
            .Time("asked_at", r => r.Next.Invited is [.., var last] ? last.At : null)
            .Text("asked_events", r => Inviting.AudienceSql.Events(r.Next.Invited))
            .Text("state", r => r.State);

    public static readonly Statement<YouthRow> Save = new(
        Columns,
        """
        update youth
           set channel = r.channel, address = r.address, language = r.language, site = r.site, first_name = r.first_name, name_key = r.name_key, age = r.age,
               stopped = r.stopped, paused_until = r.paused_until, last_heard = r.last_heard,
               interests = r.interests, stage = r.stage, source = r.source, invitations = r.invitations, asked_at = r.asked_at, asked_events = r.asked_events, turns = youth.turns + 1, state = r.state
          from {rows}
         where youth.id = r.id
        """);

    /// <summary>A youth whose first turn this is.</summary>
    public static readonly Statement<YouthRow> Make = new(
        Columns,
        """
        insert into youth (id, channel, address, language, site, first_name, name_key, age, stopped, paused_until, last_heard,
                           interests, stage, source, invitations, asked_at, asked_events, turns, created_at, state)
        select r.id, r.channel, r.address, r.language, r.site, r.first_name, r.name_key, r.age, r.stopped, r.paused_until, r.last_heard,
               r.interests, r.stage, r.source, r.invitations, r.asked_at, r.asked_events, 1, @now, r.state
          from {rows}
        """);

    public static readonly Statement<long> EndInputs = new(
        new Rows<long>().Number("id", id => id),
        $"delete from inbox where {Statement.AmongRows("id")} and id in (select r.id from {{rows}})");

    public static readonly Statement<long> EndTimers = new(
        new Rows<long>().Number("id", id => id),
        $"delete from timer where {Statement.AmongRows("id")} and id in (select r.id from {{rows}})");

    public static readonly Statement<(YouthId Youth, Workflow.Reminders.Timer Timer)> SetTimers = new(
        new Rows<(YouthId Youth, Workflow.Reminders.Timer Timer)>()
            .Number("youth_id", r => r.Youth.Value)
            .Text("kind", r => r.Timer.Kind.ToString())
            .Time("due", r => r.Timer.Due)
            .Text("set_for", r => StorageJson.Write(r.Timer.SetFor)),
        """
        insert into timer (youth_id, kind, due, set_for)
        select r.youth_id, r.kind, r.due, r.set_for
          from {rows}
         order by r.n
        """);

    public static readonly Statement<(YouthId Youth, Effect.RecordJourney Step)> RecordJourney = new(
        new Rows<(YouthId Youth, Effect.RecordJourney Step)>()
            .Number("youth_id", r => r.Youth.Value)
            .Text("step", r => r.Step.Step.ToString())
            .Text("detail", r => r.Step.Detail),
        """
        insert into journey (youth_id, at, step, detail)
        select r.youth_id, @now, r.step, r.detail
          from {rows}
         order by r.n
        """);

    public static readonly Statement<(string Site, string Words, long Count)> KeepWishes = new(
        new Rows<(string Site, string Words, long Count)>().Text("site", r => r.Site).Text("words", r => r.Words).Number("count", r => r.Count),
        """
        insert into wish (site, words, count)
        select r.site, r.words, r.count
          from {rows} where true
            on conflict (site, words) do update set count = wish.count + excluded.count
        """);

    // A confirmation is an answer, so the risk is over.
    public static readonly Statement<BookingNote> NoteBookings = new(
        new Rows<BookingNote>()
            .Number("youth_id", r => r.Youth.Value)
            .Number("session_id", r => r.Session.Value)
            .Flag("confirms", r => r.Confirms),
        """
        update booking
           set status  = case when r.confirms and booking.status = 'Booked' then 'Confirmed' else booking.status end,
               at_risk = not r.confirms and booking.status in ('Booked', 'Confirmed')
          from {rows}
         where booking.youth_id = r.youth_id and booking.session_id = r.session_id
        """);
}

/// <summary>A confirmation, or the mark that none came; neither moves the ground under the booking.</summary>
sealed record BookingNote(YouthId Youth, SessionId Session, bool Confirms);
