using System.Net;
using MdtChatBot.Bot.Staff;
using MdtChatBot.Bot.Tests.Turns;
using MdtChatBot.Bot.Time;
using MdtChatBot.Bot.Turns;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Conversations;

namespace MdtChatBot.Bot.Tests.Staff.Numbers;

public sealed class NumbersPagesTests(StaffHouse house) : IClassFixture<StaffHouse>
{
    [Fact]
    public async Task Figures_are_told_in_fives_and_fewer_than_five_not_at_all_also_in_the_file()
    {
        for (var i = 0; i < 7; i++) await Says($"web:n{i}", "Hoi! MDT-DEV24AR");
        await Says("web:few", "Hoi! MDT-HAR24TI");
        await Eventually.True(async () => { await house.Bot.The<FigureStore>().AddUp(CancellationToken.None); return await Told("Arabisch") == "5"; }, "five are counted");

        Assert.Equal("minder dan 5", await Told("Tigrinya"));
        using var noor = await StaffBrowser.As(house.Bot, "Noor");
        var csv = await noor.Read("/staff/numbers?by=Language&handler=Csv");
        Assert.Contains("Uitgesplitst;Arabisch;Bereikt;5;", csv, StringComparison.Ordinal);
        Assert.Contains("Uitgesplitst;Tigrinya;Bereikt;minder dan 5;", csv, StringComparison.Ordinal);

        async Task<string> Told(string language)
        {
            using var browser = await StaffBrowser.As(house.Bot, "Noor");
            var page = await browser.Read("/staff/numbers?by=Language");
            var row = page.Split($"<th scope=\"row\">{language}</th>") is [_, var after] ? after : "";
            return row.Split("<td class=\"number\">") is [_, var first, ..] ? first.Split('<')[0] : "";
        }
    }

    [Theory]
    [InlineData("?site=utrecht", HttpStatusCode.NotFound)]
    [InlineData("?site=deventer&period=2026-Q4&language=ar&source=Flyer&by=Source", HttpStatusCode.OK)]
    [InlineData("?period=nonsense&language=%3Cscript%3E&source=99&by=-1", HttpStatusCode.OK)]
    public async Task A_coordinator_sees_their_sites_whatever_is_asked(string query, HttpStatusCode status)
    {
        using var noor = await StaffBrowser.As(house.Bot, "Noor");
        using var answer = await noor.Get("/staff/numbers" + query);
        Assert.Equal(status, answer.StatusCode);
        Assert.DoesNotContain("<script>", (await answer.Content.ReadAsStringAsync()).Replace("<script src", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sanne", "/staff/numbers")]
    [InlineData("Ans", "/staff/numbers")]
    [InlineData("Ans", "/staff/trouble")]
    [InlineData("Fatima", "/staff/trouble")]
    public async Task Figures_and_what_got_stuck_are_the_coordinators(string name, string path)
    {
        using var browser = await StaffBrowser.As(house.Bot, name);
        using var answer = await browser.Get(path);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("Noor")]
    [InlineData("Wim")]
    public async Task What_got_stuck_has_a_page_and_a_replay_of_nothing_says_so(string name)
    {
        using var browser = await StaffBrowser.As(house.Bot, name);
        Assert.Contains("Wat vastliep", await browser.Read("/staff/trouble"), StringComparison.Ordinal);
        using var replayed = await browser.Submit("/staff/trouble?handler=Replay", ("id", "999"));
        Assert.Contains("iemand was je voor", await browser.Read("/staff/trouble"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_youth_is_found_by_name_within_ones_sites_only()
    {
        var youth = await Books("web:zoek", "Zoekmaar");
        Assert.Contains("Zoekmaar", await Search("Sanne", "zoek"), StringComparison.Ordinal);
        Assert.Contains($"/staff/youths/{youth}", await Search("Ans", "ZOEKM"), StringComparison.Ordinal);
        Assert.Contains("Niemand gevonden", await Search("Fatima", "zoek"), StringComparison.Ordinal);
        Assert.Contains("Niemand gevonden", await Search("Sanne", "06 12345678"), StringComparison.Ordinal);
        Assert.Contains("Dit nummer is te kort", await Search("Sanne", "0612"), StringComparison.Ordinal);
        Assert.Contains("Vul een voornaam of nummer in", await Search("Sanne", " "), StringComparison.Ordinal);
        Assert.Contains("Niemand gevonden", await Search("Sanne", "%' or true --"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_start_page_has_what_each_role_needs()
    {
        using var noor = await StaffBrowser.As(house.Bot, "Noor");
        var page = await noor.Read("/staff");
        Assert.Contains("Wat vastliep", page, StringComparison.Ordinal);
        Assert.Contains("Komt misschien niet", page, StringComparison.Ordinal);
        using var ans = await StaffBrowser.As(house.Bot, "Ans");
        var desk = await ans.Read("/staff");
        Assert.Contains("Iemand doorverwijzen", desk, StringComparison.Ordinal);
        Assert.DoesNotContain("Wat vastliep", desk, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("koken", "koken")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@cmd", "'@cmd")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("zeg \"hoi\"", "\"zeg \"\"hoi\"\"\"")]
    public void A_field_of_the_file_runs_nothing(string words, string field) => Assert.Equal(field, Spreadsheet.Field(words));

    async Task<string> Search(string name, string query)
    {
        using var browser = await StaffBrowser.As(house.Bot, name);
        using var answer = await browser.Submit("/staff/search", ("Query", query));
        return await answer.Content.ReadAsStringAsync();
    }

    // As far as a name: the session is chosen, age and name given.
    async Task<long> Books(string address, string name)
    {
        string[] words = ["Hoi! MDT-DEV24", "Nederlands", "1", "1", "10", "1", "3", name];
        for (var i = 0; i < words.Length; i++) await Says(address, words[i]);
        var youth = (await house.Bot.The<WorkLists>().FindYouth("web", address, CancellationToken.None))!.Value;
        await Eventually.True(async () => (await house.Bot.The<YouthSearch>().Find(youth, CancellationToken.None))!.FirstName == name, "the name is kept");
        return youth.Value;
    }

    Task Says(string address, string words) => house.Bot.The<InboxWriter>().Accept(
        new Arrived { Channel = "web", Address = address, ProviderId = Guid.NewGuid().ToString(), Inbound = new Inbound.Message(words), At = house.Bot.The<BotClock>().GetCurrentInstant() },
        CancellationToken.None);
}
