using System.Text.Json.Serialization;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Referrals;
using MdtChatBot.Workflow.Reminders;
using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Workflow.Conversations;

/// <summary>Whatever happens to one youth: a message, a due timer, something staff did. All take the same road. Stored as JSON in the inbox.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "t")]
[JsonDerivedType(typeof(Message), "message")]
[JsonDerivedType(typeof(Media), "media")]
[JsonDerivedType(typeof(Spoken), "spoken")]
[JsonDerivedType(typeof(Located), "located")]
[JsonDerivedType(typeof(TakenBack), "taken-back")]
[JsonDerivedType(typeof(TimerFired), "timer")]
[JsonDerivedType(typeof(SeatOffered), "seat-offered")]
[JsonDerivedType(typeof(AttendanceMarked), "attendance")]
[JsonDerivedType(typeof(WalkedIn), "walked-in")]
[JsonDerivedType(typeof(SessionMoved), "session-moved")]
[JsonDerivedType(typeof(SessionCancelled), "session-cancelled")]
[JsonDerivedType(typeof(HandoffTaken), "handoff-taken")]
[JsonDerivedType(typeof(CoachWrote), "coach-wrote")]
[JsonDerivedType(typeof(HandoffEnded), "handoff-ended")]
[JsonDerivedType(typeof(CoachPhrase), "coach-phrase")]
[JsonDerivedType(typeof(HandoffPassed), "handoff-passed")]
[JsonDerivedType(typeof(HandoffSnoozed), "handoff-snoozed")]
[JsonDerivedType(typeof(CoachAbsent), "coach-absent")]
[JsonDerivedType(typeof(SeatGiven), "seat-given")]
[JsonDerivedType(typeof(SeatWithdrawn), "seat-withdrawn")]
[JsonDerivedType(typeof(StartDateSet), "start-date")]
[JsonDerivedType(typeof(StaffMoved), "staff-moved")]
[JsonDerivedType(typeof(ProgrammeCompleted), "completed")]
[JsonDerivedType(typeof(MadeAmbassador), "ambassador")]
[JsonDerivedType(typeof(FriendAttended), "friend-attended")]
[JsonDerivedType(typeof(ReferralClosed), "referral-closed")]
[JsonDerivedType(typeof(Referred), "referred")]
[JsonDerivedType(typeof(SetAside), "set-aside")]
[JsonDerivedType(typeof(RetentionEnded), "retention-ended")]
[JsonDerivedType(typeof(Invited), "invited")]
public abstract record Inbound
{
    Inbound() { }

    /// <summary>Text, or a tap on a button or list row.</summary>
    /// <param name="Words">What was typed, or the label of what was tapped. May be empty.</param>
    /// <param name="Tapped">The <see cref="Content.Choice.Id"/> of a tap; null for typed text.</param>
    /// <param name="ProfileName">The name in the youth's WhatsApp profile, offered as first name; null where unknown.</param>
    /// <param name="Reads">What the browser asks for, of the languages that we have; null on other channels.</param>
    public sealed record Message(string Words, string? Tapped = null, string? ProfileName = null, Language? Reads = null) : Inbound;

    /// <summary>A photo, file or sticker: never fetched and never stored. Or a voice note, which stays at the provider.</summary>
    /// <param name="Recording">Of a voice note, so that a coach can hear it; null of all others, and where the channel has none.</param>
    public sealed record Media(MediaKind Kind, Recording? Recording = null) : Inbound;

    /// <summary>What a computer heard in the voice note behind this line of the transcript.</summary>
    /// <param name="Words">Empty where it heard nothing, or could not be asked.</param>
    public sealed record Spoken(long Line, string Words) : Inbound;

    /// <summary>A shared location: picks the nearest site.</summary>
    public sealed record Located(GeoPoint At) : Inbound;

    /// <summary>The youth deleted what they wrote in this line of the transcript, or wrote it anew: then the new words come behind it as a message.</summary>
    public sealed record TakenBack(long Line) : Inbound;

    public sealed record TimerFired(TimerKind Kind, SetFor SetFor) : Inbound;

    /// <summary>A seat came free and this youth is next in line; it is held until the offer expires.</summary>
    public sealed record SeatOffered(SessionId Session) : Inbound;

    /// <summary>Staff ticked attendance.</summary>
    /// <param name="Undone">The tick before was a mistake: nothing is known any more, whatever <paramref name="Attended"/> says.</param>
    public sealed record AttendanceMarked(SessionId Session, bool Attended, bool Undone = false) : Inbound;

    /// <summary>Came to a session without a seat; staff saw it.</summary>
    public sealed record WalkedIn(SessionId Session) : Inbound;

    /// <summary>Staff gave the session another time or place; every booked youth gets one.</summary>
    public sealed record SessionMoved(SessionId Session) : Inbound;

    /// <summary>Staff cancelled the session; every booked or waiting youth gets one.</summary>
    public sealed record SessionCancelled(SessionId Session) : Inbound;

    /// <summary>Where none is open, an account may begin one.</summary>
    /// <param name="By">The account in the console; null where only a name is known.</param>
    /// <param name="Seen">The version that was before them; another coach’s is taken over only by who saw it.</param>
    public sealed record HandoffTaken(string CoachName, StaffId? By = null, int? Seen = null) : Inbound;

    /// <summary>A coach's own words. To write is to take.</summary>
    public sealed record CoachWrote(string CoachName, string Words, StaffId? By = null) : Inbound;

    /// <summary>A sentence of the phrasebook, in the youth's language. To write is to take.</summary>
    public sealed record CoachPhrase(string CoachName, Text Phrase, StaffId? By = null) : Inbound;

    /// <summary>Given back to the bot.</summary>
    /// <param name="Closing">A last line from the phrasebook before the bot says that it is back; null without.</param>
    public sealed record HandoffEnded(string CoachName, Text? Closing = null) : Inbound;

    /// <summary>A coach hands it to another, who is introduced by name.</summary>
    public sealed record HandoffPassed(string CoachName, StaffId To) : Inbound;

    /// <summary>Off the list until then; back on it where null.</summary>
    public sealed record HandoffSnoozed(Instant? Until) : Inbound;

    /// <summary>Who has or was asked to take the handoff is away: somebody else is found.</summary>
    public sealed record CoachAbsent(StaffId Who) : Inbound;

    /// <summary>A coach books for the youth, instead of another booking or beside it.</summary>
    public sealed record SeatGiven(SessionId Session, SessionId? InsteadOf, string CoachName) : Inbound;

    /// <summary>A coach cancels for the youth.</summary>
    public sealed record SeatWithdrawn(SessionId Session, string CoachName) : Inbound;

    /// <summary>A coach set the first day of the programme itself.</summary>
    public sealed record StartDateSet(Instant At, string Place, string CoachName) : Inbound;

    /// <summary>Staff say that the youth lives at another site now.</summary>
    /// <param name="Note">For the next coach; may be empty.</param>
    public sealed record StaffMoved(SiteId To, string StaffName, string Note) : Inbound;

    /// <summary>Staff say that the youth has done the whole programme.</summary>
    public sealed record ProgrammeCompleted : Inbound;

    /// <summary>Staff ask this youth to tell others.</summary>
    public sealed record MadeAmbassador(string StaffName) : Inbound;

    /// <summary>Somebody who came with this ambassador's code has been to a session.</summary>
    /// <param name="Undone">That was a mistake: they had not.</param>
    public sealed record FriendAttended(bool Undone = false) : Inbound;

    /// <summary>Whoever referred this youth, or the coordinator, ended the referral.</summary>
    public sealed record ReferralClosed(string Code, ReferralReason Reason) : Inbound;

    /// <summary>A worker wrote down the number of this youth, who said yes to a message: the first word is the bot's.</summary>
    /// <param name="Code">The code that was made for them.</param>
    public sealed record Referred(string Code) : Inbound;

    /// <summary>An earlier input of this youth failed three times and was set aside: apologise and fetch a person.</summary>
    public sealed record SetAside : Inbound;

    /// <summary>A round of invitations has come to this youth.</summary>
    /// <param name="Event">What they are invited to.</param>
    /// <param name="Words">A sentence by the worker in the youth's language; empty without, and never a translation.</param>
    /// <param name="In">The language that the sentence is in.</param>
    public sealed record Invited(BroadcastId Broadcast, SessionId Event, string Words = "", Language? In = null) : Inbound;

    /// <summary>Nothing was heard for as long as we promised to keep data: everything about the youth goes.</summary>
    public sealed record RetentionEnded : Inbound;
}

/// <summary>Stored by name.</summary>
public enum MediaKind
{
    Voice,
    Picture,
    File,
    Sticker,
    Other,
}
