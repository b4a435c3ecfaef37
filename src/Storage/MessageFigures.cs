using MdtChatBot.Storage.Figures;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Numbers;

namespace MdtChatBot.Storage;

/// <summary>How many messages left, by month, number, site, country and category: what they cost. Nothing in it leads back to a youth.</summary>
public sealed class MessageFigures(Database database)
{
    /// <summary>Adds what was counted since the last time. Who was erased meanwhile counts for no site.</summary>
    public async Task Add(IReadOnlyList<MessageTally> tallies, CancellationToken stop)
    {
        if (tallies.Count == 0) return;
        await using var transaction = await database.Begin(stop);
        await transaction.Commit([MessageFigureSql.Add.With(tallies)], stop);
    }

    /// <summary>All that a number sent in a month.</summary>
    public async Task<IReadOnlyList<MessageFigure>> Of(string sender, Month month, CancellationToken stop) => await database.List(
        MessageFigureSql.OfMonth,
        row => new MessageFigure(row.Text(0) is { Length: > 0 } site ? new SiteId(site) : null, row.Text(1), row.Name<MessageCategory>(2), row.Number(3)),
        stop,
        ("sender", sender),
        ("month", month.ToString()));
}

/// <summary>Messages of one kind to one youth, not yet added up.</summary>
/// <param name="Country">The calling code; empty where the address is no number.</param>
public sealed record MessageTally(YouthId Youth, Month Month, string Sender, string Country, MessageCategory Category, long Count);

/// <summary>How many of one category went to youths of a site in a country.</summary>
/// <param name="Site">Null where they have none, or were erased.</param>
public sealed record MessageFigure(SiteId? Site, string Country, MessageCategory Category, long Count);
