namespace MdtChatBot.Workflow.Tests;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("06 12345678", "+31612345678")]
    [InlineData("06-12 34 56 78", "+31612345678")]
    [InlineData("+31 (0)6 1234 5678", "+31612345678")]
    [InlineData("+31 06 12345678", "+31612345678")]
    [InlineData("0031612345678", "+31612345678")]
    [InlineData("31612345678", "+31612345678")]
    [InlineData("0570 123456", "+31570123456")]
    [InlineData("+963 944 567 890", "+963944567890")]
    [InlineData("00291 7 123456", "+2917123456")]
    [InlineData("٠٦١٢٣٤٥٦٧٨", "+31612345678")]
    public void Numbers_are_read_as_people_write_them(string typed, string number) =>
        Assert.Equal(number, Assert.IsType<PhoneReading.Number>(PhoneNumber.Read(typed)).Value.E164);

    [Theory]
    [InlineData("", PhoneFault.Empty)]
    [InlineData("  ", PhoneFault.Empty)]
    [InlineData("zes", PhoneFault.NotANumber)]
    [InlineData("06 1234567", PhoneFault.TooShort)]
    [InlineData("06 123456789", PhoneFault.TooLong)]
    [InlineData("+31 6 1234567", PhoneFault.TooShort)]
    [InlineData("+31 6 123456789", PhoneFault.TooLong)]
    [InlineData("+1234567890123456", PhoneFault.TooLong)]
    [InlineData("612345678", PhoneFault.NoCountry)]
    public void What_is_wrong_with_a_number_is_told(string typed, PhoneFault fault) =>
        Assert.Equal(fault, Assert.IsType<PhoneReading.Wrong>(PhoneNumber.Read(typed)).Fault);

    [Fact]
    public void A_number_writes_itself_masked()
    {
        var number = Assert.IsType<PhoneReading.Number>(PhoneNumber.Read("0612345678")).Value;
        Assert.Equal("+31 •••• •• 78", number.ToString());
        Assert.Equal("whatsapp:+31612345678", number.WhatsApp);
    }
}
