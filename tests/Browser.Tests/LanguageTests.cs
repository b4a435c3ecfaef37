using MdtChatBot.Workflow;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MdtChatBot.Browser.Tests;

/// <summary>The web chat and a poster in every language: pictures to look at, and that nothing in them is cut off or the wrong way round.</summary>
[Collection(BrowserTests.Name)]
public sealed class LanguageTests(Chromium chromium)
{
    static readonly string[] RightToLeft = ["ar", "fa", "prs", "ckb", "ps"];

    [Fact]
    public async Task The_chat_speaks_the_language_of_the_browser_up_to_the_offer_of_a_seat()
    {
        foreach (var language in Language.InOrder)
        {
            await using var phone = await chromium.NewPhone(LocaleOf(language));
            await phone.Visit("/?code=DEV24");
            await phone.TapId("start");
            if (!(await phone.ChoiceIds()).Contains("consent:yes")) await phone.TapId($"lang:{language}");
            await Expect(phone.LastBotLine).ToHaveAttributeAsync("lang", language.Code);
            await Expect(phone.LastBotLine).ToHaveAttributeAsync("dir", RightToLeft.Contains(language.Code) ? "rtl" : "ltr");
            await phone.TapId("consent:yes");
            await phone.TapId("go:trial");
            await phone.TapFirst("interest:");
            await Screenshots.Keep(phone, $"language-{language}");
            Assert.Contains("session:none", await phone.ChoiceIds());
            Assert.False(await phone.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"), $"{language}: too wide");
            Assert.Empty(phone.Complaints);
        }
    }

    [Fact]
    public async Task A_poster_has_room_for_each_language_and_for_all()
    {
        await using var ans = await chromium.NewStaffScreen(ScreenSize.Desk);
        await ans.SignInAs("Ans");
        await ans.Page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var languages in Language.InOrder.Select(l => new[] { l }).Append([.. Language.InOrder]))
        {
            await ans.Visit("/staff/codes/DEV24/poster?" + string.Join('&', languages.Select(l => $"l={l}")));
            await ans.Keep("poster-" + (languages.Length == 1 ? languages[0] : "all"));
            Assert.False(await ans.Page.EvaluateAsync<bool>("(() => { const p = document.querySelector('.poster'); return p.scrollHeight > p.clientHeight || p.scrollWidth > p.clientWidth; })()"), $"{string.Join(' ', languages)}: something is cut off");
            foreach (var language in languages)
                await Expect(ans.Page.Locator($"section[lang={language}]")).ToHaveCSSAsync("direction", RightToLeft.Contains(language.Code) ? "rtl" : "ltr");
        }
    }

    // As telephones call them.
    static string LocaleOf(Language language) => language.Code switch { "prs" => "fa-AF", "ckb" => "ckb-IQ", var code => code };
}
