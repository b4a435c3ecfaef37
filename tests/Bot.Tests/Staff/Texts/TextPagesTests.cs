using System.Net;
using System.Text.RegularExpressions;
using MdtChatBot.Bot.Texts;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;

namespace MdtChatBot.Bot.Tests.Staff.Texts;

/// <summary>Staff change what youth read.</summary>
public sealed partial class TextPagesTests(StaffHouse house) : IClassFixture<StaffHouse>
{
    static readonly CancellationToken Stop = CancellationToken.None;
    static readonly Language English = Language.English;
    static readonly SiteId Deventer = new("deventer");
    static readonly SiteId Utrecht = new("utrecht");

    Catalogue Catalogue => house.Bot.The<Catalogue>();

    [Fact]
    public async Task Texts_are_found_by_part_language_and_words()
    {
        using var noor = await StaffBrowser.As(house.Bot, "Noor");
        var page = await noor.Read("/staff/texts?language=ar&section=crisis");
        Assert.Contains("crisis.suicide", page, StringComparison.Ordinal);
        Assert.Contains("lang=\"ar\" dir=\"rtl\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("menu.body", page, StringComparison.Ordinal);
        Assert.Contains("crisis.suicide", await noor.Read("/staff/texts?language=nl&q=0800-0113"), StringComparison.Ordinal);
        Assert.Contains("Geen teksten gevonden", await noor.Read("/staff/texts?q=xyzzy"), StringComparison.Ordinal);
        Assert.DoesNotContain("meta.review", await noor.Read("/staff/texts?section=meta"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_coordinator_changes_a_text_of_their_site_and_takes_it_back_with_one_click()
    {
        using var noor = await StaffBrowser.As(house.Bot, "Noor");
        const string path = "/staff/texts/mdt.free?language=en&site=deventer";
        var file = Catalogue.Write("mdt.free", English, Deventer);

        using var saved = await noor.Submit(path, ("Words", "MDT is free here. Ask Fatima about the bus."), ("Seen", "0"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal("MDT is free here. Ask Fatima about the bus.", Catalogue.Write("mdt.free", English, Deventer));
        Assert.Equal(file, Catalogue.Write("mdt.free", English, Utrecht));

        var page = await noor.Read(path);
        Assert.Contains("Veranderd door Noor", page, StringComparison.Ordinal);
        Assert.Contains("Bewaard voor ", page, StringComparison.Ordinal);
        Assert.Contains("anders voor", await noor.Read("/staff/texts?language=en&section=mdt&changed=true"), StringComparison.Ordinal);
        using var again = await noor.Post(path, page, ("Words", "MDT is free. Ask us about the bus."), ("Seen", SeenIn(page)));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);

        // To an earlier one, then to that of the program.
        page = await noor.Read(path);
        var earlier = WebUtility.HtmlDecode(ReturnTo().Match(page).Groups[1].Value);
        using var back = await noor.Post(earlier, page, ("Seen", SeenIn(page)));
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        Assert.Equal("MDT is free here. Ask Fatima about the bus.", Catalogue.Write("mdt.free", English, Deventer));
        page = await noor.Read(path);
        using var original = await noor.Post(path + "&handler=Return", page, ("Seen", SeenIn(page)));
        Assert.Equal(HttpStatusCode.Redirect, original.StatusCode);
        Assert.Equal(file, Catalogue.Write("mdt.free", English, Deventer));

        var trail = await house.Bot.The<AuditTrail>().Read(new AuditQuestion { From = NodaTime.Instant.MinValue, To = NodaTime.Instant.MaxValue, Act = "text.changed", Sites = [Deventer] }, 50, 0, Stop);
        Assert.Equal(4, trail.Count(l => l.Detail.StartsWith("mdt.free (en)", StringComparison.Ordinal) && l.StaffName == "Noor"));
    }

    [Theory]
    [InlineData("MDT is free at {place}.", "de invulplekken zijn place")]
    [InlineData("MDT is military service.", "“military service” mag niet")]
    [InlineData("Come at 2 pm.", "tijden gaan van 0 tot 24 uur")]
    [InlineData("MDT kost {niets.", "de accolades kloppen niet")]
    [InlineData("   ", "er staan geen woorden")]
    public async Task What_breaks_a_rule_is_told_at_the_field_and_what_was_typed_stays(string words, string fault)
    {
        using var noor = await StaffBrowser.As(house.Bot, "Noor");
        using var answer = await noor.Submit("/staff/texts/mdt.safety?language=en&site=deventer", ("Words", words), ("Seen", "0"));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(fault, page, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", page, StringComparison.Ordinal);
        if (words.Trim().Length > 0) Assert.Contains(words + "</textarea>", page, StringComparison.Ordinal);
        Assert.Equal(Catalogue.SourceOf("mdt.safety", English), Catalogue.Write("mdt.safety", English, Deventer));
    }

    [Fact]
    public async Task A_crisis_text_keeps_its_numbers()
    {
        using var noor = await StaffBrowser.As(house.Bot, "Noor");
        using var answer = await noor.Submit("/staff/texts/crisis.suicide?language=nl&site=deventer", ("Words", "Wat erg. Bel 113."), ("Seen", "0"));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("het nummer 0800-0113", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Looking_at_a_text_on_the_phone_saves_nothing()
    {
        using var noor = await StaffBrowser.As(house.Bot, "Noor");
        using var answer = await noor.Submit("/staff/texts/trial.bring?language=en&site=deventer", ("Words", "🎒 Do not forget: {bring}."), ("Seen", "0"), ("preview", "true"));
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Matches("class=\"bubble\">🎒 Do not forget: [^{]+\\.</p>", page);
        Assert.DoesNotContain("Do not forget", Catalogue.Write(Text.Of("trial.bring", ("bring", Arg.Of("x"))), English, Deventer), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Noor", "/staff/texts/menu.body?language=en&site=all", "Kies je eigen locatie")]
    [InlineData("Noor", "/staff/texts/mdt.asylum.bubble1?language=en&site=deventer", "verandert alleen een beheerder")]
    [InlineData("Noor", "/staff/texts/commands.stop?language=en&site=deventer", "Ze liggen vast")]
    [InlineData("Noor", "/staff/texts/reminder.buttons.confirm?language=en&site=deventer", "Hij is voor alle locaties gelijk")]
    [InlineData("Wim", "/staff/texts/commands.stop?language=en&site=all", "Ze liggen vast")]
    public async Task What_may_not_be_changed_is_shown_with_the_reason_and_refused(string name, string path, string why)
    {
        using var browser = await StaffBrowser.As(house.Bot, name);
        var page = await browser.Read(path);
        Assert.Contains(why, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain("<textarea", page, StringComparison.Ordinal);
        using var answer = await browser.Post(path, page, ("Words", "MENU"), ("Seen", "0"));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("/staff/texts/menu.nothing?language=en")]
    [InlineData("/staff/texts/meta.review?language=en")]
    [InlineData("/staff/texts/menu.body?language=xx")]
    [InlineData("/staff/texts/menu.body?language=en&site=utrecht")]
    public async Task What_is_not_there_and_what_is_another_sites_is_not_found(string path)
    {
        using var noor = await StaffBrowser.As(house.Bot, "Noor");
        using var answer = await noor.Get(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task An_admin_changes_a_text_for_all_sites_and_is_told_of_the_templates()
    {
        using var wim = await StaffBrowser.As(house.Bot, "Wim");
        const string path = "/staff/texts/reminder.keptForYou?language=nl&site=all";
        var page = await wim.Read(path);
        Assert.Matches("Deze tekst staat op \\d+ WhatsApp-sjab", page);
        using var saved = await wim.Post(path, page, ("Words", "Je plek is voor jou. Kom je?"), ("Seen", "0"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Equal("Je plek is voor jou. Kom je?", Catalogue.Write("reminder.keptForYou", Language.Dutch, Utrecht));
        Assert.Contains("Je plek is voor jou. Kom je?", house.Bot.The<Workflow.Templates.TemplateBook>().Find("reminder.oneDay", Language.Dutch)!.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_saves_after_somebody_else_is_told_what_stands_there_now()
    {
        using var noor = await StaffBrowser.As(house.Bot, "Noor");
        const string path = "/staff/texts/mdt.tired?language=en&site=deventer";
        var seen = await noor.Read(path);
        using var first = await noor.Post(path, seen, ("Words", "I understand that. Rest first."), ("Seen", SeenIn(seen)));
        using var second = await noor.Post(path, seen, ("Words", "I see. Take your time."), ("Seen", SeenIn(seen)));
        var page = WebUtility.HtmlDecode(await second.Content.ReadAsStringAsync());
        Assert.Contains("Er staat nu: “I understand that. Rest first.”", page, StringComparison.Ordinal);
        Assert.Contains("I see. Take your time.</textarea>", page, StringComparison.Ordinal);
        using var third = await noor.Post(path, page, ("Words", "I see. Take your time."), ("Seen", SeenIn(page)));
        Assert.Equal(HttpStatusCode.Redirect, third.StatusCode);
    }

    [Fact]
    public async Task A_change_on_one_node_is_live_on_the_other()
    {
        // The other node: a catalogue of its own on the same database.
        var elsewhere = house.Bot.The<ContentFiles>().Catalogue();
        var node = new LiveTexts(house.Bot.The<TextStore>(), elsewhere);
        await node.Refresh(Stop);
        var layer = elsewhere.Layer;
        await node.Refresh(Stop);
        Assert.Same(layer, elsewhere.Layer);

        using var noor = await StaffBrowser.As(house.Bot, "Noor");
        using var saved = await noor.Submit("/staff/texts/fallback.first?language=en&site=deventer", ("Words", "Sorry, say it in other words please."), ("Seen", "0"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        await node.Refresh(Stop);
        Assert.Equal("Sorry, say it in other words please.", elsewhere.Write("fallback.first", English, Deventer));
    }

    static string SeenIn(string page) => SeenField().Match(page).Groups[1].Value;

    [GeneratedRegex("""name="Seen" value="(\d+)""")]
    private static partial Regex SeenField();

    [GeneratedRegex("""action="([^"]+handler=Return&amp;change=\d+)""")]
    private static partial Regex ReturnTo();
}
