using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using NodaTime;

namespace MdtChatBot.Storage.Turns;

/// <summary>A voice note that came in: by the id of its line in the transcript.</summary>
/// <param name="Language">The youth's; empty while it is not known.</param>
/// <param name="IsListenedTo">A computer writes it down.</param>
sealed record RecordingRow(long Line, YouthId Youth, Recording Recording, Instant At, string Language, bool IsListenedTo)
{
    /// <summary>Nobody needs it any longer than this.</summary>
    public static readonly Duration Kept = Duration.FromDays(7);

    /// <summary>Null where the turn was about something else.</summary>
    public static RecordingRow? Of(Work work, Decision decision) => work.Turn.Inbound is not Inbound.Media { Recording: { } recording } ? null : new RecordingRow(
        work.YouthLine, work.Youth, recording, work.At, decision.Next.Language?.Code ?? "", decision.Effects.Any(e => e is Effect.Listen));
}

/// <summary>Where voice notes can be fetched, and until when.</summary>
static class RecordingSql
{
    public static readonly Statement<RecordingRow> Keep = new(
        new Rows<RecordingRow>()
            .Number("message_id", r => r.Line)
            .Number("youth_id", r => r.Youth.Value)
            .Text("url", r => r.Recording.Url)
            .Text("type", r => r.Recording.Type)
            .Time("at", r => r.At)
            .Time("ends", r => r.At + RecordingRow.Kept)
            .Text("language", r => r.Language)
            .Time("listen_at", r => r.IsListenedTo ? r.At : null),
        """
        insert into recording (message_id, youth_id, url, type, at, ends, language, listen_at)
        select r.message_id, r.youth_id, r.url, r.type, r.at, r.ends, r.language, r.listen_at
          from {rows}
        """);

    /// <summary>A handoff is over: what was said for it goes.</summary>
    public static readonly Statement<YouthId> End = new(
        new Rows<YouthId>().Number("youth_id", y => y.Value),
        "update recording set ends = @now where ends > @now and youth_id in (select r.youth_id from {rows})");

    /// <summary>What was said stands in words now.</summary>
    public static readonly Statement<(YouthId Youth, long Line)> Drop = new(
        new Rows<(YouthId Youth, long Line)>().Number("youth_id", r => r.Youth.Value).Number("id", r => r.Line),
        """
        update recording
           set ends = @now
          from {rows}
         where recording.message_id = r.id and recording.youth_id = r.youth_id and recording.ends > @now
        """);

    /// <summary>Whether one waits to be written down; read first, since nearly always there is none.</summary>
    public static readonly Statement Waits = new("select message_id from recording where listen_at <= @now limit 1");

    /// <summary>Takes some of them, until then; who took one and died leaves it to the next.</summary>
    public static readonly Statement Lend = new("""
        with c as materialized (select message_id as chosen from recording where listen_at <= @now order by listen_at limit @max)
        update recording
           set listen_at = @until
          from c
         where recording.listen_at <= @now and recording.message_id = c.chosen
        returning message_id, youth_id, url, type, language
        """);

    public static readonly Statement Written = new("update recording set listen_at = null where message_id = @id");

    public static readonly Statement Find = new("select url, type from recording where message_id = @id and youth_id = @youth and ends > @now");

    public static readonly Statement Over = new("""
        select message_id, url
          from recording
         where ends <= @now
         order by ends
         limit @max
        """);

    public static readonly Statement<long> Forget = new(
        new Rows<long>().Number("id", id => id),
        "delete from recording where message_id in (select r.id from {rows})");
}
