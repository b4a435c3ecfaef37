using NodaTime;

namespace MdtChatBot.Workflow.Invitations;

/// <summary>What a turn made of an invitation. Closed family.</summary>
public abstract record InvitationOutcome
{
    InvitationOutcome() { }

    /// <summary>The message of this turn is the invitation.</summary>
    public sealed record Asked : InvitationOutcome;

    /// <summary>Something stands against it since the audience was resolved.</summary>
    public sealed record LeftOut(Exclusion Why) : InvitationOutcome;

    /// <summary>Not now: it is night where the youth lives, or they are in the middle of something.</summary>
    public sealed record Later(Instant Until) : InvitationOutcome;

    /// <summary>The youth said yes, no or not now.</summary>
    public sealed record Answered : InvitationOutcome;
}
