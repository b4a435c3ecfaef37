using System.Net;
using System.Text.RegularExpressions;
using MdtChatBot.Bot.Tests.Shell;
using MdtChatBot.Bot.Time;
using MdtChatBot.Bot.Turns;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Understanding;

namespace MdtChatBot.Bot.Tests.Staff;

/// <summary>What a youth wrote and the bot did not understand, on its way to a label.</summary>
public sealed class MisunderstoodPageTests(StaffHouse house) : IClassFixture<StaffHouse>
{
    const string Page = "/staff/misunderstood";

    [Fact]
    public async Task What_was_not_understood_is_there_without_names_and_one_tap_labels_it()
    {
        await Writes(house.Bot, "web:tap", "DEV24", "yes", "The lamp of Khalid is green, call +31 6 1234 5678");
        using var sanne = await StaffBrowser.As(house.Bot, "Sanne");
        var page = WebUtility.HtmlDecode(await sanne.Read(Page));
        Assert.Matches("""<p class="words" lang="en" dir="ltr">The lamp of … is green, call #</p>""", page);
        Assert.DoesNotContain("Khalid", page, StringComparison.Ordinal);
        Assert.DoesNotContain("1234", page, StringComparison.Ordinal);
        Assert.Contains("Engels · 1 keer · <bdi>Deventer</bdi>", page, StringComparison.Ordinal);

        // Not there for who works elsewhere.
        using var fatima = await StaffBrowser.As(house.Bot, "Fatima");
        Assert.DoesNotContain("The lamp of", await fatima.Read(Page), StringComparison.Ordinal);
        var id = Regex.Match(page, """<li id="line-(\d+)">\s*<p class="words"[^>]*>The lamp of""").Groups[1].Value;
        using (await fatima.Submit(Page, ("id", id), ("label", "payment"))) { }
        Assert.Contains("Deze zin is er niet meer.", await fatima.Read(Page), StringComparison.Ordinal);

        using (var labelled = await sanne.Submit(Page, ("id", id), ("label", "travel_costs"))) Assert.Equal(HttpStatusCode.Redirect, labelled.StatusCode);
        var after = WebUtility.HtmlDecode(await sanne.Read(Page));
        Assert.Contains("Bewaard: Reiskosten.", after, StringComparison.Ordinal);
        Assert.DoesNotContain("The lamp of", after, StringComparison.Ordinal);
        Assert.Contains("Betekent: Reiskosten", await sanne.Read(Page + "?done=true"), StringComparison.Ordinal);
        Assert.DoesNotContain("The lamp of", await sanne.Read(Page + "?done=true&language=ar"), StringComparison.Ordinal);

        using var noor = await StaffBrowser.As(house.Bot, "Noor");
        var trail = await noor.Read("/staff/audit");
        Assert.Contains("gezegd wat een zin betekent", trail, StringComparison.Ordinal);
        Assert.DoesNotContain("The lamp of", trail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Arabic_stands_from_right_to_left_and_in_latin_letters_from_left_to_right()
    {
        await Writes(house.Bot, "web:rtl", "DEV24AR", "نعم", "سمكة وراء مصباح أخضر", "el 2amar azra2 fo2 el beit zzz");
        using var sanne = await StaffBrowser.As(house.Bot, "Sanne");
        var page = WebUtility.HtmlDecode(await sanne.Read(Page + "?language=ar"));
        Assert.Contains("""lang="ar" dir="rtl">سمكة""", page, StringComparison.Ordinal);
        Assert.Contains("""lang="ar" dir="ltr">el 2amar""", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_a_name_in_it_is_thrown_away()
    {
        await Writes(house.Bot, "web:throw", "DEV24", "yes", "zeppelin khalid flies over the green lamp");
        using var sanne = await StaffBrowser.As(house.Bot, "Sanne");
        var id = Regex.Match(await sanne.Read(Page), """<li id="line-(\d+)">\s*<p class="words"[^>]*>zeppelin""").Groups[1].Value;
        using (var removed = await sanne.Post(Page + "?handler=Remove", await sanne.Read(Page), ("id", id))) Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        Assert.DoesNotContain("zeppelin", await sanne.Read(Page) + await sanne.Read(Page + "?done=true"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task What_is_no_meaning_is_refused(string label)
    {
        using var sanne = await StaffBrowser.As(house.Bot, "Sanne");
        using var answer = await sanne.Submit(Page, ("id", "1"), ("label", label));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Where_the_setting_says_so_nothing_is_kept()
    {
        await using var bot = await BotUnderTest.Start(settings: ("Understanding:KeepMisunderstood", "false"));
        await Writes(bot, "web:off", "DEV24", "yes", "The lamp is green");
        using var wim = await StaffBrowser.As(bot, "Wim");
        Assert.Contains("niets te doen", await wim.Read(Page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public void Every_meaning_has_words(string language)
    {
        var texts = house.Bot.The<MdtChatBot.Bot.Staff.StaffTexts>();
        var names = Enum.GetValues<Intent>().Select(i => texts.Write(new Workflow.Content.Text("misunderstood.intents." + IntentName.Of(i)), new Language(language))).ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    static async Task Writes(BotUnderTest bot, string address, string code, params IReadOnlyList<string> words)
    {
        var (number, now) = (0, bot.The<BotClock>().GetCurrentInstant());
        foreach (var one in words.Prepend(code is "DEV24" ? "[lang:en]" : "").Prepend($"Hoi! MDT-{code}").Where(w => w.Length > 0))
        {
            var inbound = one[0] is '[' ? new Inbound.Message("", one[1..^1]) : new Inbound.Message(one);
            await bot.The<InboxWriter>().Accept(new Arrived { Channel = "web", Address = address, ProviderId = $"{address}:{++number}", Inbound = inbound, At = now }, CancellationToken.None);
        }
    }
}
