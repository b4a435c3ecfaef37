using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Storage.Tests;

public sealed class SqliteClipTests : ClipTests<OnSqlite>;

public sealed class PostgresClipTests : ClipTests<OnPostgres>;

public abstract class ClipTests<TEngine> : StoreTest<TEngine> where TEngine : IEngine
{
    static readonly SpokenText Benefits = new("mdt.benefits", "ar");

    ClipStore Store => new(One.Database);

    [Fact]
    public async Task A_clip_is_heard_at_its_address_until_another_takes_its_place()
    {
        await Store.Save(Benefits, "a", "audio/ogg", [1, 2, 0, 255], new StaffId(1), Now, Stop);
        var (type, bytes) = (await Store.Sound("a", Stop))!.Value;
        Assert.Equal("audio/ogg", type);
        Assert.Equal([1, 2, 0, 255], bytes);

        await Store.Save(Benefits, "b", "audio/mpeg", [3], new StaffId(1), Now + Duration.FromDays(1), Stop);
        Assert.Null(await Store.Sound("a", Stop));
        Assert.Equal("audio/mpeg", (await Store.Sound("b", Stop))!.Value.Type);
        Assert.Equal([new Clip(Benefits, "b", "", Now + Duration.FromDays(1))], await Store.All(Stop));

        await Store.Remove(Benefits, Stop);
        Assert.Empty(await Store.All(Stop));
        Assert.Null(await Store.Sound("b", Stop));
    }

    [Fact]
    public async Task What_was_said_is_added_up_and_what_was_said_most_stands_first()
    {
        await Store.Add([(Benefits, 2), (new SpokenText("menu.body", "ar"), 3)], Stop);
        await Store.Add([(Benefits, 4)], Stop);
        await Store.Add([], Stop);

        Assert.Equal([(Benefits, 6L), (new SpokenText("menu.body", "ar"), 3L)], await Store.MostSaid(10, Stop));
        Assert.Single(await Store.MostSaid(1, Stop));
    }
}
