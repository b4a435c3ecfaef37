using MdtChatBot.Storage.Programme;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Referrals;

namespace MdtChatBot.Storage;

/// <summary>The codes at the doors of sessions: one for each session or series, and one in a language for who has never chatted.</summary>
public sealed class DoorCodes(Database database)
{
    /// <summary>The code of a session's door, made the first time somebody asks.</summary>
    /// <param name="session">A session of a series shares the code of the series.</param>
    /// <param name="language">Set: the chat begins in it.</param>
    /// <param name="fresh">What the code is if there is none yet.</param>
    /// <param name="label">What staff call the code of an event, which is on their list of codes.</param>
    /// <param name="stop">Ends it early.</param>
    public async Task<string> Of(TrialSession session, Language? language, string fresh, string label, CancellationToken stop)
    {
        await using var transaction = await database.Begin(stop);
        string? known = null;
        await transaction.Run(Find(session, language, row => known ??= row.Text(0)), stop);
        if (known is not null) return known;
        Door door = session.Series is { } series ? new Door.OfSeries(series) : new Door.OfSession(session.Id);
        await transaction.Commit([DoorSql.Add.With([new CodeRow(CodeOf(session, language, fresh, door)) { Label = session.Event is null ? "" : label }])], stop);
        return fresh;
    }

    static EntryCode CodeOf(TrialSession session, Language? language, string fresh, Door door) =>
        new(fresh, session.Site, language, null) { Door = door, Kind = session.Event is null ? EntryCodeKind.Door : EntryCodeKind.Event };

    static Call Find(TrialSession session, Language? language, Action<System.Data.Common.DbDataReader> row) =>
        session.Series is { } series
            ? DoorSql.OfSeries.With(row, ("id", series.Value), ("language", language?.Code ?? ""))
            : DoorSql.OfSession.With(row, ("id", session.Id.Value), ("language", language?.Code ?? ""));
}
