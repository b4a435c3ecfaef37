using System.Net;
using System.Text.RegularExpressions;
using MdtChatBot.Bot.Tests.Shell;
using MdtChatBot.Bot.Tests.Turns;
using MdtChatBot.Bot.Time;
using MdtChatBot.Bot.Turns;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using NodaTime;

namespace MdtChatBot.Bot.Tests.Staff;

/// <summary>The work list and the conversation, as a browser without scripts sees them.</summary>
public sealed class HandoffPageTests : IClassFixture<StaffHouse>
{
    readonly BotUnderTest _bot;

    public HandoffPageTests(StaffHouse house) : this(house.Bot) { }

    HandoffPageTests(BotUnderTest bot) => _bot = bot;

    [Fact]
    public async Task A_handoff_is_taken_answered_and_given_back_without_scripts()
    {
        var youth = await Asks("web:whole");
        using var sanne = await StaffBrowser.As(_bot, "Sanne");
        Assert.Contains($"/staff/youths/{youth.Value}\"", await sanne.Read("/staff/handoffs"), StringComparison.Ordinal);

        var page = await Act(sanne, youth, "Take");
        Assert.Contains("jij hebt dit gesprek", page, StringComparison.Ordinal);
        page = await Act(sanne, youth, "Say", ("Words", "Hoi, waar kan ik mee helpen?"));
        Assert.Contains("Hoi, waar kan ik mee helpen?", page, StringComparison.Ordinal);
        Assert.Contains("Coach <bdi>Sanne</bdi>", page, StringComparison.Ordinal);

        var path = $"/staff/youths/{youth.Value}/hand-over";
        using var end = await sanne.Post(path + "?handler=End", await sanne.Read(path), ("Version", Version(await sanne.Read(path))), ("Closing", "phrasebook.closing.goodLuck"));
        Assert.Equal("/staff/handoffs", end.Headers.Location?.ToString());
        Assert.DoesNotContain($"/staff/youths/{youth.Value}\"", await sanne.Read("/staff/handoffs"), StringComparison.Ordinal);
        var lines = await _bot.The<WorkLists>().Transcript(youth, 0, 50, default);
        Assert.Equal("phrasebook.closing.goodLuck", lines[^1].Saying!.Parts[0].Text.Key);
    }

    [Fact]
    public async Task What_the_bot_said_and_the_youth_tapped_is_read_in_dutch_or_as_it_was_seen()
    {
        var youth = await Asks("web:dutch");
        using var sanne = await StaffBrowser.As(_bot, "Sanne");

        var dutch = await sanne.Read($"/staff/youths/{youth.Value}");
        var seen = await sanne.Read($"/staff/youths/{youth.Value}?seen=true");

        Assert.Contains("Ja, dat is goed</p>", dutch, StringComparison.Ordinal);
        Assert.Contains("Ik ben de MDT-bot", dutch, StringComparison.Ordinal);
        Assert.Contains("أنا بوت MDT", seen, StringComparison.Ordinal);
        Assert.Contains("dir=\"rtl\"", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Ik ben de MDT-bot", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_youth_took_back_is_not_read_any_more_but_that_there_was_something()
    {
        var youth = await Asks("web:taken-back");
        await Writes("web:taken-back", "سري الصغير");
        using var sanne = await StaffBrowser.As(_bot, "Sanne");
        Assert.Contains("سري الصغير", await sanne.Read($"/staff/youths/{youth.Value}"), StringComparison.Ordinal);
        var line = (await _bot.The<WorkLists>().Transcript(youth, 0, 50, default)).Last(l => l.Words == "سري الصغير");

        await Comes(_bot, "web:taken-back", new Inbound.TakenBack(line.Id), "web");

        var page = await sanne.Read($"/staff/youths/{youth.Value}");
        Assert.DoesNotContain("سري الصغير", page, StringComparison.Ordinal);
        Assert.Contains("[door de jongere teruggenomen]", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sentence_is_picked_in_dutch_filled_and_sent_in_arabic()
    {
        var youth = await Asks("web:phrase");
        using var sanne = await StaffBrowser.As(_bot, "Sanne");
        var path = $"/staff/youths/{youth.Value}/phrases";

        Assert.Contains("key=phrasebook.appointment.mayICall", await sanne.Read(path + "?q=bellen"), StringComparison.Ordinal);
        var form = await sanne.Read(path + "?key=phrasebook.appointment.canYouCome");
        using var empty = await sanne.Post(path, form, ("key", "phrasebook.appointment.canYouCome"), ("Version", Version(form)), ("Blanks[day]", "2100-03-05"), ("Blanks[time]", "25:00"));
        var refused = await empty.Content.ReadAsStringAsync();
        Assert.Contains("Vul een tijd in", refused, StringComparison.Ordinal);
        Assert.Contains("value=\"2100-03-05\"", refused, StringComparison.Ordinal);

        using var sent = await sanne.Post(
            path, form, ("key", "phrasebook.appointment.canYouCome"), ("Version", Version(form)), ("Blanks[day]", "2100-03-05"), ("Blanks[time]", "14:00"), ("Blanks[place]", "Buurthuis"));

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Contains("Kun je op vrijdag 5 maart om 14:00 komen? Het is in Buurthuis.", await sanne.Read($"/staff/youths/{youth.Value}"), StringComparison.Ordinal);
        Assert.Contains("هل يمكنك الحضور يوم الجمعة 5 مارس", await sanne.Read($"/staff/youths/{youth.Value}?seen=true"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script><img src=x onerror=alert(2)>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("draai \u202Eom \u2067dit\u2069 \u0007om", "draai om dit om")]
    public async Task Words_of_others_are_shown_harmlessly(string words, string shown)
    {
        var youth = await Asks("web:words" + words.Length);
        await Writes("web:words" + words.Length, words);
        using var sanne = await StaffBrowser.As(_bot, "Sanne");

        var page = await sanne.Read($"/staff/youths/{youth.Value}");

        Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202E', page);
    }

    [Fact]
    public async Task Ten_thousand_characters_are_folded()
    {
        var youth = await Asks("web:long");
        await Writes("web:long", string.Concat(Enumerable.Repeat("heel lang ", 1000)));
        using var sanne = await StaffBrowser.As(_bot, "Sanne");
        Assert.Contains("<details>", await sanne.Read($"/staff/youths/{youth.Value}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_is_told_what_changed_and_keeps_what_they_typed()
    {
        var youth = await Asks("web:two");
        using var sanne = await StaffBrowser.As(_bot, "Sanne");
        using var mark = await StaffBrowser.As(_bot, "Mark");
        var path = $"/staff/youths/{youth.Value}";
        var before = await mark.Read(path);
        await Act(sanne, youth, "Take");

        using var late = await mark.Post(path + "?handler=Say", before, ("Version", Version(before)), ("Words", "Ik help je zo"));

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        var page = await late.Content.ReadAsStringAsync();
        Assert.Contains("Intussen heeft Sanne het gesprek", page, StringComparison.Ordinal);
        Assert.Contains("Ik help je zo", page, StringComparison.Ordinal);
        Assert.DoesNotContain((await _bot.The<WorkLists>().Transcript(youth, 0, 50, default)), l => l.Words == "Ik help je zo");
    }

    [Fact]
    public async Task The_same_form_sent_twice_happens_once()
    {
        var youth = await Asks("web:twice");
        using var sanne = await StaffBrowser.As(_bot, "Sanne");
        await Act(sanne, youth, "Take");
        var path = $"/staff/youths/{youth.Value}";
        var form = await sanne.Read(path);
        (string, string)[] fields = [("Version", Version(form)), ("Once", Regex.Match(form, "name=\"Once\" value=\"([^\"]+)").Groups[1].Value), ("Words", "een keer")];
        using var one = await sanne.Post(path + "?handler=Say", form, fields);
        using var two = await sanne.Post(path + "?handler=Say", form, fields);
        Assert.Single(await _bot.The<WorkLists>().Transcript(youth, 0, 50, default), l => l.Words == "een keer");
    }

    [Fact]
    public async Task A_seat_is_booked_and_cancelled_for_the_youth_who_reads_it_in_arabic()
    {
        var youth = await Asks("web:seat");
        using var sanne = await StaffBrowser.As(_bot, "Sanne");
        var path = $"/staff/youths/{youth.Value}/seats";
        var form = await sanne.Read(path);
        var session = Regex.Match(form, "<option value=\"(\\d+)\"").Groups[1].Value;

        using var booked = await sanne.Post(path + "?handler=Book", form, ("Version", Version(form)), ("Session", session), ("InsteadOf", "0"));
        Assert.Equal(HttpStatusCode.Redirect, booked.StatusCode);
        Assert.Equal(Workflow.Bookings.BookingStatus.Booked, Assert.Single(await _bot.The<WorkLists>().SeatsOf(youth, default)).Status);
        Assert.Contains("هذا الموعد من ترتيب", await sanne.Read($"/staff/youths/{youth.Value}?seen=true"), StringComparison.Ordinal);

        form = await sanne.Read(path);
        using var cancelled = await sanne.Post(path + "?handler=Cancel", form, ("Version", Version(form)), ("Session", session));
        Assert.Empty(await _bot.The<WorkLists>().SeatsOf(youth, default));
    }

    [Fact]
    public async Task It_is_passed_to_another_coach_by_name_and_put_off()
    {
        var youth = await Asks("web:pass");
        using var sanne = await StaffBrowser.As(_bot, "Sanne");
        await Act(sanne, youth, "Take");
        var path = $"/staff/youths/{youth.Value}/hand-over";
        var form = await sanne.Read(path);
        var mark = Regex.Match(form, "<option value=\"(\\d+)\"[^>]*>Mark").Groups[1].Value;

        using var passed = await sanne.Post(path + "?handler=Pass", form, ("Version", Version(form)), ("To", mark));
        Assert.Contains("gevraagd aan Mark", await sanne.Read($"/staff/youths/{youth.Value}"), StringComparison.Ordinal);

        using var other = await StaffBrowser.As(_bot, "Mark");
        await Act(other, youth, "Take");
        form = await other.Read(path);
        using var later = await other.Post(path + "?handler=Snooze", form, ("Version", Version(form)), ("Until", "tomorrow"));
        Assert.Contains("Later:", await other.Read("/staff/handoffs"), StringComparison.Ordinal);
        using var never = await other.Post(path + "?handler=Snooze", form, ("Version", Version(await other.Read(path))), ("Until", "nooit"));
        Assert.Contains("Kies een moment", await never.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opening_a_file_and_asking_for_the_number_are_in_the_audit_trail()
    {
        var youth = await Asks("whatsapp:+31612345678", channel: "twilio");
        using var sanne = await StaffBrowser.As(_bot, "Sanne");
        var path = $"/staff/youths/{youth.Value}";
        var form = await sanne.Read(path);
        var page = WebUtility.HtmlDecode(form);
        Assert.DoesNotContain("31612345678", page, StringComparison.Ordinal);
        Assert.Contains("+31 •••• 78", page, StringComparison.Ordinal);

        using var asked = await sanne.Post(path + "?handler=Number", form);
        Assert.Contains("+31612345678", WebUtility.HtmlDecode(await asked.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Equal(["youth.number", "youth.opened"], (await Audited(youth)).Take(2));
    }

    [Theory]
    [InlineData("Sanne", true)]
    [InlineData("Mark", true)]
    [InlineData("Noor", true)]
    [InlineData("Wim", true)]
    [InlineData("Fatima", false)]
    [InlineData("Ans", false)]
    public async Task A_youth_of_deventer_is_there_for_who_works_there_with_conversations(string name, bool sees)
    {
        var youth = await Asks("web:matrix");
        using var browser = await StaffBrowser.As(_bot, name);
        foreach (var page in (string[])["", "/phrases", "/seats", "/hand-over"])
        {
            using var answer = await browser.Get($"/staff/youths/{youth.Value}{page}");
            Assert.Equal(sees, answer.StatusCode is HttpStatusCode.OK);
        }

        foreach (var act in (string[])["?handler=Take", "?handler=Say", "?handler=Note", "?handler=Number", "/hand-over?handler=Pass", "/hand-over?handler=End", "/hand-over?handler=Snooze", "/seats?handler=Book", "/seats?handler=Cancel", "/phrases"])
        {
            using var answer = await browser.Post($"/staff/youths/{youth.Value}{act}", await browser.Read("/staff"), ("Words", "x"), ("Note", "x"), ("Version", "-1"));
            if (!sees) Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.NotFound, HttpStatusCode.Forbidden, HttpStatusCode.Redirect]);
        }

        if (!sees) Assert.DoesNotContain(await _bot.The<WorkLists>().Transcript(youth, 0, 50, default), l => l.Words is "x");
        using var missing = await browser.Get("/staff/youths/999999");
        Assert.NotEqual(HttpStatusCode.OK, missing.StatusCode);
    }

    [Fact]
    public async Task A_balie_worker_has_no_work_list()
    {
        using var ans = await StaffBrowser.As(_bot, "Ans");
        using var answer = await ans.Get("/staff/handoffs");
        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("1.2.3.4")]
    [InlineData("1.99999999999999999999.3")]
    public async Task A_place_that_is_none_shows_the_list_from_the_start(string after)
    {
        using var sanne = await StaffBrowser.As(_bot, "Sanne");
        foreach (var part in (string[])["", "Others", "Mine", "7", "nonsense"])
            Assert.Contains("Bij mij", await sanne.Read($"/staff/handoffs?part={part}&after={after}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_goes_on_page_by_page()
    {
        await using var bot = await BotUnderTest.Start();
        for (var i = 0; i < HandoffLists.PageSize + 2; i++) await Asks(bot, $"web:many{i}");
        using var wim = await StaffBrowser.As(bot, "Wim");
        var first = await wim.Read("/staff/handoffs");
        var next = WebUtility.HtmlDecode(Regex.Match(first, "href=\"(/staff/handoffs\\?part=Others[^\"]+)\"").Groups[1].Value);

        var second = await wim.Read(next);

        Assert.Equal((HandoffLists.PageSize, 2), (Regex.Count(first, "data-youth="), Regex.Count(second, "data-youth=")));
        Assert.DoesNotContain("Bij mij", second, StringComparison.Ordinal);
        Assert.DoesNotContain("part=Others", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_says_that_they_are_away_is_asked_no_longer()
    {
        await using var bot = await BotUnderTest.Start();
        var page = new HandoffPageTests(bot);
        var youth = await page.Asks("web:away");
        var with = (await bot.The<YouthFiles>().Card(youth, default))!.Handoff!.WithName;
        using var coach = await StaffBrowser.As(bot, with);
        var form = await coach.Read("/staff/account");
        var fields = Regex.Matches(form, "<input[^>]*name=\"(Speaks|Hours[^\"]*|Name|LoadCap|Shown)\"[^>]*value=\"([^\"]*)\"[^>]*>")
            .Where(m => !m.Value.Contains("type=\"checkbox\"", StringComparison.Ordinal) && !m.Value.Contains("type=\"radio\"", StringComparison.Ordinal) || m.Value.Contains("checked", StringComparison.Ordinal))
            .Select(m => (m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value))).ToList();
        var back = bot.The<BotClock>().GetCurrentInstant().InUtc().Date.PlusDays(9);

        using var saved = await coach.Post("/staff/account", form, [.. fields, ("Away", NodaTime.Text.LocalDatePattern.Iso.Format(back))]);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        await Eventually.True(async () => !await bot.The<YouthFiles>().Waits(youth, default), "it is decided");

        Assert.NotEqual(with, (await bot.The<YouthFiles>().Card(youth, default))!.Handoff!.WithName);
    }

    [Fact]
    public async Task A_site_with_one_coach_is_shown_as_such()
    {
        using var fatima = await StaffBrowser.As(_bot, "Fatima");
        Assert.Contains("hangt op één coach: Fatima", await fatima.Read("/staff/handoffs"), StringComparison.Ordinal);
    }

    async Task<string> Act(StaffBrowser browser, YouthId youth, string handler, params (string, string)[] fields)
    {
        var path = $"/staff/youths/{youth.Value}";
        var page = await browser.Read(path);
        using var answer = await browser.Post($"{path}?handler={handler}", page, [.. fields, ("Version", Version(page))]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await browser.Read(path);
    }

    static string Version(string page) => Regex.Match(page, "name=\"Version\" value=\"(\\d+)\"").Groups[1].Value;

    async Task<IReadOnlyList<string>> Audited(YouthId youth)
    {
        var now = _bot.The<BotClock>().GetCurrentInstant();
        return [.. (await _bot.The<AuditTrail>().Read(new AuditQuestion { From = now - Duration.FromDays(1), To = now + Duration.FromDays(1) }, 100, 0, default)).Where(l => l.Youth == youth).Select(l => l.Act)];
    }

    Task<YouthId> Asks(string address, string channel = "web") => Asks(_bot, address, channel);

    Task Writes(string address, string words) => Writes(_bot, address, words, "web");

    /// <summary>A youth of Deventer who reads Arabic, agreed, and asked for a person.</summary>
    public static async Task<YouthId> Asks(BotUnderTest bot, string address, string channel = "web")
    {
        foreach (var words in (string[])["Hoi! MDT-DEV24AR", "نعم، أوافق", "شخص"]) await Writes(bot, address, words, channel);
        return (await bot.The<WorkLists>().FindYouth(channel, address, default))!.Value;
    }

    internal static Task Writes(BotUnderTest bot, string address, string words, string channel) => Comes(bot, address, new Inbound.Message(words), channel);

    static async Task Comes(BotUnderTest bot, string address, Inbound inbound, string channel)
    {
        await bot.The<InboxWriter>().Accept(
            new Arrived { Channel = channel, Address = address, ProviderId = Guid.NewGuid().ToString(), Inbound = inbound, At = bot.The<BotClock>().GetCurrentInstant() }, default);
        var youth = (await bot.The<WorkLists>().FindYouth(channel, address, default))!.Value;
        await Eventually.True(async () => !await bot.The<YouthFiles>().Waits(youth, default), "it is decided");
    }
}
