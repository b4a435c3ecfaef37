using MdtChatBot.Bot.Tests.Shell;
using MdtChatBot.Bot.Tests.Staff;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Numbers;
using MdtChatBot.Workflow.Templates;
using NodaTime;

namespace MdtChatBot.Bot.Tests.Templates;

/// <summary>What staff see of templates and of what messages cost.</summary>
public sealed class TemplatePageTests
{
    [Fact]
    public async Task A_coordinator_sees_each_text_in_each_language_and_why_one_was_rejected()
    {
        await using var bot = await BotUnderTest.Start();
        var text = bot.The<TemplateBook>().Find("reminder.oneDay", Language.Dutch)!;
        await bot.The<TemplateStore>().Save([State(text, TemplateStatus.Rejected, "INVALID_FORMAT: variables", text.Hash), State(text, TemplateStatus.Approved, "", "older")], default);
        using var noor = await StaffBrowser.As(bot, "Noor");
        var page = await noor.Read("/staff/templates");
        Assert.Contains("INVALID_FORMAT: variables", page, StringComparison.Ordinal);
        Assert.Contains("(de vorige tekst wordt gebruikt)", page, StringComparison.Ordinal);
        Assert.Contains("kent WhatsApp niet", page, StringComparison.Ordinal);
        Assert.Contains("Er is geen WhatsApp-nummer aangesloten", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Costs_are_shown_for_ones_own_sites_and_the_start_page_warns()
    {
        await using var bot = await BotUnderTest.Start(
            "Development",
            ("Twilio:AccountSid", "AC00000000000000000000000000000001"),
            ("Twilio:AuthToken", "x"),
            ("Twilio:From", "whatsapp:+31600000000"),
            ("Twilio:PublicBaseUrl", "https://mdt.example.org"),
            ("Twilio:ApiBaseUrl", "http://127.0.0.1:9"),
            ("Twilio:ContentBaseUrl", "http://127.0.0.1:9"),
            ("Costs:FreeServicePerMonth", "10"),
            ("Costs:Prices:31:Utility", "0.05"),
            ("Costs:Prices:31:Service", "0.02"));
        var youth = await bot.Youth("web:costs");
        var month = Month.Of(bot.The<IClock>().GetCurrentInstant());
        await bot.The<MessageFigures>().Add(
            [
                new MessageTally(youth, month, "31600000000", "31", MessageCategory.Utility, 100),
                new MessageTally(youth, month, "31600000000", "31", MessageCategory.Service, 9),
            ],
            default);
        using var noor = await StaffBrowser.As(bot, "Noor");
        var page = await noor.Read("/staff/costs");
        Assert.Contains("EUR 5,00", page, StringComparison.Ordinal);
        Assert.Contains("is 90% op", page, StringComparison.Ordinal);
        Assert.Contains("is 90% op", await noor.Read("/staff"), StringComparison.Ordinal);
    }

    static TemplateState State(TemplateText text, TemplateStatus status, string reason, string hash) => new()
    {
        Key = text.Key,
        Language = text.Language,
        Hash = hash,
        Name = text.Name,
        Sid = "HX1",
        Status = status,
        Category = text.Category,
        Reason = reason,
        Variables = text.Variables,
        Buttons = [],
        At = Instant.FromUtc(2026, 11, 23, 12, 0),
    };
}
