using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow.Content;

namespace MdtChatBot.Storage.Staffing;

/// <summary>Words that staff wrote in place of those of the files, and what they were before.</summary>
static class TextSql
{
    static readonly Rows<TextOverride> Places = new Rows<TextOverride>()
        .Text("key", t => t.Key)
        .Text("language", t => t.Language.Code)
        .Text("site", t => t.Site?.Value ?? "")
        .Text("words", t => t.Words);

    /// <summary>One row at most; nodes ask it every few seconds.</summary>
    public static readonly Statement Version = new("select version from live_topic where topic = @topic");

    // Some dozens, in the order of the primary key.
    public static readonly Statement All = new("""
        select o.key, o.language, o.site, o.words, o.change_id, c.staff_name, c.at
          from text_override o
          join text_change c on c.id = o.change_id
         where o.key > ''
         order by o.key, o.language, o.site
        """);

    public static readonly Statement History = new("""
        select c.id, c.site, c.words_before, c.words_after, c.staff_name, c.at
          from text_change c
         where c.key = @key and c.language = @language
         order by c.id desc
         limit @max
        """);

    /// <summary>Notes the change; what was before is read from the table itself.</summary>
    public static readonly Statement<TextOverride> Note = new(
        Places,
        """
        insert into text_change (key, language, site, words_before, words_after, staff_id, staff_name, at)
        select r.key, r.language, r.site, coalesce(o.words, ''), r.words, @staff, coalesce((select s.name from staff s where s.id = @staff), ''), @now
          from {rows}
          left join text_override o on o.key = r.key and o.language = r.language and o.site = r.site
        returning id, words_before
        """);

    /// <summary>Only where the words are still those of the change that was seen; 0 where none was.</summary>
    public static readonly Statement<TextOverride> Put = new(
        Places,
        """
        insert into text_override (key, language, site, words, change_id)
        select r.key, r.language, r.site, r.words, @id
          from {rows}
         where @older = coalesce((select o.change_id from text_override o where o.key = r.key and o.language = r.language and o.site = r.site), 0)
            on conflict (key, language, site) do update
           set words = excluded.words, change_id = excluded.change_id
         where text_override.change_id = @older
        """);

    public static readonly Statement TakeBack = new("delete from text_override where key = @key and language = @language and site = @site and change_id = @older");
}
