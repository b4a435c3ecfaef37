using System.Text.RegularExpressions;
using MdtChatBot.Bot.Tests.Shell;
using MdtChatBot.Bot.Tests.Turns;
using MdtChatBot.Bot.Time;
using MdtChatBot.Bot.Turns;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using Microsoft.Extensions.DependencyInjection;

namespace MdtChatBot.Bot.Tests.Staff.Numbers;

/// <summary>What got stuck: seen by who looks after the site of the youth, and tried again for real. Noor coordinates Deventer but not Utrecht; Wim is Admin.</summary>
public sealed class TroublePagesTests : IAsyncLifetime
{
    const string Deventer = "Hoi! MDT-DEV24NL";
    const string Utrecht = "Hoi! MDT-UTR24FA";
    const string Bad = "dit gaat mis";

    volatile bool _broken = true;
    BotUnderTest _bot = null!;

    public async Task InitializeAsync() => _bot = await BotUnderTest.Start("Development", services => services.AddSingleton(s => new Deciding(Turn(s.GetRequiredService<Engine>()), s.GetRequiredService<Catalogue>().Write)));

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    [Fact]
    public async Task Messages_that_did_not_arrive_are_counted_for_ones_own_sites()
    {
        await Fails(await Youth("web:deventer", Deventer));
        await Fails(await Youth("web:utrecht1", Utrecht));
        await Fails(await Youth("web:utrecht2", Utrecht));

        Assert.Contains("1 bericht kwam niet aan of wacht", await Read("Noor", "/staff"), StringComparison.Ordinal);
        Assert.Contains("3 berichten kwamen niet aan of wachten", await Read("Wim", "/staff"), StringComparison.Ordinal);
        Assert.Equal(["1", "3"], [Count(await Read("Noor", "/staff/trouble")), Count(await Read("Wim", "/staff/trouble"))]);
    }

    [Fact]
    public async Task What_was_set_aside_is_seen_for_ones_own_sites_and_another_site_s_is_not_replayed()
    {
        await Says("web:one", Deventer);
        await Says("web:one", Bad);
        var foreign = await Youth("web:other", Utrecht);
        await Says("web:other", Bad);
        await SetAside(2);

        Assert.Contains("1 bericht van een jongere ging drie keer mis", await Read("Noor", "/staff"), StringComparison.Ordinal);
        Assert.Contains("2 berichten van jongeren gingen drie keer mis", await Read("Wim", "/staff"), StringComparison.Ordinal);
        var page = await Read("Noor", "/staff/trouble");
        Assert.DoesNotContain($"/staff/youths/{foreign.Value}\"", page, StringComparison.Ordinal);

        var id = (await _bot.The<Inbox>().SetAside(default)).Single(a => a.Youth == foreign).Id;
        using var noor = await StaffBrowser.As(_bot, "Noor");
        using var refused = await noor.Submit("/staff/trouble?handler=Replay", ("id", $"{id}"));
        Assert.Contains("iemand was je voor", await noor.Read("/staff/trouble"), StringComparison.Ordinal);
        Assert.Contains(await _bot.The<Inbox>().SetAside(default), a => a.Id == id);
    }

    [Fact]
    public async Task An_input_that_is_tried_again_is_decided_and_the_trail_knows_who_asked()
    {
        var youth = await Youth("web:again", Deventer);
        await Says("web:again", Bad);
        await SetAside(1);
        using var noor = await StaffBrowser.As(_bot, "Noor");
        var page = await noor.Read("/staff/trouble");
        var id = Regex.Match(page, "name=\"id\" value=\"(\\d+)\"").Groups[1].Value;

        // The fault is still there: it is set aside again.
        using var tooEarly = await noor.Post("/staff/trouble?handler=Replay", page, ("id", id));
        await SetAside(1);
        Assert.DoesNotContain(await Lines(youth), l => l.Words == Bad);

        _broken = false;
        using var replayed = await noor.Post("/staff/trouble?handler=Replay", page, ("id", id));
        Assert.Contains("Het wordt nog eens geprobeerd", await noor.Read("/staff/trouble"), StringComparison.Ordinal);
        await Eventually.True(async () => (await Lines(youth)).Any(l => l.Words == Bad), "the youth's words are decided");
        Assert.Empty(await _bot.The<Inbox>().SetAside(default));
        Assert.False((await Lines(youth))[^1].FromYouth);
        Assert.Contains("Niets. Alles loopt.", await Read("Noor", "/staff/trouble"), StringComparison.Ordinal);
        Assert.Contains("liet een bericht opnieuw proberen", await Read("Noor", "/staff/audit"), StringComparison.Ordinal);
    }

    Func<Conversation, Inbound, Facts, Decision> Turn(Engine engine) => (conversation, inbound, facts) =>
        _broken && inbound is Inbound.Message { Words: Bad } ? throw new InvalidDataException() : engine.Turn(conversation, inbound, facts);

    async Task<YouthId> Youth(string address, string words)
    {
        await Says(address, words);
        var youth = (await _bot.The<WorkLists>().FindYouth("web", address, default))!.Value;
        await Eventually.True(async () => (await Lines(youth)).Count >= 2, "the bot has answered");
        return youth;
    }

    Task Says(string address, string words) => _bot.The<InboxWriter>().Accept(
        new Arrived { Channel = "web", Address = address, ProviderId = Guid.NewGuid().ToString(), Inbound = new Inbound.Message(words), At = _bot.The<BotClock>().GetCurrentInstant() }, default);

    async Task Fails(YouthId youth) =>
        await _bot.The<Outbox>().Mark([new SendMark.Failed((await Lines(youth)).First(l => !l.FromYouth).Id, "63024")], _bot.The<BotClock>().GetCurrentInstant(), default);

    Task<IReadOnlyList<TranscriptLine>> Lines(YouthId youth) => _bot.The<WorkLists>().Transcript(youth, 0, 50, default);

    Task SetAside(int count) => Eventually.True(async () => (await _bot.The<Inbox>().SetAside(default)).Count == count, $"{count} are set aside");

    async Task<string> Read(string name, string path)
    {
        using var browser = await StaffBrowser.As(_bot, name);
        return await browser.Read(path);
    }

    static string Count(string page) => Regex.Match(page, "<td class=\"number\">(\\d+)</td>").Groups[1].Value;
}
