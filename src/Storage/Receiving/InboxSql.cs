using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow.Conversations;
using NodaTime;

namespace MdtChatBot.Storage.Receiving;

/// <summary>An input for a youth, about to be queued; channel and address are null where it did not come from a channel.</summary>
sealed record InboxRow(long Youth, Instant At, string? Channel, string? Address, Inbound Inbound);

static class InboxSql
{
    static readonly Statement<InboxRow> Insert = new(
        new Rows<InboxRow>()
            .Number("youth_id", r => r.Youth)
            .Time("at", r => r.At)
            .Text("channel", r => r.Channel)
            .Text("address", r => r.Address)
            .Text("inbound", r => StorageJson.Write(r.Inbound)),
        """
        insert into inbox (youth_id, at, channel, address, inbound)
        select r.youth_id, r.at, r.channel, r.address, r.inbound
          from {rows}
         order by r.n
        """);

    // Shared lock: the youth cannot be erased between here and the commit.
    static readonly Statement<long> Youths = new(
        new Rows<long>().Number("id", id => id),
        "select y.id from {rows} join youth y on y.id = r.id order by y.id {share y}");

    public static readonly Statement ReadSetAside = new("""
        select id, youth_id, at, attempts, error
          from inbox
         where state = 'set-aside'
         order by id
        """);

    public static readonly Statement Replay = new("""
        update inbox
           set state = 'waiting', attempts = 0
         where id = @id and state = 'set-aside'
        """);

    /// <summary>Puts inputs at the end of the queue, in the order given.</summary>
    public static IReadOnlyList<Call> Queue(IReadOnlyList<InboxRow> rows) => rows.Count == 0 ? [] : [Insert.With(rows)];

    public static Call FindYouths(IReadOnlyList<Addressed> addressed, HashSet<long> found) =>
        Youths.With([.. addressed.Select(a => a.Youth.Value).Distinct()], row => found.Add(row.Number(0)));
}
