using System.Net;
using System.Text.RegularExpressions;
using MdtChatBot.Bot.Inviting;
using MdtChatBot.Bot.Tests.Shell;
using MdtChatBot.Bot.Tests.Turns;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Invitations;

namespace MdtChatBot.Bot.Tests.Staff;

/// <summary>A round of invitations from plan to the last answer, as browsers without scripts see it.</summary>
public sealed class InvitationRoundTests : IClassFixture<StaffHouse>, IAsyncLifetime
{
    static readonly CancellationToken Stop = CancellationToken.None;
    static int s_houses;

    readonly BotUnderTest _bot;
    readonly int _house = Interlocked.Increment(ref s_houses);

    public InvitationRoundTests(StaffHouse house) => _bot = house.Bot;

    public Task InitializeAsync()
    {
        WillingYouths.AtNoon(_bot);
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_large_round_waits_for_a_second_person_and_then_everybody_is_asked_once()
    {
        await WillingYouths.Greet(_bot, "web", 52, n => $"web:willing-{_house}-{n}");
        using var ans = await StaffBrowser.As(_bot, "Ans");
        var path = await Planned(ans, ("Draft.Sentences[nl]", "Er is muziek en eten."));
        var page = await ans.Read(path);
        Assert.Contains("52 jongeren", page, StringComparison.Ordinal);
        Assert.Contains("ongeveer 50", page, StringComparison.Ordinal);
        Assert.Contains("Geen toestemming voor uitnodigingen: 0", page, StringComparison.Ordinal);
        Assert.Contains("Er is muziek en eten.", page, StringComparison.Ordinal);
        Assert.Equal(_bot.The<Catalogue>().Languages.Count, Regex.Count(page, "class=\"phone\""));

        page = await Act(ans, path, "Send");
        Assert.Contains("Wacht op een tweede persoon", page, StringComparison.Ordinal);
        Assert.Contains("Je kunt je eigen uitnodiging niet goedkeuren", await Act(ans, path, "Approve"), StringComparison.Ordinal);
        using var noor = await StaffBrowser.As(_bot, "Noor");
        Assert.Contains("Wacht op een tweede persoon", await noor.Read("/staff"), StringComparison.Ordinal);
        Assert.Contains("goedgekeurd door Noor", await Act(noor, path, "Approve"), StringComparison.Ordinal);

        var round = await Done(path);
        Assert.Equal((52, 52), (round.Tally.All, round.Tally.Tried));
        Assert.Contains("52 van 52", await ans.Read(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_the_field_and_what_was_typed_stays()
    {
        using var ans = await StaffBrowser.As(_bot, "Ans");
        var page = await ans.Read("/staff/invitations/new");
        using var refused = await ans.Post("/staff/invitations/new", page, ("Draft.Event", ""), ("Draft.Sentences[nl]", new string('a', 201)), ("Draft.Date", "2031-01-01"), ("Draft.Time", "22:00"));
        var shown = await refused.Content.ReadAsStringAsync();
        Assert.Contains("Kies een evenement dat nog komt.", shown, StringComparison.Ordinal);
        Assert.Contains("Kies een of meer locaties waar je werkt.", shown, StringComparison.Ordinal);
        Assert.Contains("hoogstens 200 tekens", shown, StringComparison.Ordinal);
        Assert.Contains("Tussen 21:00 en 8:30", shown, StringComparison.Ordinal);
        Assert.Contains(new string('a', 201), shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_where_one_does_not_work_can_not_be_invited()
    {
        using var ans = await StaffBrowser.As(_bot, "Ans");
        var page = await ans.Read("/staff/invitations/new");
        using var refused = await ans.Post("/staff/invitations/new", page, ("Draft.Event", EventIn(page)), ("Draft.Sites", "utrecht"));
        Assert.Equal(HttpStatusCode.OK, refused.StatusCode);
        Assert.Contains("Kies een of meer locaties waar je werkt.", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    async Task<string> Planned(StaffBrowser browser, params (string Name, string Value)[] more)
    {
        var page = await browser.Read("/staff/invitations/new");
        using var made = await browser.Post("/staff/invitations/new", page, [("Draft.Event", EventIn(page)), ("Draft.Sites", "deventer"), .. more]);
        return made.Headers.Location!.ToString();
    }

    static string EventIn(string page) => Regex.Match(page, """<option value="(\d+)">""").Groups[1].Value;

    static async Task<string> Act(StaffBrowser browser, string path, string deed)
    {
        using var answer = await browser.Post($"{path}?handler={deed}", await browser.Read(path));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await browser.Read(path);
    }

    async Task<Broadcast> Done(string path)
    {
        var id = new BroadcastId(long.Parse(path[(path.LastIndexOf('/') + 1)..]));
        Broadcast? round = null;
        await Eventually.True(
            async () =>
            {
                _bot.The<BroadcastWorker>().Tell();
                round = await _bot.The<BroadcastStore>().Find(id, Stop);
                return round is { State: BroadcastState.Done, Tally: { OnTheWay: 0, Queued: 0, All: > 0 } };
            },
            "the round is done");
        return round!;
    }
}
