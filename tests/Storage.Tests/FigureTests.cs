using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Numbers;
using NodaTime;

namespace MdtChatBot.Storage.Tests;

public sealed class SqliteFigureTests : FigureTests<OnSqlite>;

public sealed class PostgresFigureTests : FigureTests<OnPostgres>;

public abstract class FigureTests<TEngine> : StoreTest<TEngine> where TEngine : IEngine
{
    static readonly SiteId Deventer = new("deventer");
    static readonly SiteId TerApel = new("ter-apel");
    static readonly Month November = new(2026, 11);

    [Fact]
    public async Task Counts_are_read_by_month_site_language_and_source()
    {
        await Counts(Deventer, "ar", EntrySource.Balie, CountedStep.Reached, CountedStep.Talked);
        await Counts(Deventer, "ti", EntrySource.Flyer, CountedStep.Reached);
        await Counts(TerApel, "ar", EntrySource.Flyer, CountedStep.Reached);
        Now += Duration.FromDays(20);
        await Counts(TerApel, "ar", EntrySource.Flyer, CountedStep.Reached);
        Assert.NotEqual(0, await One.Figures.AddUp(Stop));
        Assert.Equal(0, await One.Figures.AddUp(Stop));

        Assert.Equal([":Reached=3", ":Talked=1"], await Read(FigureBy.Nothing));
        Assert.Equal([":Reached=4", ":Talked=1"], await Read(FigureBy.Nothing, to: new Month(2026, 12)));
        Assert.Equal(["deventer:Reached=2", "deventer:Talked=1", "ter-apel:Reached=1"], await Read(FigureBy.Site));
        Assert.Equal(["deventer:Reached=2", "deventer:Talked=1"], await Read(FigureBy.Site, sites: [Deventer]));
        Assert.Equal(["ar:Reached=2", "ar:Talked=1", "ti:Reached=1"], await Read(FigureBy.Language));
        Assert.Equal(["ar:Reached=1", "ar:Talked=1", "ti:Reached=1"], await Read(FigureBy.Language, sites: [Deventer]));
        Assert.Equal(["Balie:Reached=1", "Balie:Talked=1", "Flyer:Reached=1"], await Read(FigureBy.Source, sites: [Deventer]));
        Assert.Equal([":Reached=1"], await Read(FigureBy.Nothing, language: new Language("ti")));
        Assert.Equal([":Reached=2"], await Read(FigureBy.Nothing, source: EntrySource.Flyer));
    }

    [Fact]
    public async Task Counts_grow_with_what_comes_later_and_two_nodes_add_up_nothing_twice()
    {
        await Counts(Deventer, "ar", EntrySource.Balie, CountedStep.Missed);
        await Counts(Deventer, "ar", EntrySource.Balie, CountedStep.Missed);
        var two = Another();
        var added = await Task.WhenAll(One.Figures.AddUp(Stop), two.Figures.AddUp(Stop));
        Assert.Equal(2, added.Sum());
        await Counts(Deventer, "ar", EntrySource.Balie, CountedStep.Missed);
        await One.Figures.AddUp(Stop);
        Assert.Equal([":Missed=3"], await Read(FigureBy.Nothing));
    }

    async Task Counts(SiteId site, string language, EntrySource source, params CountedStep[] steps)
    {
        var next = new Conversation { Site = site, Language = new Language(language), Source = source };
        await One.Inbox.Accept([Message($"+3162{NextKey()}", "hallo")], Stop);
        await One.Turns(Now, turn => new DecidedTurn(turn, new Decision(next, [.. steps.Select(s => new Effect.Count(s))]), null));
    }

    async Task<IEnumerable<string>> Read(FigureBy by, IReadOnlyList<SiteId>? sites = null, Language? language = null, EntrySource? source = null, Month? to = null) =>
        (await One.Figures.Read(new FigureFilter { From = November, To = to ?? November, Sites = sites, Language = language, Source = source }, by, Stop))
            .Select(f => $"{f.Of}:{f.Step}={f.Count}").Order(StringComparer.Ordinal);
}
