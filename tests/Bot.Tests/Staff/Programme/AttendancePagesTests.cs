using System.Net;
using System.Text.RegularExpressions;
using MdtChatBot.Bot.Tests.Shell;
using MdtChatBot.Bot.Time;
using MdtChatBot.Bot.Turns;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Programme;
using NodaTime;

namespace MdtChatBot.Bot.Tests.Staff.Programme;

public sealed class AttendancePagesTests
{
    static readonly CancellationToken Stop = CancellationToken.None;

    [Fact]
    public async Task One_tap_ticks_and_another_takes_it_back_and_the_youth_is_asked_nothing_yet()
    {
        await using var bot = await BotUnderTest.Start();
        var session = await Coming(bot);
        var youth = await Booked(bot, session.Id, "Amina");
        GoTo(bot, session);
        using var browser = await StaffBrowser.As(bot, "Sanne");
        var path = $"/staff/sessions/{session.Id.Value}/attendance";

        var page = await browser.Read(path);
        Assert.Contains("0 binnen, 1 nog niet afgevinkt", page, StringComparison.Ordinal);
        await browser.Post(path + "?handler=Tick", page, ("youth", $"{youth.Value}"), ("attended", "true"));
        page = await browser.Read(path);
        Assert.Contains("1 binnen, 0 nog niet afgevinkt", page, StringComparison.Ordinal);

        await browser.Post(path + "?handler=Undo", page, ("youth", $"{youth.Value}"));
        Assert.Contains("0 binnen, 1 nog niet afgevinkt", await browser.Read(path), StringComparison.Ordinal);
        Assert.DoesNotContain(await Lines(bot, youth), l => l.Saying?.Parts.Any(p => p.Text.Key.StartsWith("feedback", StringComparison.Ordinal)) ?? false);
        var acts = (await bot.The<AuditTrail>().Read(new AuditQuestion { From = Instant.FromUtc(2020, 1, 1, 0, 0), To = Instant.FromUtc(2100, 1, 1, 0, 0) }, 50, 0, Stop)).Select(l => l.Act);
        Assert.Contains("attendance.came", acts);
        Assert.Contains("attendance.undone", acts);
    }

    [Fact]
    public async Task A_walk_in_is_found_by_name_at_this_site_only_and_who_has_no_phone_is_counted()
    {
        await using var bot = await BotUnderTest.Start();
        var session = await Coming(bot);
        var other = (await bot.The<ProgrammeStore>().Current(Now(bot), Stop)).Trials.Last(s => s.Capacity > 3).Id;
        var youth = await Booked(bot, other, "Amina", "walker");
        var elsewhere = await Booked(bot, other, "Amir", "other", "UTR24");
        GoTo(bot, session);
        using var browser = await StaffBrowser.As(bot, "Sanne");
        var path = $"/staff/sessions/{session.Id.Value}/attendance";

        var page = await browser.Read(path + "?name=am");
        Assert.Contains("<bdi>Amina</bdi>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Amir", page, StringComparison.Ordinal);
        using var foreign = await browser.Post(path + "?handler=WalkIn", page, ("youth", $"{elsewhere.Value}"), ("name", "am"));
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        await browser.Post(path + "?handler=WalkIn", page, ("youth", $"{youth.Value}"), ("name", "am"));
        await browser.Post(path + "?handler=Count", page, ("by", "1"));

        Assert.Contains("2 binnen, 0 nog niet afgevinkt", await browser.Read(path), StringComparison.Ordinal);
        Assert.Equal(BookingStatus.Attended, Assert.Single(await bot.The<SessionStore>().Present(session.Id, Stop)).Status);
    }

    [Fact]
    public async Task The_code_at_the_door_notes_who_sends_it()
    {
        await using var bot = await BotUnderTest.Start();
        var session = await Coming(bot);
        var youth = await Booked(bot, session.Id, "Amina");
        GoTo(bot, session);
        using var browser = await StaffBrowser.As(bot, "Sanne");

        var code = Regex.Match(await browser.Read($"/staff/sessions/{session.Id.Value}/door"), "MDT-([A-Z0-9]+)</p>").Groups[1].Value;
        await Write(bot, "booked", $"Hoi! MDT-{code}");

        Assert.Equal(BookingStatus.Attended, (await bot.The<SessionStore>().Present(session.Id, Stop)).Single(y => y.Youth == youth).Status);
    }

    [Fact]
    public async Task Before_the_door_opens_nothing_is_ticked()
    {
        await using var bot = await BotUnderTest.Start();
        var later = (await Coming(bot)).Id;
        var youth = await Booked(bot, later, "Amina");
        using var browser = await StaffBrowser.As(bot, "Sanne");
        var path = $"/staff/sessions/{later.Value}/attendance";
        var page = await browser.Read(path);
        Assert.DoesNotContain("handler=Tick", page, StringComparison.Ordinal);
        await browser.Post(path + "?handler=Tick", page, ("youth", $"{youth.Value}"), ("attended", "true"));
        Assert.Contains("Afvinken kan nog niet.", await browser.Read(path), StringComparison.Ordinal);
        Assert.Equal(BookingStatus.Booked, Assert.Single(await bot.The<SessionStore>().Present(later, Stop)).Status);
    }

    [Fact]
    public async Task Cancelling_shows_who_will_be_told_and_tells_them_with_other_days()
    {
        await using var bot = await BotUnderTest.Start();
        var session = (await Coming(bot)).Id;
        var youth = await Booked(bot, session, "Amina");
        using var browser = await StaffBrowser.As(bot, "Ans");
        var path = $"/staff/programme/sessions/{session.Value}/cancel";

        var page = await browser.Read(path);
        Assert.Contains("1 jongere krijgt bericht.", page, StringComparison.Ordinal);
        Assert.Contains("<bdi>Amina</bdi>", page, StringComparison.Ordinal);
        await browser.Post(path, page);

        var told = await Until(async () => (await Lines(bot, youth)).LastOrDefault(l => l.Saying?.Parts.Any(p => p.Text.Key == "trial.cancelledByUs") ?? false));
        Assert.True(told.Saying!.Choices.Count >= 3, "other days to choose from");
    }

    [Fact]
    public async Task Another_time_shows_who_will_be_told_before_anybody_is()
    {
        await using var bot = await BotUnderTest.Start();
        var session = await Coming(bot);
        var youth = await Booked(bot, session.Id, "Amina");
        using var browser = await StaffBrowser.As(bot, "Ans");
        var path = $"/staff/programme/sessions/{session.Id.Value}";
        var page = await browser.Read(path);
        var fields = Fields(page, ("Draft.Place", "Sporthal"));

        using var asked = await browser.Post(path, page, fields);
        var question = await asked.Content.ReadAsStringAsync();
        Assert.Contains("Wie krijgt hiervan bericht?", question, StringComparison.Ordinal);
        Assert.Contains("<bdi>Amina</bdi>", question, StringComparison.Ordinal);
        Assert.NotEqual("Sporthal", (await bot.The<SessionStore>().Find(session.Id, Stop))!.Session.Place);

        using var saved = await browser.Post(path, question, [.. fields, ("Confirmed", "true")]);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        await Until(async () => (await Lines(bot, youth)).LastOrDefault(l => l.Saying?.Parts.Any(p => p.Text.Key == "trial.changedByUs") ?? false));
    }

    // Every input, choice and text of the form as a browser would send it, with some of them typed otherwise.
    static (string, string)[] Fields(string page, params (string Name, string Value)[] typed)
    {
        var found = Regex.Matches(page, """<input[^>]*name="(?<name>(Draft\.|Revision)[^"]*)"[^>]*>""")
            .Select(m => (Name: m.Groups["name"].Value, Tag: m.Value))
            .Where(f => !f.Tag.Contains("checkbox", StringComparison.Ordinal) || f.Tag.Contains("checked", StringComparison.Ordinal))
            .Select(f => (f.Name, Value: WebUtility.HtmlDecode(Regex.Match(f.Tag, "value=\"([^\"]*)\"").Groups[1].Value)));
        var project = ("Draft.Project", Regex.Match(page, """<option value="([^"]+)" selected""").Groups[1].Value);
        return [.. found.Where(f => typed.All(t => t.Name != f.Name)), project, .. typed];
    }

    static async Task<TranscriptLine> Until(Func<Task<TranscriptLine?>> look)
    {
        for (var looks = 0; looks < 100; looks++)
        {
            if (await look() is { } found) return found;
            await Task.Delay(50);
        }

        throw new Xunit.Sdk.XunitException("It did not happen.");
    }

    static Instant Now(BotUnderTest bot) => bot.The<BotClock>().GetCurrentInstant();

    static async Task<IReadOnlyList<TranscriptLine>> Lines(BotUnderTest bot, YouthId youth) => await bot.The<WorkLists>().Transcript(youth, 0, 200, Stop);

    // A session of Deventer that a youth can still book.
    static async Task<TrialSession> Coming(BotUnderTest bot) =>
        (await bot.The<ProgrammeStore>().Current(Now(bot), Stop)).Trials.First(s => s.Site.Value == "deventer" && s.Starts > Now(bot) + Duration.FromHours(2) && s.Capacity > 1);

    // Ten minutes after the start.
    static void GoTo(BotUnderTest bot, TrialSession session) => bot.The<BotClock>().RunAhead(bot.The<BotClock>().Offset + (session.Starts + Duration.FromMinutes(10) - Now(bot)));

    // Chats until there is a seat.
    static async Task<YouthId> Booked(BotUnderTest bot, SessionId session, string name, string address = "booked", string code = "DEV24")
    {
        await Write(bot, address, $"Hoi! MDT-{code}");
        foreach (var tap in new[] { "lang:nl", "consent:yes", $"session:{session.Value}", "age:From18To29" }) await Write(bot, address, tap, tap);
        await Write(bot, address, name);
        return (await bot.The<WorkLists>().FindYouth("web", "web:" + address, Stop))!.Value;
    }

    static async Task Write(BotUnderTest bot, string address, string words, string? tap = null)
    {
        var key = Guid.NewGuid().ToString("N");
        await bot.The<InboxWriter>().Accept(
            new Arrived { Channel = "web", Address = "web:" + address, ProviderId = key, Inbound = new Inbound.Message(words, tap), At = Now(bot) }, Stop);
        var youth = (await bot.The<WorkLists>().FindYouth("web", "web:" + address, Stop))!.Value;
        await Until(async () => (await Lines(bot, youth)) is [.., { FromYouth: false } last] && (await Lines(bot, youth)).Any(l => l.FromYouth && l.Words == words) ? last : null);
    }
}
