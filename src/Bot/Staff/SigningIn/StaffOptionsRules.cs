using Microsoft.Extensions.Options;

namespace MdtChatBot.Bot.Staff;

/// <summary>Rules over more than one setting of the section.</summary>
sealed class StaffOptionsRules : IValidateOptions<StaffOptions>
{
    public ValidateOptionsResult Validate(string? name, StaffOptions options)
    {
        List<string> faults = [.. options.OpenIdConnect.Faults()];
        if (options.IdleHours > options.SessionHours) faults.Add("Staff:IdleHours is longer than Staff:SessionHours.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
