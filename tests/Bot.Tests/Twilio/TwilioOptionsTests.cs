using MdtChatBot.Bot.Channels.Twilio;
using Microsoft.Extensions.Configuration;

namespace MdtChatBot.Bot.Tests.Twilio;

public sealed class TwilioOptionsTests
{
    static readonly Dictionary<string, string?> Right = new()
    {
        ["Twilio:AccountSid"] = "AC" + new string('0', 32),
        ["Twilio:AuthToken"] = "very-secret",
        ["Twilio:From"] = "whatsapp:+31600000000",
        ["Twilio:PublicBaseUrl"] = "https://mdt.example.org",
        ["Twilio:Templates:reminder.oneDay:Languages:nl"] = "HX" + new string('1', 32),
        ["Twilio:Templates:reminder.oneDay:Variables:0"] = "firstName",
    };

    static TwilioOptions Bind(IEnumerable<KeyValuePair<string, string?>> settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings).Build().GetSection("Twilio").Get<TwilioOptions>() ?? new TwilioOptions();

    static IEnumerable<string> FaultsWith(string setting, string value) =>
        new TwilioOptionsRules().Validate(null, Bind(new Dictionary<string, string?>(Right) { [setting] = value })).Failures ?? [];

    [Fact]
    public void Right_settings_have_no_faults() => Assert.True(new TwilioOptionsRules().Validate(null, Bind(Right)).Succeeded);

    [Fact]
    public void Without_any_setting_it_is_off()
    {
        var options = Bind([]);
        Assert.True(new TwilioOptionsRules().Validate(null, options).Succeeded);
        Assert.False(options.IsOn);
        Assert.Equal("", options.WhatsAppNumber);
    }

    [Theory]
    [InlineData("Twilio:AccountSid", "AC123")]
    [InlineData("Twilio:AccountSid", "")]
    [InlineData("Twilio:AuthToken", "")]
    [InlineData("Twilio:AuthToken", "  ")]
    [InlineData("Twilio:From", "")]
    [InlineData("Twilio:From", "+31600000000")]
    [InlineData("Twilio:From", "whatsapp:31600000000")]
    [InlineData("Twilio:PublicBaseUrl", "")]
    [InlineData("Twilio:PublicBaseUrl", "mdt.example.org")]
    [InlineData("Twilio:PublicBaseUrl", "ftp://mdt.example.org")]
    [InlineData("Twilio:PublicBaseUrl", "https://mdt.example.org/?x=1")]
    [InlineData("Twilio:ApiBaseUrl", "api")]
    [InlineData("Twilio:Templates:reminder.oneDay:Languages:nl", "HX1")]
    [InlineData("Twilio:Templates:reminder.oneDay:Variables:0", " ")]
    public void A_fault_names_its_setting_and_never_a_value(string setting, string value)
    {
        var fault = Assert.Single(FaultsWith(setting, value));
        Assert.Contains(setting.Replace(":Variables:0", ":Variables", StringComparison.Ordinal), fault, StringComparison.Ordinal);
        Assert.DoesNotContain("very-secret", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_needs_a_language()
    {
        var settings = new Dictionary<string, string?>(Right) { ["Twilio:Templates:reminder.twoHours:Variables:0"] = "time" };
        Assert.Contains("Twilio:Templates:reminder.twoHours:Languages", Assert.Single(new TwilioOptionsRules().Validate(null, Bind(settings)).Failures!), StringComparison.Ordinal);
    }

    [Fact]
    public void Signatures_are_over_the_address_without_slash_and_fragment() =>
        Assert.Equal("https://user:pass@mdt.example.org:8443/bot", new TwilioOptions { PublicBaseUrl = "https://user:pass@mdt.example.org:8443/bot/#rc=2&rp=all" }.SignedBaseUrl);

    [Fact]
    public void The_number_for_links_is_the_senders_digits() => Assert.Equal("31600000000", Bind(Right).WhatsAppNumber);
}
