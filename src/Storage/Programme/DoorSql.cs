using System.Data.Common;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Referrals;

namespace MdtChatBot.Storage.Programme;

/// <summary>Codes that hang at doors.</summary>
static class DoorSql
{
    public static readonly Statement OfSession = new("select code from entry_code where door_session = @id and coalesce(language, '') = @language order by code");

    public static readonly Statement OfSeries = new("select code from entry_code where door_series = @id and coalesce(language, '') = @language order by code");

    public static readonly Statement<CodeRow> Add = new(
        new Rows<CodeRow>()
            .Text("code", c => c.Code.Code)
            .Text("site", c => c.Code.Site?.Value)
            .Text("language", c => c.Code.Language?.Code)
            .Text("kind", c => c.Code.Kind.ToString())
            .Text("label", c => c.Label)
            .Number("door_session", c => c.Code.Door is Door.OfSession(var session) ? session.Value : null)
            .Number("door_series", c => c.Code.Door is Door.OfSeries(var series) ? series.Value : null),
        """
        insert into entry_code (code, site, language, kind, label, door_session, door_series)
        select r.code, r.site, r.language, r.kind, r.label, r.door_session, r.door_series
          from {rows}
        """);

    /// <summary>What the code at these two columns hangs at; null for every other code.</summary>
    public static Door? Door(DbDataReader row, int at) =>
        row.NumberOrNull(at) is { } session ? new Door.OfSession(new SessionId(session))
        : row.NumberOrNull(at + 1) is { } series ? new Door.OfSeries(new SeriesId(series))
        : null;
}
