using System.Net;

namespace MdtChatBot.Bot.Tests.Staff.Referring;

public sealed class CodePagesTests(StaffHouse house) : IClassFixture<StaffHouse>
{
    [Fact]
    public async Task The_codes_of_the_demo_are_there_with_their_pictures()
    {
        using var ans = await StaffBrowser.As(house.Bot, "Ans");

        Assert.Contains("MDT-DEV24AR", await ans.Read("/staff/codes"), StringComparison.Ordinal);
        Assert.Contains("?code=DEV24", await ans.Read("/staff/codes/dev24"), StringComparison.Ordinal);
        using var png = await ans.Get("/staff/codes/DEV24/qr.png");
        Assert.Equal("image/png", png.Content.Headers.ContentType?.MediaType);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], (await png.Content.ReadAsByteArrayAsync())[..4]);
        using var svg = await ans.Get("/staff/codes/DEV24/qr.svg");
        Assert.DoesNotContain("style=", await svg.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var gif = await ans.Get("/staff/codes/DEV24/qr.gif");
        Assert.Equal(HttpStatusCode.NotFound, gif.StatusCode);
    }

    [Theory]
    [InlineData("/staff/codes/UTR24")]
    [InlineData("/staff/codes/UTR24/poster")]
    [InlineData("/staff/codes/UTR24/cards")]
    [InlineData("/staff/codes/UTR24/qr.svg")]
    [InlineData("/staff/codes/NOSUCH1")]
    public async Task Codes_of_other_sites_do_not_exist(string path)
    {
        using var ans = await StaffBrowser.As(house.Bot, "Ans");
        using var answer = await ans.Get(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_poster_speaks_the_languages_that_were_ticked_each_in_its_direction()
    {
        using var ans = await StaffBrowser.As(house.Bot, "Ans");

        var poster = await ans.Read("/staff/codes/DEV24/poster?l=ar&l=ti&l=xx");

        Assert.Contains("<section lang=\"ar\" dir=\"rtl\">", poster, StringComparison.Ordinal);
        Assert.Contains("<section lang=\"ti\" dir=\"ltr\">", poster, StringComparison.Ordinal);
        Assert.DoesNotContain("<section lang=\"nl\"", poster, StringComparison.Ordinal);
        Assert.Contains("MDT-DEV24", poster, StringComparison.Ordinal);
        Assert.Contains("<section lang=\"ar\" dir=\"rtl\">", await ans.Read("/staff/codes/DEV24AR/poster"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sheet_has_ten_cards_shared_by_the_languages()
    {
        using var ans = await StaffBrowser.As(house.Bot, "Ans");
        var cards = await ans.Read("/staff/codes/DEV24/cards?l=nl&l=ar");
        Assert.Equal(11, cards.Split("<section class=\"card\"").Length);
        Assert.Equal(6, cards.Split("class=\"card\" lang=\"ar\" dir=\"rtl\"").Length);
    }

    [Fact]
    public async Task A_code_is_made_for_an_event_and_for_a_workers_own_card()
    {
        using var ans = await StaffBrowser.As(house.Bot, "Ans");
        using var made = await ans.Submit("/staff/codes/new", ("Kind", "Worker"), ("Label", "Kaartje"), ("Languages", "ti"), ("Site", "deventer"));
        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        Assert.Contains("Kaartje van Ans", await ans.Read(made.Headers.Location!.OriginalString), StringComparison.Ordinal);
        using var kickOff = await ans.Submit("/staff/codes/new", ("Kind", "Event"), ("Label", "Kick-off"), ("Languages", "ti"), ("Languages", "ar"), ("Site", "deventer"));
        Assert.Contains("Kick-off", await ans.Read("/staff/codes"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Kind", "Ambassador", "Kies waarvoor")]
    [InlineData("Kind", "nonsense", "Dit begrijpen we niet")]
    [InlineData("Label", " ", "Geef de code een naam")]
    [InlineData("Languages", "xx", "Kies minstens één taal")]
    [InlineData("Site", "utrecht", "Kies een locatie waar je werkt")]
    public async Task A_form_is_refused_at_the_field(string field, string value, string fault)
    {
        using var ans = await StaffBrowser.As(house.Bot, "Ans");
        (string, string)[] good = [("Kind", "Site"), ("Label", "Poster bij de kapper"), ("Languages", "ti"), ("Site", "deventer")];
        using var answer = await ans.Submit("/staff/codes/new", [.. good.Where(f => f.Item1 != field), (field, value)]);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains(fault, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }
}
