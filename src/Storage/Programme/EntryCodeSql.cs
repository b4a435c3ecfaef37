using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Referrals;
using NodaTime;

namespace MdtChatBot.Storage.Programme;

/// <summary>A code about to be written, with whose it is.</summary>
sealed record CodeRow(EntryCode Code)
{
    public long? OwnerStaff { get; init; }

    public YouthId? OwnerYouth { get; init; }

    public string Label { get; init; } = "";

    public IReadOnlyList<Language> Languages { get; init; } = [];

    public Instant? At { get; init; }
}

static class EntryCodeSql
{
    public static Rows<CodeRow> Columns => new Rows<CodeRow>()
        .Text("code", r => r.Code.Code)
        .Text("site", r => r.Code.Site?.Value)
        .Text("language", r => r.Code.Language?.Code)
        .Number("friend_session", r => r.Code.FriendSession?.Value)
        .Text("kind", r => r.Code.Kind.ToString())
        .Text("owner_name", r => r.Code.OwnerName)
        .Number("owner_staff", r => r.OwnerStaff)
        .Number("owner_youth", r => r.OwnerYouth?.Value)
        .Text("label", r => r.Label)
        .Text("languages", r => string.Join(' ', r.Languages))
        .Time("created_at", r => r.At);

    static readonly Statement<string> Find = new(
        new Rows<string>().Text("code", c => c),
        """
        select c.code, c.site, c.language, c.friend_session, c.kind, c.owner_name, coalesce(f.first_name, ''), c.door_session, c.door_series
          from {rows}
          join entry_code c on c.code = r.code
          left join referral f on f.code = c.code and f.youth_id is null
        """);

    static readonly Statement<CodeRow> Insert = new(
        Columns,
        """
        insert into entry_code (code, site, language, friend_session, kind, owner_name, owner_staff, owner_youth, label, languages, created_at)
        select r.code, r.site, r.language, r.friend_session, r.kind, r.owner_name, r.owner_staff, r.owner_youth, r.label, r.languages, r.created_at
          from {rows} where true
            on conflict (code) do nothing
        """);

    public static Call Load(IReadOnlyList<string> codes, Dictionary<string, EntryCode> found) => Find.With(codes, row => found[row.Text(0)] = Read(row));

    /// <summary>A code that is there already stays as it is: codes are unguessable, so it is the same one.</summary>
    public static Call Create(IReadOnlyList<CodeRow> codes) => Insert.With(codes);

    static EntryCode Read(System.Data.Common.DbDataReader row) => new(
        row.Text(0),
        row.TextOrNull(1) is { } site ? new SiteId(site) : null,
        row.TextOrNull(2) is { } language ? new Language(language) : null,
        row.NumberOrNull(3) is { } session ? new SessionId(session) : null)
    {
        Kind = row.Name<EntryCodeKind>(4),
        OwnerName = row.Text(5),
        FirstName = row.Text(6),
        Door = DoorSql.Door(row, 7),
    };
}
