using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;

namespace MdtChatBot.Storage.Tests;

public sealed class SqliteSearchTests : SearchTests<OnSqlite>;

public sealed class PostgresSearchTests : SearchTests<OnPostgres>;

public abstract class SearchTests<TEngine> : StoreTest<TEngine> where TEngine : IEngine
{
    static readonly SiteId Deventer = new("deventer");

    [Theory]
    [InlineData("am", "Amina,Amir")]
    [InlineData("AMI", "Amina,Amir")]
    [InlineData(" Amina ", "Amina")]
    [InlineData("ል", "ልዕልቲ")]
    [InlineData("é", "Élodie")]
    [InlineData("x", "")]
    [InlineData("%", "")]
    [InlineData("", "")]
    public async Task A_name_is_found_by_its_beginning_at_these_sites_only(string beginning, string expected)
    {
        await Named("Amina", Deventer);
        await Named("Amir", Deventer);
        await Named("Amira", new SiteId("ter-apel"));
        await Named("ልዕልቲ", Deventer);
        await Named("Élodie", Deventer);
        Assert.Equal(expected, string.Join(',', (await One.Search.Named(beginning, [Deventer], 10, Stop)).Select(f => f.FirstName)));
    }

    [Fact]
    public async Task A_number_is_found_whole()
    {
        var youth = await Named("Amina", Deventer, "+31612345678");
        Assert.Equal(youth, (await One.Search.WithNumber("+31612345678", Stop))!.Youth);
        Assert.Null(await One.Search.WithNumber("+3161234567", Stop));
    }

    async Task<YouthId> Named(string name, SiteId site, string? from = null)
    {
        YouthId youth = default;
        await One.Inbox.Accept([Message(from ?? $"+3163{NextKey()}", "hallo")], Stop);
        await One.Turns(Now, turn =>
        {
            youth = turn.Youth;
            return new DecidedTurn(turn, new Decision(new Conversation { FirstName = name, Site = site }, []), null);
        });
        return youth;
    }
}
