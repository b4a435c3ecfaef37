using System.Data.Common;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Storage.Staffing;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Storage;

/// <summary>The words of youth as staff changed them, with their history.</summary>
public sealed class TextStore(Database database)
{
    /// <summary>Changes of one text that are shown at most.</summary>
    const int MostShown = 50;

    /// <summary>Rises with every change, on whatever node; 0 before the first.</summary>
    public async Task<long> Version(CancellationToken stop) =>
        (await database.List(TextSql.Version, row => row.Number(0), stop, ("topic", LiveTopics.Texts))).FirstOrDefault();

    /// <summary>What counts now in place of the files.</summary>
    public async Task<IReadOnlyList<StoredText>> All(CancellationToken stop) => await database.List(
        TextSql.All,
        row => new StoredText(new TextOverride(row.Text(0), new Language(row.Text(1)), Site(row, 2), row.Text(3)), row.Number(4), row.Text(5), row.Time(6)),
        stop);

    /// <summary>Every change of one text in one language, at whatever site, the newest first.</summary>
    public async Task<IReadOnlyList<TextChange>> History(string key, Language language, CancellationToken stop) => await database.List(
        TextSql.History,
        row => new TextChange(row.Number(0), Site(row, 1), row.Text(2), row.Text(3), row.Text(4), row.Time(5)),
        stop,
        ("key", key),
        ("language", language.Code),
        ("max", MostShown));

    /// <summary>Changes a text, with a line in the audit trail; all nodes hear of it.</summary>
    /// <param name="text">Its new words; none to let the file count again.</param>
    /// <param name="seen">The change that wrote the words that were looked at; 0 where those of the file were.</param>
    /// <param name="staff">Who does it.</param>
    /// <param name="now">When.</param>
    /// <param name="stop">Ends it early.</param>
    public async Task<Saving> Save(TextOverride text, long seen, StaffId staff, Instant now, CancellationToken stop)
    {
        await using var transaction = await database.Begin(stop);
        var (change, before) = (0L, "");
        await transaction.Run(TextSql.Note.With([text], row => (change, before) = (row.Number(0), row.Text(1)), ("staff", staff.Value), ("now", now)), stop);
        var put = text.Words.Length > 0
            ? TextSql.Put.With([text], ("id", change), ("older", seen))
            : TextSql.TakeBack.With(("key", text.Key), ("language", text.Language.Code), ("site", text.Site?.Value ?? ""), ("older", seen));
        await transaction.Run(put, stop);
        if (put.Changed == 0) return Saving.ChangedMeanwhile;
        var detail = $"{text.Key} ({text.Language}): “{before}” → “{text.Words}”";
        await transaction.Commit([AuditSql.Write.With([new AuditEntry(staff, "text.changed", null, text.Site, detail, now)]), TopicSql.Changed(LiveTopics.Texts)], stop);
        return Saving.Saved;
    }

    static SiteId? Site(DbDataReader row, int at) => row.Text(at) is { Length: > 0 } site ? new SiteId(site) : null;
}

/// <summary>Words that count in place of a file's.</summary>
/// <param name="Change">The change that wrote them.</param>
/// <param name="By">The name that whoever did it had then.</param>
public sealed record StoredText(TextOverride Text, long Change, string By, Instant At);

/// <summary>One change of a text.</summary>
/// <param name="Site">Null: for all sites.</param>
/// <param name="Before">Empty where the file counted.</param>
/// <param name="After">Empty where the file counts again.</param>
public sealed record TextChange(long Id, SiteId? Site, string Before, string After, string By, Instant At);
