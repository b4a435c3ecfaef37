using MdtChatBot.Workflow.Conversations;
using NodaTime;

namespace MdtChatBot.Storage.Tests;

public sealed class SqliteRetentionTests : RetentionTests<OnSqlite>;

public sealed class PostgresRetentionTests : RetentionTests<OnPostgres>;

public abstract class RetentionTests<TEngine> : StoreTest<TEngine> where TEngine : IEngine
{
    static readonly Duration Long = Duration.FromDays(185);

    [Fact]
    public async Task Who_was_silent_for_so_long_is_found_and_who_wrote_since_is_not()
    {
        var youths = await Youths(2);
        Now += Long;
        await One.Inbox.Accept([Message("+31610000001", "hallo")], Stop);
        await One.Turns(Now, Samples.Nothing);

        Assert.Equal([youths[0]], await new Retention(One.Database).SilentSince(Now - Duration.FromDays(180), Now, 10, Stop));
    }

    [Fact]
    public async Task Who_has_an_appointment_to_come_stays()
    {
        var youth = (await Youths(1))[0];
        await Do(youth, new Effect.BookSeat(Cooking));
        var retention = new Retention(One.Database);

        Assert.Empty(await retention.SilentSince(Start + Duration.FromDays(1), Start + Duration.FromDays(1), 10, Stop));
        Assert.Equal([youth], await retention.SilentSince(Start + Duration.FromDays(1), Start + Duration.FromDays(5), 10, Stop));
    }

    [Fact]
    public async Task Keys_of_received_messages_are_forgotten_after_their_time_and_not_before()
    {
        var first = Message("+31610000001", "hallo");
        await One.Inbox.Accept([first], Stop);
        var retention = new Retention(One.Database);

        Assert.Equal(0, await retention.ForgetReceived(Start, Stop));
        Assert.Equal(0, await One.Inbox.Accept([first], Stop));
        Assert.Equal(1, await retention.ForgetReceived(Start + Duration.FromDays(30), Stop));
        Assert.Equal(1, await One.Inbox.Accept([first], Stop));
    }
}
