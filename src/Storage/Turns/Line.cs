using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using NodaTime;

namespace MdtChatBot.Storage.Turns;

/// <summary>A transcript line about to be written.</summary>
sealed record Line(long Id, YouthId Youth, Instant At, string Speaker, LineKind Kind, string Words, string? Saying, string Language)
{
    /// <summary>The coach who wrote it; null for all others.</summary>
    public string? Author { get; init; }

    public static readonly Statement<Line> Insert = new(
        new Rows<Line>()
            .Number("id", l => l.Id)
            .Number("youth_id", l => l.Youth.Value)
            .Time("at", l => l.At)
            .Text("speaker", l => l.Speaker)
            .Text("kind", l => l.Kind.ToString())
            .Text("words", l => l.Words)
            .Text("saying", l => l.Saying)
            .Text("language", l => l.Language)
            .Text("author", l => l.Author),
        """
        insert into message (id, youth_id, at, speaker, kind, words, saying, language, author)
        select r.id, r.youth_id, r.at, r.speaker, r.kind, r.words, r.saying, r.language, r.author
          from {rows}
        """);

    /// <summary>Takes the words out of a youth's own line, of whatever kind.</summary>
    public static readonly Statement<(YouthId Youth, long Line)> TakeBack = new(
        new Rows<(YouthId Youth, long Line)>().Number("youth_id", r => r.Youth.Value).Number("id", r => r.Line),
        $$"""
        update message
           set words = '', kind = '{{nameof(LineKind.TakenBack)}}'
          from {rows}
         where message.id = r.id and message.youth_id = r.youth_id and message.speaker = 'youth'
        """);

    /// <summary>What the youth wrote or sent; null where the input did not come from the youth. Never where they are, nor what the file was.</summary>
    public static Line? Heard(Work work, string language) => work.Turn.Inbound switch
    {
        Inbound.Message message => new Line(work.YouthLine, work.Youth, work.At, "youth", LineKind.Words, message.Words, null, language),
        Inbound.Media media => new Line(work.YouthLine, work.Youth, work.At, "youth", Of(media.Kind), "", null, language),
        Inbound.Spoken { Words.Length: > 0 } spoken => new Line(work.YouthLine, work.Youth, work.At, "youth", LineKind.Spoken, spoken.Words, null, language),
        Inbound.Located => new Line(work.YouthLine, work.Youth, work.At, "youth", LineKind.Location, "", null, language),
        _ => null,
    };

    static LineKind Of(MediaKind kind) => kind switch
    {
        MediaKind.Voice => LineKind.Voice,
        MediaKind.Picture => LineKind.Picture,
        MediaKind.File => LineKind.File,
        MediaKind.Sticker => LineKind.Sticker,
        _ => LineKind.Other,
    };
}
