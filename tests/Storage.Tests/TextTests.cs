using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Storage.Tests;

public sealed class SqliteTextTests : TextTests<OnSqlite>;

public sealed class PostgresTextTests : TextTests<OnPostgres>;

/// <summary>Words of youth that staff changed.</summary>
public abstract class TextTests<TEngine> : StoreTest<TEngine> where TEngine : IEngine
{
    static readonly Language Arabic = new("ar");
    static readonly SiteId Deventer = new("deventer");
    static readonly StaffId Noor = new(7);

    [Fact]
    public async Task A_changed_text_counts_until_it_is_taken_back_and_its_history_stays()
    {
        Assert.Equal(0, await One.Texts.Version(Stop));
        Assert.Equal(Saving.Saved, await Save("ماذا تريد؟", 0));
        var first = Assert.Single(await One.Texts.All(Stop));
        Assert.Equal((new TextOverride("menu.body", Arabic, Deventer, "ماذا تريد؟"), Start), (first.Text, first.At));
        Assert.Equal(1, await One.Texts.Version(Stop));

        Assert.Equal(Saving.Saved, await Save("ما الذي تريده؟ “🙂”\nسطر", first.Change));
        var second = Assert.Single(await One.Texts.All(Stop));
        Assert.Equal("ما الذي تريده؟ “🙂”\nسطر", second.Text.Words);

        Assert.Equal(Saving.Saved, await Save("", second.Change));
        Assert.Empty(await One.Texts.All(Stop));
        Assert.Equal(3, await One.Texts.Version(Stop));
        Assert.Equal(
            [(Deventer, second.Text.Words, ""), (Deventer, "ماذا تريد؟", second.Text.Words), (Deventer, "", "ماذا تريد؟")],
            (await One.Texts.History("menu.body", Arabic, Stop)).Select(h => (h.Site!.Value, h.Before, h.After)));
        Assert.Empty(await One.Texts.History("menu.body", Language.Dutch, Stop));
    }

    [Fact]
    public async Task Of_two_who_change_the_same_text_the_second_is_told()
    {
        Assert.Equal(Saving.Saved, await Save("eerst", 0));
        Assert.Equal(Saving.ChangedMeanwhile, await Save("ook eerst", 0));
        var first = Assert.Single(await One.Texts.All(Stop));
        Assert.Equal(Saving.Saved, await Save("daarna", first.Change));
        Assert.Equal(Saving.ChangedMeanwhile, await Save("te laat", first.Change));
        Assert.Equal(Saving.ChangedMeanwhile, await Save("", first.Change));
        Assert.Equal("daarna", Assert.Single(await One.Texts.All(Stop)).Text.Words);
        Assert.Equal(2, (await One.Texts.History("menu.body", Arabic, Stop)).Count);
        Assert.Equal(2, await One.Texts.Version(Stop));
        await Save("", Assert.Single(await One.Texts.All(Stop)).Change);
        Assert.Equal(Saving.ChangedMeanwhile, await Save("van een tekst die weg is", first.Change));
        Assert.Equal(Saving.ChangedMeanwhile, await Save("", 0));
    }

    [Fact]
    public async Task All_sites_and_one_site_have_words_of_their_own()
    {
        await Save("alle", 0, site: null);
        await Save("hier", 0);
        Assert.Equal([(null, "alle"), (Deventer, "hier")], (await One.Texts.All(Stop)).Select(t => (t.Text.Site, t.Text.Words)));
    }

    [Fact]
    public async Task The_audit_trail_has_who_when_before_and_after()
    {
        await Save("eerst", 0);
        await Save("daarna", Assert.Single(await One.Texts.All(Stop)).Change);
        var lines = await One.Audit.Read(new AuditQuestion { From = Start, To = Start + Duration.FromDays(1) }, 10, 0, Stop);
        Assert.Equal([("text.changed", (SiteId?)Deventer, "menu.body (ar): “eerst” → “daarna”"), ("text.changed", Deventer, "menu.body (ar): “” → “eerst”")], lines.Select(l => (l.Act, l.Site, l.Detail)));
    }

    [Fact]
    public async Task Another_node_sees_the_change_and_its_version()
    {
        var other = Another();
        Assert.Equal(0, await other.Texts.Version(Stop));
        await Save("nieuw", 0);
        Assert.Equal(1, await other.Texts.Version(Stop));
        Assert.Equal("nieuw", Assert.Single(await other.Texts.All(Stop)).Text.Words);
    }

    Task<Saving> Save(string words, long seen) => Save(words, seen, Deventer);

    Task<Saving> Save(string words, long seen, SiteId? site) => One.Texts.Save(new TextOverride("menu.body", Arabic, site, words), seen, Noor, Now, Stop);
}
