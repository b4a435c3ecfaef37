using System.ComponentModel.DataAnnotations;
using MdtChatBot.Workflow.Invitations;
using NodaTime;

namespace MdtChatBot.Bot.Inviting;

/// <summary>Section <c>Invitations</c>.</summary>
public sealed class InvitationOptions
{
    public const string Section = "Invitations";

    /// <summary>Invitations that a youth gets in a month at most. The question for consent names this number: more than was promised needs asking anew.</summary>
    [Range(1, 10)]
    public int MostAMonth { get; set; } = InvitationRules.UsuallyAMonth;

    /// <summary>The time zone in whose night no invitation leaves.</summary>
    [RegularExpression("[A-Za-z_]+(/[A-Za-z0-9_+-]+)*", ErrorMessage = "Invitations:Zone is the name of a time zone, for example Europe/Amsterdam.")]
    public string Zone { get; set; } = "Europe/Amsterdam";

    internal DateTimeZone TimeZone => field ??= DateTimeZoneProviders.Tzdb.GetZoneOrNull(Zone) ?? throw new StartUpException($"Invitations:Zone: '{Zone}' is no time zone.");
}
