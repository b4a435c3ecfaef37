using static Microsoft.Playwright.Assertions;

namespace MdtChatBot.Browser.Tests;

/// <summary>A coordinator reads a text aloud, and youth hear it.</summary>
[Collection(BrowserTests.Name)]
public sealed class ClipTests(Chromium chromium)
{
    // Chromium on Linux makes no AAC: its MP4 holds Opus instead. All the rest is as on other machines.
    const string MakesMp4 = """
        const Recorder = MediaRecorder;
        window.MediaRecorder = class extends Recorder {
          constructor(stream, options) { super(stream, { ...options, mimeType: "audio/mp4" }); }
          static isTypeSupported(type) { return type.startsWith("audio/mp4"); }
        };
        """;

    [Fact]
    public async Task A_voice_is_recorded_listened_to_and_saved()
    {
        await using var bot = await BotProcess.Start();
        await using var noor = await chromium.NewStaffScreen(ScreenSize.Phone, bot: bot);
        await noor.Page.AddInitScriptAsync(MakesMp4);
        await noor.SignInAs("Noor");
        await noor.Visit("/staff/clips/one?key=mdt.free&language=nl");
        await noor.Press("Neem op");
        await Expect(noor.Page.GetByText("1 s", new() { Exact = true })).ToBeVisibleAsync();
        await noor.Press("Klaar met opnemen");
        await Expect(noor.Page.GetByText("Luister of het goed is.")).ToBeVisibleAsync();
        await Expect(noor.Page.Locator("audio")).ToBeVisibleAsync();
        Assert.True(await noor.Page.EvaluateAsync<bool>("new Promise(done => { const a = document.querySelector('audio'); a.onerror = () => done(false); a.oncanplay = () => done(true); if (a.readyState >= 3) done(true); })"), "it can be listened to");
        Assert.Empty(await Accessibility.Faults(noor.Page));
        Assert.False(await noor.IsTooWide(), "the page is wider than the screen");
        await noor.Keep("clip-recorded");

        await noor.Press("Opslaan");
        await Expect(noor.Page.GetByText("Gedaan. Jongeren merken het binnen tien seconden.")).ToBeVisibleAsync();
        await noor.Visit("/staff/clips?language=nl");
        await Expect(noor.Page.Locator("audio[src^='/clips/'], a[href^='/clips/']").First).ToBeVisibleAsync();
        Assert.Empty(noor.Complaints);
    }

    [Fact]
    public async Task Where_no_sound_for_whatsapp_can_be_made_a_file_is_chosen()
    {
        await using var noor = await chromium.NewStaffScreen(ScreenSize.Desk);
        await noor.SignInAs("Noor");
        await noor.Visit("/staff/clips/one?key=mdt.free&language=nl");
        await Expect(noor.Page.GetByLabel("Geluid")).ToBeVisibleAsync();
        await Expect(noor.Page.GetByText("Neem op", new() { Exact = true })).ToBeHiddenAsync();
    }
}
