using System.ComponentModel.DataAnnotations;

namespace MdtChatBot.Bot.Staff;

/// <summary>Section <c>Staff</c>.</summary>
public sealed class StaffOptions
{
    public const string Section = "Staff";

    /// <summary>
    /// The bearer key of the staff API; a secret. Empty: outside Development there is no staff API (404), in Development a key is made for each run.
    /// </summary>
    [RegularExpression("^$|^.{20,}$", ErrorMessage = "Staff:ApiKey must have at least 20 characters, for example from: openssl rand -hex 24.")]
    public string ApiKey { get; init; } = "";
}
