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
    public async Task The_offer_tells_what_the_youth_of_a_site_speak_but_not_what_few_of_them_do()
    {
        foreach (var (language, youths) in new[] { ("so", 6), ("ar", 5), ("ti", 4), ("uk", 9) })
            for (var i = 0; i < youths; i++) await Counts(Deventer, language, EntrySource.Balie, CountedStep.Talked);
        await Counts(TerApel, "fr", EntrySource.Balie, CountedStep.Talked);
        await One.Figures.AddUp(Stop);
        var offer = await Another().Programme.Current(Now, Stop);
        // Six and five are both told as five: then the order of all languages counts.
        Assert.Equal(["uk", "ar", "so"], offer.SpokenAt(Deventer).Select(l => l.Code));
        Assert.Empty(offer.SpokenAt(TerApel));
        Assert.Empty(offer.SpokenAt(null));
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

    [Fact]
    public async Task What_was_counted_by_mistake_is_taken_back_where_and_when_it_was_counted()
    {
        await Counts(Deventer, "ar", EntrySource.Balie, CountedStep.Came, CountedStep.Attended);
        await Counts(Deventer, "ti", EntrySource.Balie, CountedStep.Came);
        await One.Figures.AddUp(Stop);
        var tick = new Tick(Sport, Now, Deventer, new Language("ar"));
        Now += Duration.FromDays(20);
        await Decides(TerApel, "nl", EntrySource.Balie, new Effect.Uncount(CountedStep.Came, "", tick), new Effect.Uncount(CountedStep.Attended, "", tick));
        await One.Figures.AddUp(Stop);

        Assert.Equal([":Attended=0", ":Came=1"], await Read(FigureBy.Nothing));
        Assert.Equal(["deventer:Attended=0", "deventer:Came=1"], await Read(FigureBy.Site));
        Assert.Equal(["ar:Attended=0", "ar:Came=0", "ti:Came=1"], await Read(FigureBy.Language));
        Assert.Equal([":Attended=0", ":Came=1"], await Read(FigureBy.Nothing, to: new Month(2026, 12)));
    }

    [Fact]
    public async Task What_is_taken_back_may_be_added_up_before_what_it_takes_back()
    {
        await Decides(Deventer, "ar", EntrySource.Balie, new Effect.Uncount(CountedStep.Missed, "", new Tick(Sport, Now, Deventer, new Language("ar"))));
        await One.Figures.AddUp(Stop);
        Assert.Equal([":Missed=-1"], await Read(FigureBy.Nothing));
        Assert.Null(SmallCounts.Told(-1));
        await Counts(Deventer, "ar", EntrySource.Balie, CountedStep.Missed);
        await One.Figures.AddUp(Stop);
        Assert.Equal([":Missed=0"], await Read(FigureBy.Nothing));
    }

    Task Counts(SiteId site, string language, EntrySource source, params CountedStep[] steps) =>
        Decides(site, language, source, [.. steps.Select(s => new Effect.Count(s))]);

    async Task Decides(SiteId site, string language, EntrySource source, params Effect[] effects)
    {
        var next = new Conversation { Site = site, Language = new Language(language), Source = source };
        await One.Inbox.Accept([Message($"+3162{NextKey()}", "hallo")], Stop);
        await One.Turns(Now, turn => new DecidedTurn(turn, new Decision(next, effects), null));
    }

    async Task<IEnumerable<string>> Read(FigureBy by, IReadOnlyList<SiteId>? sites = null, Language? language = null, EntrySource? source = null, Month? to = null) =>
        (await One.Figures.Read(new FigureFilter { From = November, To = to ?? November, Sites = sites, Language = language, Source = source }, by, Stop))
            .Select(f => $"{f.Of}:{f.Step}={f.Count}").Order(StringComparer.Ordinal);
}
