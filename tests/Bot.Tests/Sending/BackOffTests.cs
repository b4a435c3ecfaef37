using MdtChatBot.Bot.Sending;
using MdtChatBot.Storage;
using NodaTime;
using static MdtChatBot.Bot.Tests.Sending.SendingSamples;

namespace MdtChatBot.Bot.Tests.Sending;

public sealed class BackOffTests
{
    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 30)]
    [InlineData(2, 120)]
    [InlineData(3, 600)]
    public void A_message_that_was_put_off_waits_longer_each_time(int attempts, int seconds) =>
        Assert.Equal(
            new SendMark.Again(1, Noon + Duration.FromSeconds(seconds), "20429"),
            BackOff.AfterTryLater(1, attempts, "20429", wish: null, Noon));

    [Fact]
    public void The_fifth_attempt_is_the_last() =>
        Assert.Equal(new SendMark.Failed(1, "20429"), BackOff.AfterTryLater(1, 4, "20429", wish: null, Noon));

    [Fact]
    public void What_the_provider_wishes_goes_before_our_own_table() =>
        Assert.Equal(
            new SendMark.Again(1, Noon + Duration.FromSeconds(77), "63018"),
            BackOff.AfterTryLater(1, 0, "63018", Duration.FromSeconds(77), Noon));

    [Theory]
    [InlineData(0, 20)]
    [InlineData(20, 20)]
    [InlineData(60, 30)]
    [InlineData(600, 300)]
    [InlineData(3600, 600)]
    [InlineData(36000, 600)]
    public void A_message_of_unknown_fate_is_looked_for_ever_more_rarely(int passedSeconds, int waitSeconds)
    {
        var since = Noon - Duration.FromSeconds(passedSeconds);
        Assert.Equal(new SendMark.Unknown(1, since, Noon + Duration.FromSeconds(waitSeconds)), BackOff.AfterUnknown(1, since, Noon));
    }

    [Fact]
    public void After_a_day_of_not_knowing_a_message_fails() =>
        Assert.Equal(new SendMark.Failed(1, "unknown"), BackOff.AfterUnknown(1, Noon - Duration.FromDays(1), Noon));
}
