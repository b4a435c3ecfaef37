using MdtChatBot.Workflow;
using PhoneNumbers;
using PhoneNumber = MdtChatBot.Workflow.PhoneNumber;

namespace MdtChatBot.Bot.Staff.Referring;

/// <summary>A telephone number as people write it, Dutch or of any country, to E.164; or what is wrong with it. Also asks whether a country has such numbers.</summary>
public abstract record TypedPhone
{
    TypedPhone() { }

    public sealed record Read(PhoneNumber Number) : TypedPhone;

    /// <param name="Words">Key of what to tell who typed it.</param>
    public sealed record Wrong(string Words) : TypedPhone;

    public static TypedPhone Of(string typed) => PhoneNumber.Read(typed) switch
    {
        PhoneReading.Wrong wrong => new Wrong("phone." + wrong.Fault),
        PhoneReading.Number read => Exists(read.Value.E164) ? new Read(read.Value) : new Wrong("referrals.fault.phoneWrong"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static bool Exists(string e164)
    {
        var numbers = PhoneNumberUtil.GetInstance();
        try
        {
            return numbers.IsValidNumber(numbers.Parse(e164, null));
        }
        catch (NumberParseException)
        {
            return false;
        }
    }
}
