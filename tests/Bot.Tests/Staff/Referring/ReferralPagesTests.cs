using System.Net;
using System.Text.RegularExpressions;
using MdtChatBot.Bot.Tests.Turns;
using MdtChatBot.Bot.Time;
using MdtChatBot.Bot.Turns;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Staffing;

namespace MdtChatBot.Bot.Tests.Staff.Referring;

public sealed class ReferralPagesTests(StaffHouse house) : IClassFixture<StaffHouse>
{
    static readonly (string, string)[] Good = [("FirstName", "Amina"), ("Language", "ar"), ("Site", "deventer"), ("Agreed", "true")];

    [Fact]
    public async Task A_balie_worker_refers_and_the_page_shows_a_code_for_the_youths_own_phone()
    {
        using var ans = await StaffBrowser.As(house.Bot, "Ans");

        var path = await Refer(ans, Good);

        var page = await ans.Read(path);
        Assert.Contains("Laat de jongere scannen", page, StringComparison.Ordinal);
        Assert.Contains("De chat begint in het Arabisch", page, StringComparison.Ordinal);
        using var picture = await ans.Get(Regex.Match(page, """src="(/staff/codes/[^"]+/qr\.svg)""").Groups[1].Value);
        Assert.Equal("image/svg+xml", picture.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("<svg", await picture.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Amina", await ans.Read("/staff/referrals"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FirstName", "", "Vul een voornaam in.")]
    [InlineData("FirstName", "<script>alert(1)</script>", "Een voornaam heeft alleen letters.")]
    [InlineData("FirstName", "‮anima", "Een voornaam heeft alleen letters.")]
    [InlineData("Language", "xx", "Kies een taal.")]
    [InlineData("Site", "utrecht", "Kies een locatie waar je werkt.")]
    [InlineData("Agreed", "false", "Vraag het eerst aan de jongere")]
    [InlineData("Phone", "0612345678", "Zet het vinkje: zonder ja")]
    [InlineData("PhoneAgreed", "true", "Vul het nummer in")]
    public async Task A_form_is_refused_at_the_field_and_keeps_what_was_typed(string field, string value, string fault)
    {
        using var ans = await StaffBrowser.As(house.Bot, "Ans");

        using var answer = await ans.Submit("/staff/referrals/new", [.. Good.Where(f => f.Item1 != field), (field, value)]);

        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(fault, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        if (field != "FirstName") Assert.Contains("value=\"Amina\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ten_thousand_characters_are_refused_and_kept()
    {
        using var ans = await StaffBrowser.As(house.Bot, "Ans");
        using var answer = await ans.Submit("/staff/referrals/new", [.. Good.Where(f => f.Item1 != "FirstName"), ("FirstName", new string('a', 10_000))]);
        Assert.Contains("hoogstens 40 letters", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("06 1234 5678")]
    [InlineData("+963 944 567 890")]
    public async Task A_number_with_consent_waits_for_a_template_and_is_shown_nowhere(string number)
    {
        using var ans = await StaffBrowser.As(house.Bot, "Ans");

        var page = await ans.Read(await Refer(ans, [.. Good, ("PhoneAgreed", "true"), ("Phone", number)]));

        Assert.Contains("Uitnodiging wacht", page, StringComparison.Ordinal);
        Assert.DoesNotContain("345678", page.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_does_not_work_there_does_not_see_it_and_coach_and_coordinator_of_the_site_do()
    {
        using var ans = await StaffBrowser.As(house.Bot, "Ans");
        var path = await Refer(ans, Good);

        Assert.Equal(HttpStatusCode.OK, await Status("Sanne", path));
        Assert.Equal(HttpStatusCode.NotFound, await Status("Fatima", path));
        Assert.Equal(HttpStatusCode.OK, await Status("Noor", path));
        Assert.Equal(HttpStatusCode.OK, await Status("Wim", path));
        Assert.Equal(HttpStatusCode.NotFound, await Status("Noor", "/staff/referrals?site=utrecht"));
        Assert.Equal(HttpStatusCode.OK, await Status("Noor", "/staff/referrals?site=deventer"));
        Assert.Equal(HttpStatusCode.NotFound, await Status("Ans", "/staff/referrals?site=deventer"));
        Assert.Equal(HttpStatusCode.NotFound, await Status("Wim", "/staff/referrals/999999"));
    }

    [Fact]
    public async Task It_is_ended_with_a_reason_once()
    {
        using var ans = await StaffBrowser.As(house.Bot, "Ans");
        var path = await Refer(ans, Good);

        using var refused = await ans.Post(path + "?handler=End", await ans.Read(path), ("Reason", "Silent"));
        Assert.Contains("Kies waarom.", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var before = await ans.Read(path);
        await ans.Post(path + "?handler=End", before, ("Reason", "MovedAway"));
        Assert.Contains("woont hier niet meer", await ans.Read(path), StringComparison.Ordinal);
        await ans.Post(path + "?handler=End", before, ("Reason", "Mistake"));
        var page = await ans.Read(path);
        Assert.Contains("Er is intussen iets gebeurd", page, StringComparison.Ordinal);
        Assert.DoesNotContain("vergissing of dubbel</text>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Amina", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_stands_in_for_a_site_without_a_balie_sees_its_quiet_referrals()
    {
        await using var world = await StaffWorld.Start();
        await world.Account("Bea", StaffRole.Coordinator, "ter-apel");
        var id = await world.Account("Hanna", StaffRole.Coach, "utrecht");
        var store = world.Bot.The<SiteStore>();
        var site = (await store.Site(new SiteId("ter-apel"), CancellationToken.None))!;
        await store.Save(site with { FallbackOwner = id }, site.Version, CancellationToken.None);
        using var bea = await world.SignIn("Bea");
        var path = await Refer(bea, [.. Good.Where(f => f.Item1 != "Site"), ("Site", "ter-apel")]);
        world.Bot.The<BotClock>().RunAhead(NodaTime.Duration.FromDays(4));

        using var hanna = await world.SignIn("Hanna");
        Assert.Contains("Amina", await hanna.Read("/staff/referrals"), StringComparison.Ordinal);
        Assert.Contains("Amina", await hanna.Read(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_youth_who_scans_it_moves_it()
    {
        using var ans = await StaffBrowser.As(house.Bot, "Ans");
        var path = await Refer(ans, Good);
        var code = Regex.Match(await ans.Read(path), "/staff/codes/([A-Z0-9]+)/qr").Groups[1].Value;

        await house.Bot.The<InboxWriter>().Accept(
            new Arrived { Channel = "web", Address = "web:" + code, ProviderId = code, Inbound = new Inbound.Message($"Hoi! MDT-{code}"), At = house.Bot.The<BotClock>().GetCurrentInstant() },
            CancellationToken.None);

        await Eventually.True(async () => (await ans.Read(path)).Contains("aria-current=\"step\">Chat begonnen", StringComparison.Ordinal), "the chat has begun");
        Assert.DoesNotContain("Laat de jongere scannen", await ans.Read(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        using var ans = await StaffBrowser.As(house.Bot, "Ans");
        using var answer = await ans.Post("/staff/referrals/new", Good);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    static async Task<string> Refer(StaffBrowser browser, (string, string)[] fields)
    {
        using var answer = await browser.Submit("/staff/referrals/new", fields);
        Assert.True(answer.StatusCode is HttpStatusCode.Redirect, await answer.Content.ReadAsStringAsync());
        return answer.Headers.Location!.OriginalString;
    }

    async Task<HttpStatusCode> Status(string name, string path)
    {
        using var browser = await StaffBrowser.As(house.Bot, name);
        using var answer = await browser.Get(path);
        return answer.StatusCode;
    }
}
