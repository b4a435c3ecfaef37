using MdtChatBot.Workflow.Handoffs;
using NodaTime;

namespace MdtChatBot.Workflow.Tests;

/// <summary>When somebody is alerted on their own telephone: n is a handoff that is not urgent, u one that is.</summary>
public sealed class AlertRulesTests
{
    static readonly Instant Now = Instant.FromUtc(2026, 11, 26, 10, 0);

    [Theory]
    [InlineData("at work, somebody waits: told", "n", true, null, "n")]
    [InlineData("several wait: one alert tells of all", "nnn", true, null, "nnn")]
    [InlineData("not at work: not told", "n", false, null, "")]
    [InlineData("not at work, but urgent: told of that only", "nu", false, null, "u")]
    [InlineData("at work and urgent: told of all", "nu", true, null, "nu")]
    [InlineData("an alert nine minutes ago: it can wait", "n", true, 9, "")]
    [InlineData("an alert ten minutes ago: told", "n", true, 10, "n")]
    [InlineData("an alert a minute ago, but urgent: told of all", "nu", true, 1, "nu")]
    [InlineData("not at work, an alert a minute ago, urgent: told", "u", false, 1, "u")]
    [InlineData("nobody waits", "", true, null, "")]
    public void An_alert_tells_of_what_may_be_told_now(string why, string waiting, bool atWork, int? minutesAgo, string told) =>
        Assert.Equal(
            (why, told),
            (why, Letters(AlertRules.Told([.. waiting.Select((c, i) => new Unalerted(i, c == 'u' ? Urgency.Urgent : Urgency.Normal))], atWork, minutesAgo is { } ago ? Now - Duration.FromMinutes(ago) : null, Now))));

    static string Letters(IEnumerable<Unalerted> handoffs) => string.Concat(handoffs.Select(h => h.Urgency is Urgency.Urgent ? 'u' : 'n'));
}
