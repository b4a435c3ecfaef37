using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Referrals;

namespace MdtChatBot.Storage.Programme;

static class EntryCodeSql
{
    public static Rows<EntryCode> Columns => new Rows<EntryCode>()
        .Text("code", c => c.Code)
        .Text("site", c => c.Site?.Value)
        .Text("language", c => c.Language?.Code)
        .Number("friend_session", c => c.FriendSession?.Value);

    static readonly Statement<string> Find = new(
        new Rows<string>().Text("code", c => c),
        "select c.code, c.site, c.language, c.friend_session, c.door_session, c.door_series from {rows} join entry_code c on c.code = r.code");

    static readonly Statement<EntryCode> Insert = new(
        Columns,
        """
        insert into entry_code (code, site, language, friend_session)
        select r.code, r.site, r.language, r.friend_session
          from {rows} where true
            on conflict (code) do nothing
        """);

    public static Call Load(IReadOnlyList<string> codes, Dictionary<string, EntryCode> found) =>
        Find.With(
            codes,
            row => found[row.Text(0)] = new EntryCode(
                row.Text(0),
                row.TextOrNull(1) is { } site ? new SiteId(site) : null,
                row.TextOrNull(2) is { } language ? new Language(language) : null,
                row.NumberOrNull(3) is { } session ? new SessionId(session) : null)
            {
                Door = DoorSql.Door(row, 4),
            });

    /// <summary>A code that is there already stays as it is: codes are unguessable, so it is the same one.</summary>
    public static Call Create(IReadOnlyList<EntryCode> codes) => Insert.With(codes);
}
