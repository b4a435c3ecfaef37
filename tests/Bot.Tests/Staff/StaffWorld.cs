using System.Text.RegularExpressions;
using MdtChatBot.Bot.Demo;
using MdtChatBot.Bot.Staff;
using MdtChatBot.Bot.Tests.Shell;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Staffing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace MdtChatBot.Bot.Tests.Staff;

/// <summary>The program as it runs for real, outside Development, with the sites of the demo programme and a clock that can be moved.</summary>
public sealed class StaffWorld : IAsyncDisposable
{
    public const string Password = "drie fietsen in de regen";

    readonly MovedTime _time;

    StaffWorld(BotUnderTest bot, MovedTime time) => (Bot, _time) = (bot, time);

    public BotUnderTest Bot { get; }

    public StaffStore Staff => Bot.The<StaffStore>();

    public static async Task<StaffWorld> Start(Action<IServiceCollection>? replace = null, params (string Name, string Value)[] settings)
    {
        var time = new MovedTime();
        var bot = await BotUnderTest.Start(
            "Production",
            services =>
            {
                services.AddSingleton<TimeProvider>(time);
                replace?.Invoke(services);
            },
            settings);
        var (offer, codes) = DemoOffer.On(DemoFile.Parse(bot.The<ContentFiles>().DemoProgramme()), bot.The<IClock>().GetCurrentInstant());
        await bot.The<ProgrammeStore>().Save(offer, codes, CancellationToken.None);
        return new StaffWorld(bot, time);
    }

    public void Wait(TimeSpan time) => _time.Offset += time;

    /// <summary>An account with the password above, and a second factor unless asked otherwise.</summary>
    public async Task<StaffId> Account(string name, StaffRole role, string? site, bool secondFactor = true)
    {
        var person = new NewStaff
        {
            Name = name,
            Email = Email(name),
            Role = role,
            Places = site is null ? [] : [new WorkPlace(new SiteId(site), true)],
            At = Bot.The<IClock>().GetCurrentInstant(),
            PasswordHash = Bot.The<Passwords>().Hash(Password),
            SecurityStamp = Passwords.NewStamp(),
        };
        var id = (await Staff.Add(person, CancellationToken.None))!.Value;
        if (!secondFactor) return id;
        var entry = new AuditEntry(id, "account.factorMade", null, null, "", person.At);
        await Bot.The<StaffSecrets>().SetTotp(id, Bot.The<Sealing>().Seal(Secret(name)), 0, person.SecurityStamp, [], entry, CancellationToken.None);
        return id;
    }

    /// <summary>A browser in which this account is signed in, with password and code.</summary>
    public async Task<StaffBrowser> SignIn(string name)
    {
        var browser = new StaffBrowser(Bot);
        using var half = await browser.Submit("/staff/sign-in", ("Email", Email(name)), ("Password", Password));
        Assert.StartsWith("/staff/sign-in/code", half.Headers.Location!.OriginalString, StringComparison.Ordinal);
        using var whole = await browser.Submit("/staff/sign-in/code", ("Code", Code(name)));
        Assert.Equal("/staff", whole.Headers.Location?.OriginalString);
        return browser;
    }

    /// <summary>A code that was not used yet: the clock goes on half a minute.</summary>
    public string Code(string name)
    {
        Wait(TimeSpan.FromSeconds(30));
        return Code(Secret(name), 0);
    }

    public string Code(string secret, int stepsAhead) => Totp.Code(secret, Totp.Step(_time.GetUtcNow()) + stepsAhead);

    public static string Email(string name) => $"{name.ToLowerInvariant()}@mdt.test";

    /// <summary>What stands in an element of a page.</summary>
    public static string Inside(string page, string id) => System.Net.WebUtility.HtmlDecode(Regex.Match(page, $"""id="{id}"[^>]*>([^<]+)<""").Groups[1].Value.Trim());

    public ValueTask DisposeAsync() => Bot.DisposeAsync();

    // One for each name, so that a test need not carry it along.
    static string Secret(string name) => string.Concat(Enumerable.Repeat(name.ToUpperInvariant(), 32)).Replace('1', 'A')[..32];

    sealed class MovedTime : TimeProvider
    {
        public TimeSpan Offset { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Offset;
    }
}
