namespace MdtChatBot.Workflow;

/// <summary>A telephone number with its country, in E.164: <c>+31612345678</c>. It writes itself masked, so that it is in no log by accident.</summary>
public sealed record PhoneNumber
{
    /// <summary>What stands before the number in an address.</summary>
    public const string WhatsAppPrefix = "whatsapp:";

    const int FewestDigits = 8;
    const int MostDigits = 15;
    const int DutchDigits = 10;

    PhoneNumber(string e164) => E164 = e164;

    public string E164 { get; }

    /// <summary>As WhatsApp's addresses have it: <c>whatsapp:+316…</c>.</summary>
    public string WhatsApp => WhatsAppPrefix + E164;

    /// <summary>Enough to tell two numbers apart, not enough to call: <c>+31 •••• •• 78</c>.</summary>
    public string Masked => $"{E164[..3]} •••• •• {E164[^2..]}";

    public override string ToString() => Masked;

    /// <summary>Reads a number as people write it: Dutch with its 0, or of any country with + or 00; with spaces, dashes, dots and brackets.</summary>
    public static PhoneReading Read(string typed)
    {
        var digits = new System.Text.StringBuilder();
        var text = typed.Trim().Replace("(0)", "", StringComparison.Ordinal);
        foreach (var c in text)
        {
            if (char.IsDigit(c)) digits.Append((int)char.GetNumericValue(c));
            else if (!" -–.()/+\u00a0\u2066\u2069".Contains(c, StringComparison.Ordinal)) return new PhoneReading.Wrong(PhoneFault.NotANumber);
        }

        return Read(digits.ToString(), hasCountry: text.StartsWith('+'));
    }

    static PhoneReading Read(string digits, bool hasCountry)
    {
        if (digits.Length == 0) return new PhoneReading.Wrong(PhoneFault.Empty);
        if (!hasCountry && digits.StartsWith("00", StringComparison.Ordinal)) return Read(digits[2..], hasCountry: true);
        if (!hasCountry && digits[0] == '0') return digits.Length == DutchDigits ? Number("31" + digits[1..]) : Wrong(digits.Length < DutchDigits);
        if (!hasCountry && !digits.StartsWith("31", StringComparison.Ordinal)) return new PhoneReading.Wrong(PhoneFault.NoCountry);
        // +31 06…: the 0 is left out after the country.
        if (digits.StartsWith("310", StringComparison.Ordinal)) return Read("31" + digits[3..], hasCountry: true);
        if (digits.StartsWith("31", StringComparison.Ordinal) && digits.Length != DutchDigits + 1) return Wrong(digits.Length < DutchDigits + 1);
        return digits.Length is >= FewestDigits and <= MostDigits ? Number(digits) : Wrong(digits.Length < FewestDigits);
    }

    static PhoneReading.Number Number(string digits) => new(new PhoneNumber("+" + digits));

    static PhoneReading.Wrong Wrong(bool isShort) => new(isShort ? PhoneFault.TooShort : PhoneFault.TooLong);
}

/// <summary>What became of a typed number.</summary>
public abstract record PhoneReading
{
    PhoneReading() { }

    public sealed record Number(PhoneNumber Value) : PhoneReading;

    public sealed record Wrong(PhoneFault Fault) : PhoneReading;
}

/// <summary>What is wrong with a typed number; the words are <c>phone.*</c> in the staff texts.</summary>
public enum PhoneFault
{
    Empty,
    NotANumber,
    TooShort,
    TooLong,

    /// <summary>Neither a Dutch 0 nor + or 00 with a country.</summary>
    NoCountry,
}
