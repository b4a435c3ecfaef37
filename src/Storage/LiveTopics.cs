using MdtChatBot.Storage.Sql;
using MdtChatBot.Storage.Staffing;

namespace MdtChatBot.Storage;

/// <summary>Tells nodes of each other's changes to what open pages show: a version for each topic.</summary>
public sealed class LiveTopics(Database database)
{
    /// <summary>The work list of handoffs, and the conversations behind it.</summary>
    public const string Handoffs = "handoffs";

    /// <summary>Who is at a session.</summary>
    public const string Attendance = "attendance";

    /// <summary>The sessions of the programme.</summary>
    public const string Sessions = "sessions";

    /// <summary>Referrals, as their owners follow them.</summary>
    public const string Referrals = "referrals";

    /// <summary>Rounds of invitations, and how far each is.</summary>
    public const string Invitations = "invitations";

    /// <summary>The words of youth, where staff changed them.</summary>
    public const string Texts = "texts";

    /// <summary>Returns the new version.</summary>
    public async Task<long> Raise(string topic, CancellationToken stop)
    {
        long version = 0;
        await using var transaction = await database.Begin(stop);
        await transaction.Commit([TopicSql.Raise.With(row => version = row.Number(0), ("topic", topic))], stop);
        return version;
    }

    /// <summary>A handful of rows; cheap enough to ask twice a second.</summary>
    public async Task<IReadOnlyDictionary<string, long>> Versions(CancellationToken stop) =>
        (await database.List(TopicSql.Versions, row => (Topic: row.Text(0), Version: row.Number(1)), stop)).ToDictionary(t => t.Topic, t => t.Version);
}
