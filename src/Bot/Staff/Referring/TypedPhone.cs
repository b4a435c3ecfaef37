using PhoneNumbers;

namespace MdtChatBot.Bot.Staff.Referring;

/// <summary>A telephone number as people write it, Dutch or of any country, to E.164; or what is wrong with it.</summary>
public abstract record TypedPhone
{
    const string Home = "NL";
    const int HomeCode = 31;
    const int HomeDigits = 9;

    TypedPhone() { }

    public sealed record Read(string E164) : TypedPhone
    {
        // In no log by accident.
        public override string ToString() => "a number";
    }

    /// <param name="Words">Key of what to tell who typed it.</param>
    public sealed record Wrong(string Words) : TypedPhone;

    public static TypedPhone Of(string typed)
    {
        var numbers = PhoneNumberUtil.GetInstance();
        var text = typed.Trim();
        if (text.Any(char.IsLetter)) return new Wrong("referrals.fault.phoneLetters");
        try
        {
            var number = numbers.Parse(text.StartsWith("00", StringComparison.Ordinal) ? "+" + text[2..] : text, Home);
            return numbers.IsValidNumber(number) ? new Read(numbers.Format(number, PhoneNumberFormat.E164)) : new Wrong(WhyNot(numbers, number));
        }
        catch (NumberParseException e)
        {
            return new Wrong(e.ErrorType switch
            {
                ErrorType.INVALID_COUNTRY_CODE => "referrals.fault.phoneCountry",
                ErrorType.TOO_LONG => "referrals.fault.phoneLong",
                ErrorType.TOO_SHORT_NSN or ErrorType.TOO_SHORT_AFTER_IDD => "referrals.fault.phoneShort",
                _ => "referrals.fault.phoneLetters",
            });
        }
    }

    // At home all numbers have nine digits behind the 0, short ones of services apart: that tells more than the library does.
    static string WhyNot(PhoneNumberUtil numbers, PhoneNumber number) => number.CountryCode == HomeCode && Digits(number) != HomeDigits
        ? Digits(number) < HomeDigits ? "referrals.fault.phoneShort" : "referrals.fault.phoneLong"
        : numbers.IsPossibleNumberWithReason(number) switch
    {
        PhoneNumberUtil.ValidationResult.TOO_SHORT => "referrals.fault.phoneShort",
        PhoneNumberUtil.ValidationResult.TOO_LONG => "referrals.fault.phoneLong",
        PhoneNumberUtil.ValidationResult.INVALID_COUNTRY_CODE => "referrals.fault.phoneCountry",
        _ => "referrals.fault.phoneWrong",
    };

    static int Digits(PhoneNumber number) => number.NationalNumber.ToString(System.Globalization.CultureInfo.InvariantCulture).Length;
}
