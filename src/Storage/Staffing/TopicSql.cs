using MdtChatBot.Storage.Sql;

namespace MdtChatBot.Storage.Staffing;

/// <summary>Versions of what open pages look at.</summary>
static class TopicSql
{
    /// <summary>The next version of a topic.</summary>
    public static readonly Statement Raise = new("""
        insert into live_topic (topic, version) values (@topic, 1)
            on conflict (topic) do update set version = live_topic.version + 1
        returning version
        """);

    /// <summary>Put into the transaction of the change itself, it tells the open pages of every node.</summary>
    public static Call Changed(string topic) => Raise.With(_ => { }, ("topic", topic));

    public static readonly Statement Versions = new("select topic, version from live_topic where topic > '' order by topic");
}
