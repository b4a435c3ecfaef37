using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Conversations;
using NodaTime;

namespace MdtChatBot.Workflow.Referrals;

/// <summary>How a referral moves: forward with what really happens, never back; and when it asks for its owner again.</summary>
public static class ReferralRules
{
    /// <summary>Nothing happened for so long: the owner looks at it again.</summary>
    public static readonly Duration BackAfter = Duration.FromDays(3);

    /// <summary>Nothing was heard for so long: it is over.</summary>
    public static readonly Duration LapsesAfter = Duration.FromDays(30);

    /// <summary>What a point on the journey makes of a referral; null where it changes nothing.</summary>
    public static ReferralStatus? After(JourneyStep step, string detail = "") => step switch
    {
        JourneyStep.ConsentGiven or JourneyStep.InterestsChosen or JourneyStep.Waiting or JourneyStep.SignedUp => ReferralStatus.Interested,
        JourneyStep.Booked => ReferralStatus.Booked,
        JourneyStep.Attended => ReferralStatus.Attended,
        JourneyStep.Started => ReferralStatus.Started,
        JourneyStep.Completed => ReferralStatus.Completed,
        JourneyStep.ConsentDeclined or JourneyStep.Stopped => ReferralStatus.Declined,
        JourneyStep.NotNow when detail is "never" => ReferralStatus.Declined,
        _ => null,
    };

    /// <summary>Where a youth stands already who comes with somebody's code.</summary>
    public static ReferralStatus Standing(Conversation conversation, IReadOnlyList<Booking> bookings)
    {
        var trials = bookings.Where(b => b.Session.Event is null).ToList();
        if (trials.Exists(b => b.Status is BookingStatus.Attended)) return ReferralStatus.Attended;
        if (trials.Exists(b => b.HoldsSeat)) return ReferralStatus.Booked;
        return conversation.Consent is Consent.Given ? ReferralStatus.Interested : ReferralStatus.Seen;
    }

    /// <summary>The referral as it is after a move; the same where the move would lead back. What was declined or had lapsed lives again when the youth goes on.</summary>
    public static Referral Move(Referral referral, ReferralStatus to)
    {
        if (to is ReferralStatus.Declined or ReferralStatus.Lapsed) return MayEnd(referral) ? referral with { Status = to } : referral;
        return to > referral.Reached ? referral with { Status = to, Reached = to } : referral;
    }

    /// <summary>Still to be ended: what the youth has been to once is not undone by a no afterwards.</summary>
    public static bool MayEnd(Referral referral) => IsOpen(referral.Status) && referral.Status < ReferralStatus.Attended;

    public static bool IsOpen(ReferralStatus status) => status is not (ReferralStatus.Completed or ReferralStatus.Declined or ReferralStatus.Lapsed);

    /// <summary>Whether it is back on its owner's list: nothing moved, nothing was heard and nobody looked for three days, and no appointment is to come.</summary>
    public static bool IsBack(ReferralStatus status, Instant lastEvent, bool hasAppointment, Instant now) =>
        status < ReferralStatus.Attended && !hasAppointment && now - lastEvent >= BackAfter;

    /// <summary>When it lapses unless something is heard; null where it no longer can.</summary>
    public static Instant? LapsesAt(ReferralStatus status, Instant lastHeard) => status < ReferralStatus.Booked ? lastHeard + LapsesAfter : null;
}
