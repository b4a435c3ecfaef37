using Microsoft.Playwright;

namespace MdtChatBot.Browser.Tests;

/// <summary>One Chromium and one running bot for all browser tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        // A microphone that beeps, and leave to hear it.
        "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream",
    ];

    IPlaywright? _playwright;
    IBrowser? _browser;
    BotProcess? _bot;

    internal BotProcess Bot => _bot ?? throw new InvalidOperationException("not started");

    public async Task InitializeAsync()
    {
        _bot = await BotProcess.Start();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM_PATH") ?? "/usr/bin/chromium",
            Args = Flags,
        });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_bot is not null) await _bot.DisposeAsync();
    }

    /// <summary>A phone of its own: nothing is shared with other tests but the bot.</summary>
    internal Task<Phone> NewPhone(string language = "nl-NL", BotProcess? bot = null) =>
        Phone.Open(_browser!, (bot ?? Bot).Address, language);

    /// <summary>A screen of a member of staff: of a phone or a desk, with scripts or without.</summary>
    internal Task<StaffScreen> NewStaffScreen(ScreenSize size = ScreenSize.Phone, bool scripts = true, BotProcess? bot = null) =>
        StaffScreen.Open(_browser!, (bot ?? Bot).Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal), size, scripts);
}

[CollectionDefinition(Name)]
public sealed class BrowserTests : ICollectionFixture<Chromium>
{
    public const string Name = "browser";
}
