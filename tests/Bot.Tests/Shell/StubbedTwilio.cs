using MdtChatBot.Support;

namespace MdtChatBot.Bot.Tests.Shell;

/// <summary>A bot that sends through a Twilio on this machine.</summary>
static class StubbedTwilio
{
    public static (string Name, string Value)[] Settings(this StubTwilio twilio) =>
    [
        ("Twilio:AccountSid", twilio.AccountSid), ("Twilio:AuthToken", twilio.AuthToken), ("Twilio:From", "whatsapp:+31600000000"),
        ("Twilio:PublicBaseUrl", "https://mdt.example.org/"), ("Twilio:ApiBaseUrl", twilio.BaseUrl),
    ];
}
