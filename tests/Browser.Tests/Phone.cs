using Microsoft.Playwright;

namespace MdtChatBot.Browser.Tests;

/// <summary>A youth's phone with the web chat open, and what a youth does with it.</summary>
sealed class Phone : Screen
{
    Phone(IBrowserContext context, IPage page, string address) : base(context, page, address) { }

    public ILocator Lines => Page.Locator("#log .bubble");

    public ILocator BotLines => Page.Locator("#log .bubble.bot");

    public ILocator LastBotLine => BotLines.Last;

    public ILocator Choices => Page.Locator("#choices button");

    public ILocator TimeMachine => Page.Locator("aside.time-machine");

    public static async Task<Phone> Open(IBrowser browser, string address, string language)
    {
        var context = await browser.NewContextAsync(new()
        {
            ViewportSize = new() { Width = 412, Height = 846 },
            Locale = language,
            ReducedMotion = ReducedMotion.Reduce,
        });
        return new Phone(context, await context.NewPageAsync(), address);
    }

    /// <summary>One more page in the same browser, as when a link is opened twice.</summary>
    public async Task<Phone> SecondPage()
    {
        var second = new Phone(Context, await Context.NewPageAsync(), Address);
        await second.Visit();
        return second;
    }

    /// <summary>Writes and waits for the answer.</summary>
    public Task Write(string words) => Answered(async () =>
    {
        await Page.FillAsync("#words", words);
        await Page.PressAsync("#words", "Enter");
    });

    /// <summary>Taps an answer by its words and waits for what the bot says then.</summary>
    public Task Tap(string words) => Answered(() => Choices.Filter(new() { HasText = words }).First.ClickAsync());

    /// <summary>Taps the answer with this id.</summary>
    public Task TapId(string id) => Answered(() => Page.ClickAsync($"#choices [data-choice='{id}']"));

    /// <summary>Taps the first answer whose id starts so.</summary>
    public Task TapFirst(string idStart) => Answered(() => Page.Locator($"#choices [data-choice^='{idStart}']").First.ClickAsync());

    /// <summary>Presses a button of the time machine.</summary>
    public Task TurnTime(string button) => TimeMachine.GetByRole(AriaRole.Button, new() { Name = button }).First.ClickAsync();

    /// <summary>Does something and waits until the bot has said one message more.</summary>
    public async Task Answered(Func<Task> act)
    {
        var before = await BotLines.CountAsync();
        await act();
        await BotLines.Nth(before).WaitForAsync();
    }

    /// <summary>What the bot said last.</summary>
    public Task<string> LastWords() => LastBotLine.Locator(".body").InnerTextAsync();

    public async Task<IReadOnlyList<string>> ChoiceIds() =>
        await Choices.EvaluateAllAsync<string[]>("all => all.map(b => b.dataset.choice)");
}
