using Microsoft.Playwright;

namespace MdtChatBot.Browser.Tests;

/// <summary>A browser of a member of staff, and what they do with it.</summary>
sealed class StaffScreen : IAsyncDisposable
{
    readonly IBrowserContext _context;
    readonly List<string> _complaints = [];
    readonly string _address;

    StaffScreen(IBrowserContext context, IPage page, string address)
    {
        (_context, Page, _address) = (context, page, address);
        page.Console += (_, message) => Complain(message.Type is "error" or "warning", $"console: {message.Text}");
        page.PageError += (_, error) => Complain(true, $"script: {error}");
        page.Request += (_, request) => Complain(!request.Url.StartsWith(address, StringComparison.Ordinal), $"request elsewhere: {request.Url}");
    }

    public IPage Page { get; }

    /// <summary>Errors in the console, broken rules of the content policy, requests to elsewhere.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    public static async Task<StaffScreen> Open(IBrowser browser, string address, ScreenSize size, bool scripts)
    {
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = size is ScreenSize.Phone ? new() { Width = 390, Height = 800 } : new() { Width = 1280, Height = 800 },
            Locale = "nl-NL",
            JavaScriptEnabled = scripts,
            ReducedMotion = ReducedMotion.Reduce,
        });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(15_000);
        return new StaffScreen(context, page, address);
    }

    public Task Visit(string path) => Page.GotoAsync(_address + path);

    /// <summary>As one of the demo accounts, with one tap.</summary>
    public async Task SignInAs(string name)
    {
        await Visit("/staff/sign-in");
        await Page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
        await Page.WaitForURLAsync(_address + "/staff");
    }

    public Task Press(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Whether the page must be pushed sideways to be read.</summary>
    public Task<bool> IsTooWide() => Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");

    public Task Keep(string name) => Page.ScreenshotAsync(new() { Path = Repository.Artifact($"staff-{name}.png"), FullPage = true });

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    void Complain(bool indeed, string about)
    {
        if (indeed) _complaints.Add(about);
    }
}

/// <summary>How large a screen is.</summary>
enum ScreenSize
{
    Phone,
    Desk,
}
