using System.Net;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Bot.Tests.Staff;

/// <summary>What somebody says about themselves, and what the trail tells of it.</summary>
public sealed class AccountTests(StaffHouse house) : IClassFixture<StaffHouse>
{
    [Fact]
    public async Task What_was_filled_in_is_kept()
    {
        using var browser = await StaffBrowser.As(house.Bot, "Jelle");

        using var saved = await browser.Submit("/staff/account",
            ("Name", "Jelle <b>K</b>"), ("Shown", "en"), ("Speaks", "nl"), ("Speaks", "tr"), ("Hours[Monday]", "9-12:30, 13-17"), ("Hours[Tuesday]", ""), ("Away", "2027-01-04"), ("LoadCap", "4"));

        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var member = (await house.Bot.The<StaffStore>().AccountOf("jelle@demo.invalid", CancellationToken.None))!.Member;
        Assert.Equal(("Jelle <b>K</b>", 4, new LocalDate(2027, 1, 4)), (member.Name, member.LoadCap, member.AbsentUntil));
        Assert.Equal(["nl", "tr"], member.Speaks.Select(l => l.Code));
        Assert.Equal("""{"Monday":"09:00-12:30, 13:00-17:00"}""", HoursText.Json(member.Hours));
        var page = await browser.Read("/staff/account");
        Assert.Contains("<html lang=\"en\">", page, StringComparison.Ordinal);
        Assert.Contains("Jelle &lt;b&gt;K&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>K</b>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_told_at_its_field_and_everything_typed_stays()
    {
        using var browser = await StaffBrowser.As(house.Bot, "Mark");

        using var refused = await browser.Submit("/staff/account", ("Name", " "), ("Shown", "xx"), ("Hours[Monday]", "17-9"), ("Hours[Friday]", "9-17"), ("Away", "morgen"), ("LoadCap", "veel"));

        var page = await refused.Content.ReadAsStringAsync();
        foreach (var fault in new[] { "Vul je naam in", "Kies minstens één taal", "Schrijf het zo: 9:00-17:00", "Vul een datum in", "Vul een getal in" })
            Assert.Contains(fault, page, StringComparison.Ordinal);
        foreach (var typed in new[] { "17-9", "9-17", "morgen", "veel" }) Assert.Contains($"value=\"{typed}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_for_alerts_is_sealed_shown_masked_and_asking_for_all_of_it_is_in_the_trail()
    {
        using var browser = await StaffBrowser.As(house.Bot, "Ans");
        using var wrong = await browser.Submit("/staff/account/alerts", ("Number", "06 1234"));
        Assert.Contains("Dit nummer is te kort", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await browser.Submit("/staff/account/alerts", ("Number", "06-12345678"));

        var page = await browser.Read("/staff/account/alerts");
        Assert.Equal("+31 •••• •• 78", StaffWorld.Inside(page, "number"));
        var account = (await house.Bot.The<StaffStore>().AccountOf("ans@demo.invalid", CancellationToken.None))!;
        Assert.DoesNotContain("12345678", await house.Bot.The<StaffSecrets>().Alert(account.Member.Id, CancellationToken.None) ?? "", StringComparison.Ordinal);
        using var shown = await browser.Post("/staff/account/alerts?handler=Show", page);
        Assert.Equal("+31612345678", StaffWorld.Inside(await shown.Content.ReadAsStringAsync(), "number"));
        using var wim = await StaffBrowser.As(house.Bot, "Wim");
        Assert.Contains("<td>eigen nummer helemaal bekeken</td>", await wim.Read("/staff/audit"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/staff/audit?day=2026-99-99&days=-5&by=x&act=%27%3B--&skip=-1")]
    [InlineData("/staff/audit?day=1900-01-01&days=9999&by=99999999999999999999&skip=99999999999")]
    public async Task Nonsense_asked_of_the_trail_is_answered_as_if_nothing_was_asked(string path)
    {
        using var noor = await StaffBrowser.As(house.Bot, "Noor");
        await noor.Read(path);
    }

    [Fact]
    public async Task A_coordinator_reads_what_belongs_to_their_sites_only()
    {
        var trail = house.Bot.The<AuditTrail>();
        var now = house.Bot.The<IClock>().GetCurrentInstant();
        await trail.Write(new AuditEntry(null, "test.deventer", null, new("deventer"), "of Deventer", now), CancellationToken.None);
        await trail.Write(new AuditEntry(null, "test.utrecht", null, new("utrecht"), "of Utrecht", now), CancellationToken.None);
        using var noor = await StaffBrowser.As(house.Bot, "Noor");

        var page = await noor.Read("/staff/audit");

        Assert.Contains("of Deventer", page, StringComparison.Ordinal);
        Assert.DoesNotContain("of Utrecht", page, StringComparison.Ordinal);
    }
}
