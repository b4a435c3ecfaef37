using System.Net;
using MdtChatBot.Bot.Tests.Turns;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;

namespace MdtChatBot.Bot.Tests.Staff.Referring;

public sealed class YouthPageTests(StaffHouse house) : IClassFixture<StaffHouse>
{
    [Fact]
    public async Task A_coach_moves_a_youth_and_the_note_goes_along()
    {
        var youth = await YouthInDeventer("web:moves");
        using var mark = await StaffBrowser.As(house.Bot, "Mark");
        var path = $"/staff/youths/{youth.Value}/move";

        using var moved = await mark.Submit(path + "?handler=Move", ("To", "hardenberg"), ("Note", "Is twee keer geweest."));

        Assert.Equal(HttpStatusCode.Redirect, moved.StatusCode);
        await Eventually.True(async () => (await house.Bot.The<YouthSearch>().Find(youth, CancellationToken.None))!.Site == new SiteId("hardenberg"), "the youth has moved");
        var page = await mark.Read(path);
        Assert.Contains("Is twee keer geweest.", page, StringComparison.Ordinal);
        Assert.Contains("Deventer naar Hardenberg", page, StringComparison.Ordinal);
        using var sanne = await StaffBrowser.As(house.Bot, "Sanne");
        using var gone = await sanne.Get(path);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Theory]
    [InlineData("deventer", "kort", "Kies een andere locatie")]
    [InlineData("nowhere", "kort", "Kies een andere locatie")]
    [InlineData("hardenberg", "long", "Hoogstens 1000 tekens")]
    public async Task A_move_is_refused_at_the_field_and_keeps_the_note(string to, string note, string fault)
    {
        var youth = await YouthInDeventer($"web:refused-{to}-{note}");
        using var sanne = await StaffBrowser.As(house.Bot, "Sanne");
        var written = note == "long" ? new string('x', 1001) : note;
        using var answer = await sanne.Submit($"/staff/youths/{youth.Value}/move?handler=Move", ("To", to), ("Note", written));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains(fault, page, StringComparison.Ordinal);
        Assert.Contains(written, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_coach_makes_an_ambassador_and_a_balie_worker_does_not()
    {
        var youth = await YouthInDeventer("web:ambassador");
        var path = $"/staff/youths/{youth.Value}/move";
        using var ans = await StaffBrowser.As(house.Bot, "Ans");
        using var refused = await ans.Submit(path + "?handler=Ambassador");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);

        using var sanne = await StaffBrowser.As(house.Bot, "Sanne");
        await sanne.Submit(path + "?handler=Ambassador");
        await Eventually.True(async () => (await house.Bot.The<YouthSearch>().Find(youth, CancellationToken.None))!.IsAmbassador, "the youth is an ambassador");
        Assert.Contains("Deze jongere is ambassadeur", await sanne.Read(path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Fatima")]
    [InlineData("Jelle")]
    public async Task A_youth_of_another_site_does_not_exist(string name)
    {
        var youth = await YouthInDeventer("web:foreign");
        using var browser = await StaffBrowser.As(house.Bot, name);
        using var answer = await browser.Get($"/staff/youths/{youth.Value}/move");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    // The first message carries Deventer's code.
    async Task<YouthId> YouthInDeventer(string address)
    {
        var youth = await house.Bot.Youth(address);
        await Eventually.True(async () => (await house.Bot.The<YouthSearch>().Find(youth, CancellationToken.None))!.Site is not null, "the site is kept");
        return youth;
    }
}
