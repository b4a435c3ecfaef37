using Microsoft.Playwright;

namespace MdtChatBot.Browser.Tests;

/// <summary>Walks a page with Tab and Enter, as who has no mouse does.</summary>
static class Keyboard
{
    const int MostTabs = 60;

    /// <summary>Goes on to the choice whose id starts so, and presses Enter.</summary>
    public static async Task Choose(IPage page, string choice)
    {
        await page.Locator($"#choices [data-choice^='{choice}']").First.WaitForAsync();
        await TabTo(page, $"#choices [data-choice^='{choice}']");
        await page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Presses Tab until the focus is there.</summary>
    public static async Task TabTo(IPage page, string selector)
    {
        for (var tabs = 0; tabs < MostTabs; tabs++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector)) return;
        }

        throw new InvalidOperationException($"Tab never reaches {selector}");
    }
}
