using MdtChatBot.Bot.Staff;

namespace MdtChatBot.Bot.Tests.Staff;

public sealed class TotpTests
{
    // The secret of RFC 6238's test vectors, "12345678901234567890", as apps write it.
    const string Secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    public void Codes_are_those_of_the_standard(long second, string code)
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(second);
        Assert.Equal(code, Totp.Code(Secret, Totp.Step(at)));
        Assert.Equal(Totp.Step(at), Totp.Match(Secret, code.Insert(3, " "), at));
    }

    [Theory]
    [InlineData(-30, true)]
    [InlineData(30, true)]
    [InlineData(-60, false)]
    [InlineData(60, false)]
    public void A_clock_may_be_half_a_minute_off(int seconds, bool opens)
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(1111111111);
        Assert.Equal(opens, Totp.Match(Secret, Totp.Code(Secret, Totp.Step(at.AddSeconds(seconds))), at) is not null);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("abcdef")]
    public void What_is_no_code_opens_nothing(string typed) => Assert.Null(Totp.Match(Secret, typed, DateTimeOffset.UnixEpoch));

    [Theory]
    [InlineData("kort", "password.tooShort")]
    [InlineData("aaaaaaaaaaaaaa", "password.tooSimple")]
    [InlineData("Wachtwoord123", "password.tooKnown")]
    [InlineData("sanne.vos 2026", "password.tooKnown")]
    [InlineData("drie fietsen in de regen", null)]
    [InlineData("wachtwoord met vier woorden", null)]
    public void A_password_is_long_and_not_what_everybody_tries(string password, string? fault) =>
        Assert.Equal(fault, PasswordRules.Fault(password, "Sanne", "sanne.vos@mdt.test"));
}
