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

public sealed class EventPagesTests
{
    static readonly CancellationToken Stop = CancellationToken.None;
    static readonly SiteId Deventer = new("deventer");

    [Fact]
    public async Task A_closing_celebration_is_planned_and_changed_and_information_every_week()
    {
        await using var bot = await BotUnderTest.Start();
        using var browser = await StaffBrowser.As(bot, "Ans");
        using var refused = await browser.Submit("/staff/programme/new-event?site=deventer", [.. Fields("Feest in het azc"), ("Draft.Kind", "Closing"), ("Draft.Title[nl]", "Slotfeest van de BSO"), ("Draft.Guests", "20")]);
        var page = await refused.Content.ReadAsStringAsync();
        Assert.Contains("‘BSO’ is een afkorting", page, StringComparison.Ordinal);
        Assert.Contains("Vul een getal in van 0 tot en met 8.", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Slotfeest van de BSO\"", page, StringComparison.Ordinal);

        using var planned = await browser.Submit("/staff/programme/new-event?site=deventer", [.. Fields("Feestzaal"), ("Draft.Kind", "Closing"), ("Draft.Title[nl]", "Slotfeest koken"), ("Draft.Guests", "4"), ("Draft.TravelHelp", "true")]);
        Assert.Equal("/staff/programme/events", planned.Headers.Location?.OriginalString);
        Assert.Contains("Slotfeest koken", await browser.Read("/staff/programme/events"), StringComparison.Ordinal);
        Assert.DoesNotContain("Slotfeest koken", await browser.Read("/staff/programme?from=2027-02-01"), StringComparison.Ordinal);
        var party = Assert.Single(await Planned(bot, "Feestzaal"));
        Assert.Equal((EventKind.Closing, 4, true, false), (party.Session.Event!.Kind, party.Session.Event.GuestsAllowed, party.Session.Event.TravelHelp, party.Session.Event.MinorsWelcome));

        var path = $"/staff/programme/events/{party.Session.Id.Value}";
        Assert.Contains("4 gasten per jongere", await browser.Read(path), StringComparison.Ordinal);
        using var changed = await browser.Submit(path + "/change", [.. Fields("Sporthal"), ("Draft.Kind", "Closing"), ("Draft.Guests", "5"), ("Revision", $"{party.Revision}")]);
        Assert.Equal(path, changed.Headers.Location?.OriginalString);
        Assert.Contains("5 gasten per jongere", await browser.Read(path), StringComparison.Ordinal);

        using var weekly = await browser.Submit("/staff/programme/new-event?site=deventer", [.. Fields("Balie"), ("Draft.Kind", "Information"), ("Draft.Repeats", "true"), ("Draft.Days", "Monday"), ("Draft.Until", "2027-02-15")]);
        Assert.Equal(HttpStatusCode.Redirect, weekly.StatusCode);
        Assert.Equal(3, (await Planned(bot, "Balie")).Count);
    }

    [Fact]
    public async Task Answers_are_counted_and_who_comes_is_on_the_list_with_their_guests()
    {
        await using var bot = await BotUnderTest.Start();
        var kickOff = await KickOff(bot);
        var amina = await SignedUp(bot, kickOff, "amina", "Amina", guests: 2);
        await Talks(bot, "sami");
        await Write(bot, "sami", "nee", $"rsvp:no:{kickOff.Id.Value}");
        await Talks(bot, "noor");
        await Write(bot, "noor", "later", $"rsvp:later:{kickOff.Id.Value}");

        using var browser = await StaffBrowser.As(bot, "Sanne");
        var page = await browser.Read($"/staff/programme/events/{kickOff.Id.Value}");
        Assert.Equal((1, 2, 1, 1, kickOff.Capacity - 3), (Count(page, "komt"), Count(page, "gasten"), Count(page, "nee"), Count(page, "niet nu"), Count(page, "plekken over")));
        Assert.Contains("<bdi>Amina</bdi>", page, StringComparison.Ordinal);
        Assert.Contains("en 2 gasten", page, StringComparison.Ordinal);
        Assert.DoesNotContain("handler=Tick", page, StringComparison.Ordinal);
        Assert.Equal(2, (await bot.The<SessionStore>().Present(kickOff.Id, Stop)).Single(y => y.Youth == amina).Guests);
    }

    [Fact]
    public async Task Check_in_ticks_names_who_has_no_phone_and_the_code_on_the_wall_checks_in_by_itself()
    {
        await using var bot = await BotUnderTest.Start();
        var kickOff = await KickOff(bot);
        var amina = await SignedUp(bot, kickOff, "amina", "Amina", guests: 0);
        using var browser = await StaffBrowser.As(bot, "Ans");
        var door = await browser.Read($"/staff/sessions/{kickOff.Id.Value}/door");
        var code = Regex.Match(door, "MDT-([A-Z0-9]+)</p>").Groups[1].Value;
        Assert.Contains($"MDT-{code}", await browser.Read("/staff/codes"), StringComparison.Ordinal);
        GoTo(bot, kickOff);
        var path = $"/staff/programme/events/{kickOff.Id.Value}/check-in";

        var page = await browser.Read(path);
        Assert.Contains("0 binnen, 1 nog niet afgevinkt", page, StringComparison.Ordinal);
        await browser.Post(path + "?handler=Tick", page, ("youth", $"{amina.Value}"), ("attended", "true"));
        await Write(bot, "new", $"Hoi! MDT-{code}");
        await Write(bot, "new", "ar", "lang:ar");
        await Write(bot, "new", "ja", "consent:yes");
        using var number = await browser.Post(path + "?handler=Named", page, ("firstName", "0612345678"));
        Assert.Contains("value=\"0612345678\"", await number.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await browser.Post(path + "?handler=Named", page, ("firstName", "Selam"));
        await browser.Post(path + "?handler=Count", page, ("by", "1"));

        page = await browser.Read(path);
        Assert.Contains("4 binnen, 0 nog niet afgevinkt", page, StringComparison.Ordinal);
        Assert.Contains("<bdi>Selam</bdi>", page, StringComparison.Ordinal);
        Assert.Equal(2, (await bot.The<SessionStore>().Present(kickOff.Id, Stop)).Count(y => y.Status is BookingStatus.Attended));

        var walkIn = Regex.Match(page, "name=\"walkIn\" value=\"(\\d+)\"").Groups[1].Value;
        await browser.Post(path + "?handler=Unnamed", page, ("walkIn", walkIn));
        Assert.Contains("3 binnen, 0 nog niet afgevinkt", await browser.Read(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_scan_the_code_at_once_and_nobody_is_promised_a_place_that_is_not_there()
    {
        await using var bot = await BotUnderTest.Start();
        var kickOff = await KickOff(bot);
        using var browser = await StaffBrowser.As(bot, "Ans");
        var code = Regex.Match(await browser.Read($"/staff/sessions/{kickOff.Id.Value}/door"), "MDT-([A-Z0-9]+)</p>").Groups[1].Value;
        GoTo(bot, kickOff);
        var inbox = bot.The<InboxWriter>();
        await Task.WhenAll(Enumerable.Range(0, 100).Select(async i =>
        {
            foreach (var (words, tap) in new[] { ($"Hoi! MDT-{code}", null), ("nl", "lang:nl"), ("ja", "consent:yes") })
                await inbox.Accept(new Arrived { Channel = "web", Address = $"web:{i}", ProviderId = $"{i}:{words}", Inbound = new Inbound.Message(words, tap), At = Now(bot) }, Stop);
        }));

        var answers = new List<string>();
        for (var i = 0; i < 100; i++)
        {
            var youth = (await bot.The<WorkLists>().FindYouth("web", $"web:{i}", Stop))!.Value;
            var last = await Until(async () => (await Lines(bot, youth)).LastOrDefault(l => l.Saying?.Parts.Any(p => p.Text.Key is "events.welcome" or "events.full") ?? false));
            answers.Add(last.Saying!.Parts.First(p => p.Text.Key is "events.welcome" or "events.full").Text.Key);
        }

        Assert.Equal((80, 20), (answers.Count(a => a is "events.welcome"), answers.Count(a => a is "events.full")));
        Assert.Equal(80, (await bot.The<SessionStore>().Present(kickOff.Id, Stop)).Count(y => y.Status is BookingStatus.Attended));
    }

    [Fact]
    public async Task Cancelling_tells_those_who_come()
    {
        await using var bot = await BotUnderTest.Start();
        var kickOff = await KickOff(bot);
        var amina = await SignedUp(bot, kickOff, "amina", "Amina", guests: 0);
        using var browser = await StaffBrowser.As(bot, "Ans");
        var path = $"/staff/programme/events/{kickOff.Id.Value}/cancel";
        var page = await browser.Read(path);
        Assert.Contains("1 jongere krijgt bericht.", page, StringComparison.Ordinal);
        using var cancelled = await browser.Post(path, page);
        Assert.Equal($"/staff/programme/events/{kickOff.Id.Value}", cancelled.Headers.Location?.OriginalString);
        await Until(async () => (await Lines(bot, amina)).LastOrDefault(l => l.Saying?.Parts.Any(p => p.Text.Key == "events.cancelledByUs") ?? false));
    }

    [Fact]
    public async Task The_calendar_of_a_site_has_its_events_and_nobody_of_them()
    {
        await using var bot = await BotUnderTest.Start();
        var kickOff = await KickOff(bot);
        await SignedUp(bot, kickOff, "amina", "Amina", guests: 0);
        using var browser = new StaffBrowser(bot);
        using var answer = await browser.Get("/calendar/deventer/events.ics");
        var file = await answer.Content.ReadAsStringAsync();
        Assert.Equal("text/calendar", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(4, Regex.Count(file, "BEGIN:VEVENT"));
        Assert.Contains($"UID:session-{kickOff.Id.Value}@", file, StringComparison.Ordinal);
        Assert.DoesNotContain("Amina", file, StringComparison.Ordinal);
        using var none = await browser.Get("/calendar/nowhere/events.ics");
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        using var one = await browser.Get($"/calendar/{kickOff.Id.Value}.ics");
        Assert.Contains("SUMMARY:MDT-kick-off", await one.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    static (string, string)[] Fields(string place) =>
    [
        ("Draft.Date", "2027-02-01"), ("Draft.From", "16:00"), ("Draft.To", "18:00"), ("Draft.Seats", "60"), ("Draft.Place", place),
        ("Draft.Address", "Dorpsstraat 1"), ("Draft.Position", "52.26, 6.17"), ("Draft.ContactName", "Ria"), ("Draft.ContactPhone", ""),
    ];

    static int Count(string page, string words) => int.Parse(Regex.Match(page, $"<dt>{words}</dt><dd>(\\d+)</dd>").Groups[1].Value);

    static async Task<IReadOnlyList<PlannedSession>> Planned(BotUnderTest bot, string place) =>
        [.. (await bot.The<SessionStore>().Events([Deventer], Now(bot), Now(bot) + Duration.FromDays(365), Stop)).Where(s => s.Session.Place == place)];

    static async Task<TrialSession> KickOff(BotUnderTest bot) =>
        (await bot.The<ProgrammeStore>().Current(Now(bot), Stop)).Sessions.First(s => s.Site == Deventer && s.Event is { Kind: EventKind.KickOff });

    static async Task<YouthId> SignedUp(BotUnderTest bot, TrialSession kickOff, string address, string name, int guests)
    {
        var youth = await Talks(bot, address);
        await Write(bot, address, "ja", $"rsvp:yes:{kickOff.Id.Value}");
        await Write(bot, address, "zo veel", $"guests:{kickOff.Id.Value}:{guests}");
        await Write(bot, address, name);
        return youth;
    }

    static async Task<YouthId> Talks(BotUnderTest bot, string address)
    {
        await Write(bot, address, "Hoi! MDT-DEV24");
        await Write(bot, address, "nl", "lang:nl");
        await Write(bot, address, "ja", "consent:yes");
        return (await bot.The<WorkLists>().FindYouth("web", "web:" + address, Stop))!.Value;
    }

    static async Task Write(BotUnderTest bot, string address, string words, string? tap = null)
    {
        await bot.The<InboxWriter>().Accept(
            new Arrived { Channel = "web", Address = "web:" + address, ProviderId = Guid.NewGuid().ToString("N"), Inbound = new Inbound.Message(words, tap), At = Now(bot) }, Stop);
        var youth = (await bot.The<WorkLists>().FindYouth("web", "web:" + address, Stop))!.Value;
        await Until(async () => (await Lines(bot, youth)) is [.., { FromYouth: false } last] && (await Lines(bot, youth)).Any(l => l.FromYouth && l.Words == words) ? last : null);
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

    static void GoTo(BotUnderTest bot, TrialSession session) => bot.The<BotClock>().RunAhead(bot.The<BotClock>().Offset + (session.Starts + Duration.FromMinutes(10) - Now(bot)));
}
