using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Handoffs;
using MdtChatBot.Workflow.Invitations;
using MdtChatBot.Workflow.Numbers;
using MdtChatBot.Workflow.Referrals;
using MdtChatBot.Workflow.Staffing;
using MdtChatBot.Workflow.Understanding;
using NodaTime;

namespace MdtChatBot.Workflow.Conversations;

/// <summary>
/// What a turn may ask of the world. Closed list; all effects of a decision are committed together with the next state, or none is.
/// <c>docs/effects.md</c> says what each does to the database.
/// </summary>
public abstract record Effect
{
    Effect() { }

    /// <summary>Say one message to the youth. A turn has at most one.</summary>
    public sealed record Say(Saying Saying, Lane Lane) : Effect;

    /// <summary>A coach's own words, to the youth as written.</summary>
    public sealed record SayWords(string Words) : Effect;

    /// <summary>Have the voice note of this turn written down by a computer.</summary>
    public sealed record Listen : Effect;

    /// <summary>What was said in the voice note behind this line stands in words now: the sound goes.</summary>
    public sealed record DropRecording(long Line) : Effect;

    /// <summary>The words of this line go, if it is the youth's own; that there was one stays.</summary>
    public sealed record TakeBack(long Line) : Effect;

    /// <summary>Take a seat, under the condition that one is left (or is held for this youth by an offer). Raises the booking's version.</summary>
    /// <param name="Guests">Each needs a seat too.</param>
    public sealed record BookSeat(SessionId Session, int Guests = 0) : Effect;

    /// <summary>Other guests than before, with the seat that is held already: more take seats under the same condition, fewer free some.</summary>
    public sealed record BringGuests(SessionId Session, int Guests) : Effect;

    /// <summary>The answer to an invitation that is no yes: kept, so that nobody asks again. A seat that was held is given up.</summary>
    public sealed record KeepAnswer(SessionId Session, Bookings.BookingStatus Answer) : Effect;

    /// <summary>Wait in line for a full session.</summary>
    public sealed record JoinWaitingList(SessionId Session) : Effect;

    /// <summary>Give up a seat, an offer or a place in line. A freed seat is at once offered to the next in line.</summary>
    public sealed record CancelBooking(SessionId Session, CancelReason Reason) : Effect;

    public sealed record ConfirmBooking(SessionId Session) : Effect;

    /// <summary>Shown on the coach's list: no answer to the reminder.</summary>
    public sealed record MarkAtRisk(SessionId Session) : Effect;

    public sealed record RecordAttendance(SessionId Session, bool Attended) : Effect;

    /// <summary>A tick was a mistake: the booking is as if nobody had ticked.</summary>
    public sealed record UndoAttendance(SessionId Session) : Effect;

    /// <summary>Came without a seat: takes one and records attendance.</summary>
    /// <param name="PastCapacity">Whoever stands inside already counts, also when all seats are taken.</param>
    public sealed record SeatWalkIn(SessionId Session, bool PastCapacity) : Effect;

    public sealed record SetTimer(Reminders.Timer Timer) : Effect;

    /// <summary>Ask a person to take over. Where one is open already, its urgency is raised if this is more urgent, and its reason follows.</summary>
    public sealed record OpenHandoff(HandoffReason Reason, Urgency Urgency) : Effect;

    /// <summary>Put the open handoff before this person; before nobody where there is none, and the list shows that. Nobody has it from now on.</summary>
    /// <param name="PickUpBy">Not taken by then, it goes to the next.</param>
    /// <param name="Passed">Who is not asked again.</param>
    public sealed record OfferHandoff(StaffId? To, string Name, int Version, Instant? PickUpBy, IReadOnlyList<StaffId> Passed) : Effect;

    public sealed record TakeHandoff(string CoachName, StaffId? By = null, int Version = 0) : Effect;

    /// <summary>A coach answered: nobody waits, until the youth writes again.</summary>
    public sealed record AnswerHandoff : Effect;

    /// <summary>What a coach answered outside WhatsApp's window was not fetched for a day: back on their list.</summary>
    public sealed record AnswerUnread : Effect;

    /// <summary>Off the list until then; back on it at once where null.</summary>
    public sealed record SnoozeHandoff(Instant? Until, int Version) : Effect;

    public sealed record CloseHandoff : Effect;

    /// <summary>One line in the youth's journey, for funnels: never words of the youth.</summary>
    public sealed record RecordJourney(JourneyStep Step, string Detail = "") : Effect;

    /// <summary>A wish that nothing fits, kept and counted per site without the youth.</summary>
    public sealed record KeepWish(SiteId? Site, string Words) : Effect;

    /// <summary>Words that were not understood, masked and without the youth, for staff to say what they mean.</summary>
    /// <param name="Guess">What they were taken for.</param>
    public sealed record KeepMisunderstood(Language Language, SiteId? Site, string Words, Understood Guess) : Effect;

    public sealed record CreateEntryCode(EntryCode Code) : Effect;

    /// <summary>The youth came with the code of a worker or an ambassador: the referral that waited for them is theirs now, or there is one more.</summary>
    public sealed record AcceptReferral(string Code, ReferralStatus Status) : Effect;

    /// <summary>What happened moves the referral by this code; what its owner wrote about the youth goes when it ends.</summary>
    public sealed record MoveReferral(string Code, ReferralStatus To, ReferralReason Reason) : Effect;

    /// <summary>Tell the ambassador whose code this is that a friend has been to a session. Never who.</summary>
    /// <param name="Undone">The friend had not been there after all: one fewer, and nothing is said.</param>
    public sealed record ThankAmbassador(string Code, bool Undone = false) : Effect;

    /// <summary>The youth moved: a note for the next coach, by staff or empty.</summary>
    public sealed record HandOver(SiteId? From, SiteId? To, string Note, string By) : Effect;

    /// <summary>One more in the figures of today, by the youth's site, language and source; nothing leads back to the youth.</summary>
    public sealed record Count(CountedStep Step, string Detail = "") : Effect;

    /// <summary>One fewer, where and when it was counted by mistake.</summary>
    public sealed record Uncount(CountedStep Step, string Detail, Tick Where) : Effect;

    /// <summary>Keep the answer to a question for consent, as proof: when, to which wording, in which way.</summary>
    /// <param name="Wording">Version of the words and the language they were read in; empty where none were read.</param>
    public sealed record RecordConsent(Purpose Purpose, bool Given, string Wording, ConsentWay Way) : Effect;

    /// <summary>What became of the youth's invitation in a round.</summary>
    public sealed record NoteInvitation(BroadcastId Broadcast, InvitationOutcome Outcome) : Effect;

    /// <summary>Remove everything about the youth: seats are freed, a reply in the same decision is still sent.</summary>
    public sealed record EraseYouth : Effect;
}

/// <summary>Which messages go first: replies overtake reminders, reminders overtake invitations.</summary>
public enum Lane
{
    Reply = 0,
    Reminder = 1,
    Invitation = 2,
}

/// <summary>Stored by name.</summary>
public enum CancelReason
{
    ByYouth,
    OtherDay,
    OfferDeclined,
    OfferExpired,
    SessionCancelled,
    Moved,
    Stopped,

    /// <summary>A coach did it for the youth.</summary>
    ByCoach,

    /// <summary>A walk-in that staff noted for the wrong youth.</summary>
    Mistake,
}

/// <summary>Points on the customer journey. Stored by name.</summary>
public enum JourneyStep
{
    Greeted,
    LanguageChosen,
    ConsentGiven,
    ConsentDeclined,
    Asked,
    SiteKnown,
    InterestsChosen,
    Booked,
    Waiting,
    Confirmed,
    Cancelled,
    AtRisk,
    Attended,
    Missed,
    MissedReason,
    Feedback,
    WantsToStart,
    NotNow,
    TravelHelp,
    FriendInvited,
    FriendCame,
    MovedAway,
    Paused,
    Stopped,
    Returned,
    StartPlanned,
    AttendanceUndone,
    Started,
    Completed,

    /// <summary>Staff asked the youth to come to an event.</summary>
    Invited,

    /// <summary>Said yes to an event, and has a place or waits for one.</summary>
    SignedUp,

    /// <summary>Said no to an event, or not now.</summary>
    InvitationAnswered,
    CameToEvent,
    MissedEvent,

    /// <summary>Was asked after an event whether they want to try something.</summary>
    FollowedUp,

    /// <summary>Gave leave for invitations.</summary>
    InvitationsOn,

    /// <summary>Wants no invitations.</summary>
    InvitationsOff,
}
