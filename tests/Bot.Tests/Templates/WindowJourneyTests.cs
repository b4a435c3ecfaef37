using MdtChatBot.Bot.Sending;
using MdtChatBot.Bot.Staff.Referring;
using MdtChatBot.Bot.Templates;
using MdtChatBot.Bot.Tests.Shell;
using MdtChatBot.Bot.Tests.Turns;
using MdtChatBot.Bot.Time;
using MdtChatBot.Bot.Turns;
using MdtChatBot.Storage;
using MdtChatBot.Support;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Referrals;
using MdtChatBot.Workflow.Staffing;
using MdtChatBot.Workflow.Templates;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace MdtChatBot.Bot.Tests.Templates;

/// <summary>The whole program against a Twilio on this machine: what goes over the wire when the 24 hours are over.</summary>
public sealed class WindowJourneyTests : IAsyncLifetime
{
    const string Youth = "whatsapp:+31612345678";

    // Thursday, ten o'clock in the Netherlands.
    readonly FakeClock _clock = new(Instant.FromUtc(2026, 11, 26, 9, 0));
    StubTwilio _twilio = null!;
    BotUnderTest _bot = null!;

    public async Task InitializeAsync()
    {
        _twilio = await StubTwilio.Start(clock: _clock);
        _bot = await BotUnderTest.Start(
            "Development",
            services => services.AddSingleton(new BotClock(_clock)).AddSingleton<IClock>(s => s.GetRequiredService<BotClock>()),
            ("Twilio:AccountSid", _twilio.AccountSid),
            ("Twilio:AuthToken", _twilio.AuthToken),
            ("Twilio:From", "whatsapp:+31600000000"),
            ("Twilio:PublicBaseUrl", "https://mdt.example.org"),
            ("Twilio:ContentBaseUrl", _twilio.BaseUrl),
            ("Twilio:ApiBaseUrl", _twilio.BaseUrl));
        await Approve();
    }

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _twilio.DisposeAsync();
    }

    [Fact]
    public async Task A_coachs_answer_is_announced_and_the_tap_brings_it_once_and_in_order()
    {
        await Writes("Hoi! MDT-HAR24TI");
        await _twilio.Next(Youth);
        _clock.AdvanceHours(30);
        await Coach("Ja, dat kan.");
        var announced = await _twilio.Next(Youth);
        Assert.Equal((SidOf("window.coach", "ti"), """{"1":"Fatima"}""", ""), (announced.ContentSid, announced.ContentVariables, announced.Body));
        Assert.Contains("/webhooks/twilio/status?o=", announced.StatusCallback, StringComparison.Ordinal);
        await Coach("Neem je zus mee.");
        await Settled();

        await Writes("ኣንብቡ 💬", "window:open");
        Assert.Equal("Ja, dat kan.", (await _twilio.Next(Youth)).Body);
        Assert.Equal("Neem je zus mee.", (await _twilio.Next(Youth)).Body);
        await Settled();
        Assert.Equal(4, _twilio.To(Youth).Count);

        var lines = (await _bot.The<YouthFiles>().Open(await YouthId(), long.MaxValue, _clock.GetCurrentInstant(), CancellationToken.None))!.Lines.Where(l => l.Speaker is Speaker.Coach);
        Assert.Equal([(Delivery.Sent, SentAs.StandIn), (Delivery.Sent, SentAs.Free)], lines.Select(l => (l.Delivery, l.As!.Value)));
    }

    [Fact]
    public async Task Who_is_referred_with_a_number_gets_the_first_word_in_their_language()
    {
        var ans = (await _bot.The<StaffStore>().All(CancellationToken.None)).First(s => s.Role is StaffRole.BalieWorker);
        var id = await _bot.The<ReferralStore>().Refer(
            new NewReferral { Code = "NUM7", Owner = ans, Site = new SiteId("deventer"), FirstName = "Sam", Language = new Language("ar"), Phone = "+31612345678" }, _clock.GetCurrentInstant(), CancellationToken.None);
        await _bot.The<ReferralMessages>().Tell(CancellationToken.None);
        await _bot.The<ReferralMessages>().Tell(CancellationToken.None);

        var hello = await _twilio.Next(Youth);
        Assert.Equal(SidOf("referral.hello", "ar"), hello.ContentSid);
        Assert.Contains("\"2\":", hello.ContentVariables, StringComparison.Ordinal);
        await Settled();
        Assert.Single(_twilio.To(Youth));
        var line = (await _bot.The<ReferralStore>().Find(id, _clock.GetCurrentInstant(), CancellationToken.None))!;
        Assert.Equal((ReferralStatus.Sent, false), (line.Status, line.WaitsForTemplate));

        await Writes("احكِ لي أكثر", "referral:more");
        await _twilio.Next(Youth);
        Assert.Equal(ReferralStatus.Seen, (await _bot.The<ReferralStore>().Find(id, _clock.GetCurrentInstant(), CancellationToken.None))!.Status);
        await Writes("لا، شكرا", "referral:no");
        await Settled();
    }

    [Fact]
    public async Task A_number_waits_for_the_morning()
    {
        var ans = (await _bot.The<StaffStore>().All(CancellationToken.None)).First(s => s.Role is StaffRole.BalieWorker);
        await _bot.The<ReferralStore>().Refer(
            new NewReferral { Code = "NUM8", Owner = ans, Site = new SiteId("deventer"), FirstName = "Sam", Language = new Language("nl"), Phone = "+31612345678" }, _clock.GetCurrentInstant(), CancellationToken.None);
        _clock.AdvanceHours(14);
        await _bot.The<ReferralMessages>().Tell(CancellationToken.None);
        Assert.Empty(await _bot.The<WorkLists>().FindYouth("twilio", Youth, CancellationToken.None) is { } youth ? [youth] : Array.Empty<YouthId>());
        _clock.AdvanceHours(10);
        await _bot.The<ReferralMessages>().Tell(CancellationToken.None);
        Assert.Equal(SidOf("referral.hello", "nl"), (await _twilio.Next(Youth)).ContentSid);
    }

    /// <summary>All are approved, each under a sid made of its hash.</summary>
    async Task Approve()
    {
        var store = _bot.The<TemplateStore>();
        await store.Save(
            [
                .. _bot.The<TemplateBook>().Texts.Select(t => new TemplateState
                {
                    Key = t.Key,
                    Language = t.Language,
                    Hash = t.Hash,
                    Name = t.Name,
                    Sid = "HX" + t.Hash.PadLeft(32, '0'),
                    Status = TemplateStatus.Approved,
                    Category = t.Category,
                    Variables = t.Variables,
                    Buttons = [.. t.Buttons.Select(b => b.Title)],
                    At = _clock.GetCurrentInstant(),
                }),
            ],
            CancellationToken.None);
        _bot.The<TemplateShelf>().Approved = await store.Approved(CancellationToken.None);
    }

    string SidOf(string key, string language) => "HX" + _bot.The<TemplateBook>().Find(key, new Language(language))!.Hash.PadLeft(32, '0');

    Task Writes(string words, string? tapped = null) => _bot.The<InboxWriter>().Accept(
        new Arrived { Channel = "twilio", Address = Youth, ProviderId = Guid.NewGuid().ToString("N"), Inbound = new Inbound.Message(words, tapped), At = _clock.GetCurrentInstant() },
        CancellationToken.None);

    async Task Coach(string words) => await _bot.The<InboxWriter>().Accept(
        new Addressed(await YouthId(), Guid.NewGuid().ToString("N"), new Inbound.CoachWrote("Fatima", words), _clock.GetCurrentInstant()), CancellationToken.None);

    async Task<YouthId> YouthId() => (await _bot.The<WorkLists>().FindYouth("twilio", Youth, CancellationToken.None))!.Value;

    /// <summary>Everything taken in is decided, and what became of each message is written.</summary>
    Task Settled() => Eventually.True(
        async () => await _bot.The<WorkLists>().FindYouth("twilio", Youth, CancellationToken.None) is not { } youth
            || (!await _bot.The<YouthFiles>().Waits(youth, CancellationToken.None) && _bot.The<Sender>().IsSettled),
        "all is decided and sent");
}
