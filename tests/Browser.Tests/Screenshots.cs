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
}
