using MdtChatBot.Bot.Channels;
using MdtChatBot.Bot.Channels.Twilio;
using NodaTime;

namespace MdtChatBot.Bot.Tests.Twilio;

/// <summary>The table of channels.md 1.6, read the other way round.</summary>
public sealed class TwilioErrorsTests
{
    [Theory]
    [InlineData("20429")]
    [InlineData("30001")]
    [InlineData("63009")]
    [InlineData("63010")]
    [InlineData("63012")]
    [InlineData("63017")]
    [InlineData("63018")]
    [InlineData("63038")]
    public void What_passes_is_tried_later(string code) => Assert.Equal(code, Assert.IsType<SendResult.TryLater>(TwilioErrors.ResultFor(code, 3, null)).Code);

    [Theory]
    [InlineData("30008")]
    [InlineData("63019")]
    public void Some_are_tried_once_more(string code)
    {
        Assert.IsType<SendResult.TryLater>(TwilioErrors.ResultFor(code, 0, null));
        Assert.Equal(new SendResult.Refused(code), TwilioErrors.ResultFor(code, 1, null));
    }

    [Theory]
    [InlineData("20003")]
    [InlineData("20404")]
    [InlineData("63002")]
    [InlineData("63007")]
    [InlineData("63020")]
    public void A_fault_of_our_account_does_not_lose_the_message(string code) =>
        Assert.True(Assert.IsType<SendResult.TryLater>(TwilioErrors.ResultFor(code, 0, null)).After >= Duration.FromMinutes(5));

    [Theory]
    [InlineData("21610")]
    [InlineData("63033")]
    public void Who_said_stop_or_blocked_us_has_opted_out(string code) => Assert.Equal(new SendResult.OptedOut(code), TwilioErrors.ResultFor(code, 0, null));

    [Theory]
    [InlineData("63016")]
    [InlineData("21654")]
    [InlineData("21655")]
    [InlineData("21656")]
    [InlineData("63027")]
    [InlineData("63028")]
    [InlineData("63040")]
    [InlineData("63041")]
    public void Outside_the_window_or_with_a_broken_template_it_waits(string code) => Assert.Equal(new SendResult.NeedsTemplate(), TwilioErrors.ResultFor(code, 0, null));

    [Theory]
    [InlineData("21211")]
    [InlineData("21614")]
    [InlineData("21617")]
    [InlineData("21620")]
    [InlineData("63003")]
    [InlineData("63013")]
    [InlineData("63015")]
    [InlineData("63024")]
    [InlineData("63032")]
    [InlineData("63034")]
    [InlineData("63037")]
    [InlineData("63049")]
    [InlineData("63051")]
    [InlineData("63062")]
    [InlineData("99999")]
    public void Everything_else_is_final(string code) => Assert.Equal(new SendResult.Refused(code), TwilioErrors.ResultFor(code, 0, null));

    [Fact]
    public void The_providers_wish_goes_before_our_own() =>
        Assert.Equal(new SendResult.TryLater("63018", Duration.FromSeconds(7)), TwilioErrors.ResultFor("63018", 0, Duration.FromSeconds(7)));
}
