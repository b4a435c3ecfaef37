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

    /// <summary>Hours after which a session of the console ends when nobody used it.</summary>
    [Range(0.25, 24, ErrorMessage = "Staff:IdleHours must lie between 0.25 and 24.")]
    public double IdleHours { get; init; } = 8;

    /// <summary>Hours after which a session ends in any case.</summary>
    [Range(0.25, 72, ErrorMessage = "Staff:SessionHours must lie between 0.25 and 72.")]
    public double SessionHours { get; init; } = 12;

    /// <summary>The organisation's own sign-in.</summary>
    public OpenIdConnectSettings OpenIdConnect { get; init; } = new();
}
