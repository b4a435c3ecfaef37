namespace MdtChatBot.Browser.Tests;

/// <summary>Pictures of the chat: always in <c>artifacts</c>; the README's only on demand.</summary>
static class Screenshots
{
    /// <summary>Keeps what the phone shows, without the time machine.</summary>
    public static async Task Keep(Phone phone, string name)
    {
        await phone.Page.EvaluateAsync("document.querySelector('aside')?.setAttribute('hidden', '')");
        await phone.Page.ScreenshotAsync(new() { Path = Repository.Artifact($"{name}.png") });
    }

    /// <summary>Makes the README's picture anew when <c>UPDATE_SCREENSHOTS=1</c>.</summary>
    public static async Task KeepForReadme(Phone phone)
    {
        // Small, so that the file is.
        var (width, height) = (phone.Page.ViewportSize!.Width, phone.Page.ViewportSize.Height);
        await phone.Page.SetViewportSizeAsync(360, 620);
        await Keep(phone, "webchat");
        await phone.Page.SetViewportSizeAsync(width, height);
        if (Environment.GetEnvironmentVariable("UPDATE_SCREENSHOTS") != "1") return;
        var images = Directory.CreateDirectory(Path.Combine(Repository.Root, "docs/images"));
        File.Copy(Repository.Artifact("webchat.png"), Path.Combine(images.FullName, "webchat.png"), overwrite: true);
    }

    /// <summary>A small picture of a page of the console for <c>docs/images</c>; made anew there when <c>UPDATE_SCREENSHOTS=1</c>.</summary>
    public static async Task KeepForDocs(Microsoft.Playwright.IPage page, string name, int width, int height)
    {
        await page.SetViewportSizeAsync(width, height);
        await page.ScreenshotAsync(new() { Path = Repository.Artifact($"{name}.png") });
        if (Environment.GetEnvironmentVariable("UPDATE_SCREENSHOTS") != "1") return;
        var images = Directory.CreateDirectory(Path.Combine(Repository.Root, "docs/images"));
        File.Copy(Repository.Artifact($"{name}.png"), Path.Combine(images.FullName, $"{name}.png"), overwrite: true);
    }
}
