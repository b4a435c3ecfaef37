using MdtChatBot.Bot.Tests.Shell;
using MdtChatBot.Bot.Time;
using MdtChatBot.Bot.Turns;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using NodaTime;

namespace MdtChatBot.Bot.Tests.Staff;

/// <summary>Youths of Deventer who gave leave for invitations, at an hour at which they may be sent.</summary>
static class WillingYouths
{
    static readonly string[][] Said = [["Hoi! MDT-DEV24"], ["", "lang:nl"], ["", "consent:yes"], ["", "invites:yes"]];

    /// <summary>By day, whatever the time is where the test runs.</summary>
    public static void AtNoon(BotUnderTest bot)
    {
        var clock = bot.The<BotClock>();
        var noon = clock.GetCurrentInstant().InZone(Netherlands.Zone).Date.PlusDays(1).At(new LocalTime(12, 0)).InZoneLeniently(Netherlands.Zone).ToInstant();
        if (clock.Offset == Duration.Zero) clock.RunAhead(noon - clock.GetCurrentInstant());
    }

    /// <summary>They say hello and answer what they are asked.</summary>
    public static async Task Greet(BotUnderTest bot, string channel, int count, Func<int, string> address)
    {
        for (var step = 0; step < Said.Length; step++)
            await Task.WhenAll(Enumerable.Range(0, count).Select(n => bot.The<InboxWriter>().Accept(
                new Arrived
                {
                    Channel = channel,
                    Address = address(n),
                    ProviderId = $"{address(n)}-{step}",
                    Inbound = new Inbound.Message(Said[step][0], Said[step].Length > 1 ? Said[step][1] : null),
                    At = bot.The<BotClock>().GetCurrentInstant(),
                },
                CancellationToken.None)));
    }
}
