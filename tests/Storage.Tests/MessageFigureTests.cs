using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Numbers;

namespace MdtChatBot.Storage.Tests;

public sealed class SqliteMessageFigureTests : MessageFigureTests<OnSqlite>;

public sealed class PostgresMessageFigureTests : MessageFigureTests<OnPostgres>;

public abstract class MessageFigureTests<TEngine> : StoreTest<TEngine> where TEngine : IEngine
{
    static readonly Month November = new(2026, 11);

    MessageFigures Figures => new(One.Database);

    [Fact]
    public async Task Messages_are_added_up_by_the_site_of_their_youth()
    {
        var youths = await Youths(2);
        await One.Inbox.Accept([new Addressed(youths[0], NextKey(), new Workflow.Conversations.Inbound.SetAside(), Now)], Stop);
        await One.Turns(Now, turn => Samples.Decide(turn with { Conversation = turn.Conversation with { Site = new SiteId("deventer") } }));
        await Figures.Add([Tally(youths[0], MessageCategory.Service, 3), Tally(youths[1], MessageCategory.Service, 1), Tally(new YouthId(99), MessageCategory.Marketing, 1)], Stop);
        await Figures.Add([Tally(youths[0], MessageCategory.Service, 2), Tally(youths[0], MessageCategory.Utility, 4)], Stop);

        Assert.Equal(
            [
                new MessageFigure(null, "31", MessageCategory.Marketing, 1),
                new MessageFigure(null, "31", MessageCategory.Service, 1),
                new MessageFigure(new SiteId("deventer"), "31", MessageCategory.Service, 5),
                new MessageFigure(new SiteId("deventer"), "31", MessageCategory.Utility, 4),
            ],
            await Figures.Of("31600000000", November, Stop));
        Assert.Empty(await Figures.Of("31600000000", November.Plus(1), Stop));
        Assert.Empty(await Figures.Of("31600000001", November, Stop));
    }

    static MessageTally Tally(YouthId youth, MessageCategory category, long count) => new(youth, November, "31600000000", "31", category, count);
}
