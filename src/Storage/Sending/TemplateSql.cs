using MdtChatBot.Storage.Sql;

namespace MdtChatBot.Storage.Sending;

static class TemplateSql
{
    // A few hundred rows at most, in the order of the primary key or newest first.
    public static readonly Statement All = new("""
        select key, language, hash, name, sid, status, category, reason, variables, buttons, at
          from template
         where key > ''
         order by at desc, key, language, hash
        """);

    public static readonly Statement<TemplateState> Save = new(
        new Rows<TemplateState>()
            .Text("key", t => t.Key)
            .Text("language", t => t.Language.Code)
            .Text("hash", t => t.Hash)
            .Text("name", t => t.Name)
            .Text("sid", t => t.Sid)
            .Text("status", t => t.Status.ToString())
            .Text("category", t => t.Category.ToString())
            .Text("reason", t => t.Reason)
            .Text("variables", t => string.Join('\n', t.Variables))
            .Text("buttons", t => string.Join('\n', t.Buttons))
            .Time("at", t => t.At),
        """
        insert into template (key, language, hash, name, sid, status, category, reason, variables, buttons, at)
        select r.key, r.language, r.hash, r.name, r.sid, r.status, r.category, r.reason, r.variables, r.buttons, r.at
          from {rows} where true
            on conflict (key, language, hash) do update
           set name = excluded.name, sid = excluded.sid, status = excluded.status, category = excluded.category, reason = excluded.reason,
               variables = excluded.variables, buttons = excluded.buttons, at = excluded.at
        """);

    public static IReadOnlyList<string> Split(string joined) => joined.Length == 0 ? [] : joined.Split('\n');
}
