using Microsoft.Playwright;

namespace MdtChatBot.Browser.Tests;

/// <summary>A browser of a member of staff, and what they do with it.</summary>
sealed class StaffScreen : Screen
{
    StaffScreen(IBrowserContext context, IPage page, string address) : base(context, page, address) { }

    public static async Task<StaffScreen> Open(IBrowser browser, string address, ScreenSize size, bool scripts)
    {
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = size is ScreenSize.Phone ? new() { Width = 390, Height = 800 } : new() { Width = 1280, Height = 800 },
            Locale = "nl-NL",
            JavaScriptEnabled = scripts,
            ReducedMotion = ReducedMotion.Reduce,
        });
        return new StaffScreen(context, await context.NewPageAsync(), address);
    }

    /// <summary>As one of the demo accounts, with one tap.</summary>
    public async Task SignInAs(string name)
    {
        await Visit("/staff/sign-in");
        await Page.GetByRole(AriaRole.Button, new() { Name = name }).ClickAsync();
        await Page.WaitForURLAsync(Address + "/staff");
    }

    public Task Press(string button) => Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Whether the page must be pushed sideways to be read.</summary>
    public Task<bool> IsTooWide() => Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");

    public Task Keep(string name) => Page.ScreenshotAsync(new() { Path = Repository.Artifact($"staff-{name}.png"), FullPage = true });
}

/// <summary>How large a screen is.</summary>
enum ScreenSize
{
    Phone,
    Desk,
}
