using MdtChatBot.Bot.Staff.Referring;

namespace MdtChatBot.Bot.Tests.Staff.Referring;

public sealed class TypedPhoneTests
{
    [Theory]
    [InlineData("0612345678", "+31612345678")]
    [InlineData("06 12 34 56 78", "+31612345678")]
    [InlineData("06-12345678", "+31612345678")]
    [InlineData("+31 6 12345678", "+31612345678")]
    [InlineData("+31 (0)6 12345678", "+31612345678")]
    [InlineData("0031 6 12345678", "+31612345678")]
    [InlineData("٠٦١٢٣٤٥٦٧٨", "+31612345678")]
    [InlineData("+49 1512 3456789", "+4915123456789")]
    [InlineData("0049 1512 3456789", "+4915123456789")]
    [InlineData("+963 944 567 890", "+963944567890")]
    [InlineData("+291 7 123 456", "+2917123456")]
    [InlineData("+90 501 234 56 78", "+905012345678")]
    [InlineData("+32 470 12 34 56", "+32470123456")]
    public void A_number_is_read_in_any_notation(string typed, string e164) => Assert.Equal(new TypedPhone.Read(e164), TypedPhone.Of(typed));

    [Theory]
    [InlineData("bel mij", "phoneLetters")]
    [InlineData("06-1234567a", "phoneLetters")]
    [InlineData("!!!", "phoneLetters")]
    [InlineData("06123", "phoneShort")]
    [InlineData("061234567", "phoneShort")]
    [InlineData("061234567890123", "phoneLong")]
    [InlineData("+999 123456", "phoneCountry")]
    [InlineData("+49 1", "phoneShort")]
    public void What_is_wrong_is_said_precisely(string typed, string fault) => Assert.Equal(new TypedPhone.Wrong("referrals.fault." + fault), TypedPhone.Of(typed));

    [Fact]
    public void A_number_writes_itself_nowhere() => Assert.DoesNotContain("612345678", $"{TypedPhone.Of("0612345678")}", StringComparison.Ordinal);
}
