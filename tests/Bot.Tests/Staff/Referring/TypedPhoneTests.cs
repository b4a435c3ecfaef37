using MdtChatBot.Bot.Staff.Referring;

namespace MdtChatBot.Bot.Tests.Staff.Referring;

public sealed class TypedPhoneTests
{
    [Theory]
    [InlineData("06-12345678", "+31612345678")]
    [InlineData("+31 (0)6 12345678", "+31612345678")]
    [InlineData("٠٦١٢٣٤٥٦٧٨", "+31612345678")]
    [InlineData("0049 1512 3456789", "+4915123456789")]
    [InlineData("+963 944 567 890", "+963944567890")]
    [InlineData("+291 7 123 456", "+2917123456")]
    [InlineData("+90 501 234 56 78", "+905012345678")]
    public void A_number_that_can_exist_is_read_in_any_notation(string typed, string e164) =>
        Assert.Equal(e164, Assert.IsType<TypedPhone.Read>(TypedPhone.Of(typed)).Number.E164);

    [Theory]
    [InlineData("bel mij", "phone.NotANumber")]
    [InlineData("06123", "phone.TooShort")]
    [InlineData("061234567890123", "phone.TooLong")]
    [InlineData("612345678", "phone.NoCountry")]
    [InlineData("+999 12345678", "referrals.fault.phoneWrong")]
    [InlineData("0112345678", "referrals.fault.phoneWrong")]
    public void What_is_wrong_is_said_precisely(string typed, string fault) => Assert.Equal(new TypedPhone.Wrong(fault), TypedPhone.Of(typed));

    [Fact]
    public void A_number_writes_itself_nowhere() => Assert.DoesNotContain("6123456", $"{TypedPhone.Of("0612345678")}", StringComparison.Ordinal);
}
