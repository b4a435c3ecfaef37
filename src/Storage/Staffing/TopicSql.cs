using MdtChatBot.Storage.Sql;

namespace MdtChatBot.Storage.Staffing;

/// <summary>Versions of what open pages look at.</summary>
static class TopicSql
{
    /// <summary>Put into the transaction of the change itself (<c>TopicSql.Raise.With(_ => { }, ("topic", "handoffs"))</c>), it tells the open pages of every node.</summary>
    public static readonly Statement Raise = new("""
        insert into live_topic (topic, version) values (@topic, 1)
            on conflict (topic) do update set version = live_topic.version + 1
        returning version
        """);

    public static readonly Statement Versions = new("select topic, version from live_topic where topic > '' order by topic");
}
