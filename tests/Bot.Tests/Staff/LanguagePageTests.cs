using MdtChatBot.Bot.Tests.Shell;
using MdtChatBot.Workflow;

namespace MdtChatBot.Bot.Tests.Staff;

public sealed class LanguagePageTests
{
    [Fact]
    public async Task A_coordinator_sees_of_each_language_how_it_was_made_and_that_nobody_has_read_it_yet()
    {
        await using var bot = await BotUnderTest.Start();
        using var noor = await StaffBrowser.As(bot, "Noor");
        var page = await noor.Read("/staff/languages");
        Assert.All(Language.InOrder.Where(bot.The<Workflow.Content.Catalogue>().Has), l => Assert.Contains($"lang=\"{l}\"", page, StringComparison.Ordinal));
        Assert.Contains("machine-drafted 2026-11", page, StringComparison.Ordinal);
        Assert.Contains(">crisis<", page, StringComparison.Ordinal);
        Assert.Contains("nog niemand", page, StringComparison.Ordinal);
        Assert.DoesNotContain("✓", page, StringComparison.Ordinal);
        Assert.Contains("Een klein bestand met wat anders is dan in het Farsi", page, StringComparison.Ordinal);
    }
}
