using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Staffing;
using MdtChatBot.Workflow.Understanding;
using NodaTime;

namespace MdtChatBot.Storage.Tests;

public sealed class SqliteMisunderstoodTests : MisunderstoodTests<OnSqlite>;

public sealed class PostgresMisunderstoodTests : MisunderstoodTests<OnPostgres>;

/// <summary>What was not understood: kept without the youth, counted, labelled, let go.</summary>
public abstract class MisunderstoodTests<TEngine> : StoreTest<TEngine> where TEngine : IEngine
{
    static readonly Language Arabic = new("ar");
    static readonly SiteId Deventer = new("deventer");
    static readonly SiteId TerApel = new("ter-apel");
    static readonly Understood Guess = new(Intent.TravelCosts, 0.404, Outcome.AskedBetween, Intent.IsItFree, 0.2);

    static readonly StaffMember Wim = Member(1, StaffRole.Admin);

    [Fact]
    public async Task The_same_words_in_a_language_are_one_row_that_counts_up()
    {
        var youth = (await Youths(1))[0];
        await Do(youth, Kept("de bus … kost #"), Kept("De bus, kost #!"), Kept("de bus kost", language: Arabic));
        await Do(youth, Kept("de bus kost #"));

        var lines = await Waiting(Wim);
        Assert.Equal([("nl", "de bus … kost #", 3), ("ar", "de bus kost", 1)], lines.Select(l => (l.Language.Code, l.Words, l.Count)));
        Assert.Equal((new GuessedIntent(Intent.TravelCosts, 40), new GuessedIntent(Intent.IsItFree, 20), (Intent?)null), (lines[0].Best, lines[0].Second, lines[0].Label));
        Assert.Equal(["de bus kost"], (await Waiting(Wim, Arabic)).Select(l => l.Words));
        Assert.Single(await One.Misunderstood.Waiting(Wim, null, 1, Stop));
    }

    [Fact]
    public async Task Staff_see_their_sites_and_what_was_heard_at_several()
    {
        var youth = (await Youths(1))[0];
        await Do(youth, Kept("van hier"), Kept("van daar", TerApel), Kept("van niemand", null));
        await Do(youth, Kept("van twee"), Kept("van twee", TerApel));
        await Do(youth, Kept("later ook daar"));
        await Do(youth, Kept("later ook daar", TerApel));

        Assert.Equal(["van hier", "van twee", "later ook daar"], await Words(Member(2, StaffRole.Coach, Deventer)));
        Assert.Equal(["van daar", "van niemand", "van twee", "later ook daar"], await Words(Member(3, StaffRole.Coordinator, TerApel)));
        Assert.Equal(5, (await Words(Wim)).Count);
        Assert.Equal([Deventer, null, null], (await Waiting(Member(2, StaffRole.Coach, Deventer))).OrderBy(l => l.Words is not "van hier").Select(l => l.Site));
    }

    [Fact]
    public async Task A_label_is_kept_with_who_but_without_the_words_and_nobody_labels_for_another_site()
    {
        await Do((await Youths(1))[0], Kept("hoe duur is bus"), Kept("ver weg", TerApel));
        var sanne = Member(2, StaffRole.Coach, Deventer);
        var (here, there) = ((await Waiting(sanne)).Single().Id, (await Waiting(Wim)).Single(l => l.Words is "ver weg").Id);

        Assert.False(await One.Misunderstood.Label(there, Intent.Payment, sanne, Now, Stop));
        Assert.False(await One.Misunderstood.Remove(there, sanne, Now, Stop));
        Assert.True(await One.Misunderstood.Label(here, Intent.TravelCosts, sanne, Now, Stop));
        Assert.Empty(await Waiting(sanne));
        Assert.Equal([Intent.TravelCosts], (await One.Misunderstood.Labelled(sanne, null, 10, Stop)).Select(l => l.Label!.Value));

        // Another mind, and heard once more: it stays labelled.
        Assert.True(await One.Misunderstood.Label(here, Intent.IsItFree, sanne, Now, Stop));
        await Do((await Youths(1))[0], Kept("hoe duur is bus"));
        var line = Assert.Single(await One.Misunderstood.AllLabelled(Stop));
        Assert.Equal(("hoe duur is bus", Intent.IsItFree, 2), (line.Words, line.Label!.Value, line.Count));

        Assert.True(await One.Misunderstood.Remove(here, sanne, Now, Stop));
        Assert.False(await One.Misunderstood.Remove(here, sanne, Now, Stop));
        Assert.Empty(await One.Misunderstood.AllLabelled(Stop));
        var trail = await One.Audit.Read(new AuditQuestion { From = Start, To = Start + Duration.FromDays(1) }, 10, 0, Stop);
        Assert.Equal(
            [("misunderstood.removed", "nl"), ("misunderstood.labelled", "nl is_it_free"), ("misunderstood.labelled", "nl travel_costs")],
            trail.Where(l => l.Site == Deventer).Select(l => (l.Act, l.Detail)));
    }

    [Fact]
    public async Task A_line_goes_ninety_days_after_it_was_last_heard()
    {
        var youth = (await Youths(1))[0];
        await Do(youth, Kept("eens gehoord"), Kept("vaak gehoord"));
        await One.Misunderstood.Label((await Waiting(Wim)).Single(l => l.Words is "eens gehoord").Id, Intent.Thanks, Wim, Now, Stop);
        Now += Duration.FromDays(60);
        await Do(youth, Kept("vaak gehoord"));

        Assert.Equal(0, await One.Misunderstood.Forget(Start + Duration.FromDays(90), Stop));
        Assert.Equal(1, await One.Misunderstood.Forget(Start + Duration.FromDays(91), Stop));
        Assert.Equal(["vaak gehoord"], await Words(Wim));
        Assert.Empty(await One.Misunderstood.AllLabelled(Stop));
        Assert.Equal(1, await One.Misunderstood.Forget(Start + Duration.FromDays(151), Stop));
    }

    [Fact]
    public async Task Of_too_many_in_a_language_the_oldest_without_a_label_go()
    {
        var youth = (await Youths(1))[0];
        await Do(youth, Kept("de oudste met label"), Kept("de oudste"), Kept("andere taal", language: Arabic));
        await One.Misunderstood.Label((await Waiting(Wim)).Single(l => l.Words is "de oudste met label").Id, Intent.Thanks, Wim, Now, Stop);
        Now += Duration.FromDays(1);
        await Do(youth, [.. Enumerable.Range(0, MisunderstoodStore.MostWaiting).Select(i => Kept($"zin nummer {i}"))]);

        Assert.Equal(1, await One.Misunderstood.Forget(Now, Stop));
        Assert.Equal(0, await One.Misunderstood.Forget(Now, Stop));
        var left = await One.Misunderstood.Waiting(Wim, null, 1000, Stop);
        Assert.Equal(MisunderstoodStore.MostWaiting + 1, left.Count);
        Assert.DoesNotContain(left, l => l.Words is "de oudste");
        Assert.Single(await One.Misunderstood.AllLabelled(Stop));
    }

    [Fact]
    public async Task Two_nodes_count_the_same_words_together()
    {
        var youths = await Youths(2);
        await One.Inbox.Accept([.. youths.Select(y => new Addressed(y, NextKey(), new Inbound.HandoffTaken("x"), Now))], Stop);
        var two = Another();
        await Task.WhenAll(One.Turns(Now, Decides, 1), two.Turns(Now, Decides, 1));
        Assert.Equal(2, Assert.Single(await Waiting(Wim)).Count);

        static DecidedTurn Decides(ClaimedTurn turn) => turn.Inbound is Inbound.HandoffTaken ? Samples.Decide(turn, Kept("allebei")) : Samples.Nothing(turn);
    }

    static Effect Kept(string words) => Kept(words, Deventer);

    static Effect Kept(string words, SiteId? site) => new Effect.KeepMisunderstood(Language.Dutch, site, words, Guess);

    static Effect Kept(string words, Language language) => new Effect.KeepMisunderstood(language, Deventer, words, Guess);

    Task<IReadOnlyList<MisunderstoodLine>> Waiting(StaffMember viewer, Language? language = null) => One.Misunderstood.Waiting(viewer, language, 100, Stop);

    async Task<List<string>> Words(StaffMember viewer) => [.. (await Waiting(viewer)).OrderBy(l => l.Id).Select(l => l.Words)];

    static StaffMember Member(long id, StaffRole role, params IReadOnlyList<SiteId> sites) => new()
    {
        Id = new StaffId(id),
        Name = role.ToString(),
        Role = role,
        Sites = sites,
        Speaks = [Language.Dutch],
        Hours = WorkingHours.OfficeHours,
        LoadCap = 5,
    };
}
