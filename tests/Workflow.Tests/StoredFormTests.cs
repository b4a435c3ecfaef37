using System.Text.Json;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Numbers;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Referrals;
using MdtChatBot.Workflow.Reminders;
using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Workflow.Tests;

/// <summary>What is in the database stays readable: every variant comes back as it went in, and the samples of old states load for ever.</summary>
public sealed class StoredFormTests
{
    static readonly WorkflowJson Json = WorkflowJson.Stored;

    public static TheoryData<Step> Steps() => new(
        new Step.New(), new Step.ChoosingLanguage(), new Step.GivingConsent(), new Step.GivingConsent(Goal.SeeTravel), new Step.InMenu(), new Step.AskingSite(Goal.SeeActivities),
        new Step.AskingInterests(), new Step.ChoosingSession(), new Step.ChoosingSession(new SessionId(4), true), new Step.AskingAge(new SessionId(4), true), new Step.AskingName(new SessionId(4), false, "Amina"),
        new Step.AskingWish(), new Step.AskingNotNow(), new Step.AskingPause(), new Step.ConfirmingDelete(), new Step.ConfirmingCancel(new SessionId(4)), new Step.AskingCannotReason(new SessionId(4)),
        new Step.AskingMissedReason(new SessionId(4)), new Step.AskingHowItWent(new SessionId(4)), new Step.AskingToStart(new SessionId(4)), new Step.AskingNewSite(), new Step.ConfirmingStop(), new Step.ConfirmingMove(new SiteId("deventer")), new Step.AskingGuests(new SessionId(11)));

    [Theory]
    [MemberData(nameof(Steps))]
    public void A_conversation_comes_back_at_every_step(Step step)
    {
        var conversation = new Conversation
        {
            Step = step,
            Language = new Language("ar"),
            Offered = [new Choice("session:4", Text.Of("common.words", ("words", Arg.Of(LocalText.Same("Koken")))), Text.Of("trial.slot", ("day", new Arg.Day(new LocalDate(2026, 3, 5), DayForm.Weekday)), ("time", Arg.Of(new LocalTime(14, 0))), ("km", Arg.Of(0))))],
            Question = "age.ask",
            Aside = new Aside("age.ask", [new Choice("age:From18To29", "age.from18to29")], "ik kom"),
            Consent = Consent.Given,
            ConsentAt = Fixture.Morning,
            Site = new SiteId("deventer"),
            Interests = [Interest.Sport, Interest.Cooking],
            Age = AgeGroup.From18To29,
            FirstName = "أمينة",
            PausedUntil = Instant.MaxValue,
            FriendSession = new SessionId(2),
            Source = EntrySource.Balie,
            ReferredAs = "Amina",
            Referrals = [new Referral("WORK7", EntryCodeKind.Worker, ReferralStatus.Declined, ReferralStatus.Booked)],
            AmbassadorCode = "STAR5",
            FriendsCame = 2,
            Counted = Counted.Reached | Counted.Talked,
            Invitations = Consent.Given,
            Invited = [new Invitation(new BroadcastId(3), new SessionId(4), Fixture.Morning, true)],
            Start = new Start(Fixture.Morning, "Deventer", "Fatima", 2),
            Ticks = [new Tick(new SessionId(4), Fixture.Morning, new SiteId("deventer"), new Language("ar")) { Confirmed = true, Missed = 1, Referrals = [Referral.Of("WORK7", EntryCodeKind.Worker, ReferralStatus.Booked)], Cause = "travel", Handoff = MdtChatBot.Workflow.Handoffs.HandoffReason.SecondNoShow }],
        };
        var stored = JsonSerializer.Serialize(conversation, Json.Conversation);
        Assert.Equal(stored, JsonSerializer.Serialize(JsonSerializer.Deserialize(stored, Json.Conversation), Json.Conversation));
        Assert.Equal(step, JsonSerializer.Deserialize(stored, Json.Conversation)?.Step);
    }

    [Fact]
    public void Every_step_is_in_the_list_above() =>
        Assert.Equal(typeof(Step).GetNestedTypes().Length, Steps().Select((object row) => row.GetType()).Distinct().Count());

    public static TheoryData<Inbound> Inbounds() => new(
        new Inbound.Message("سلام", "lang:ar", "Amina"), new Inbound.Media(MediaKind.Voice), new Inbound.Media(MediaKind.Voice, new Recording("https://api.twilio.com/x", "audio/ogg")), new Inbound.Spoken(7, "ik kom"), new Inbound.TakenBack(7), new Inbound.Located(new GeoPoint(52.1, 5.1)), new Inbound.TimerFired(TimerKind.RiskCheck, new SetFor.ForBooking(new SessionId(1), 2)),
        new Inbound.TimerFired(TimerKind.AskAgain, new SetFor.ForAsk(0)), new Inbound.TimerFired(TimerKind.StartEvening, new SetFor.ForStart(1)), new Inbound.SeatOffered(new SessionId(1)), new Inbound.AttendanceMarked(new SessionId(1), false),
        new Inbound.AttendanceMarked(new SessionId(1), true, true), new Inbound.WalkedIn(new SessionId(1)),
        new Inbound.SessionMoved(new SessionId(1)), new Inbound.SessionCancelled(new SessionId(1)), new Inbound.HandoffTaken("Fatima"), new Inbound.CoachWrote("Fatima", "Hoi"), new Inbound.HandoffEnded("Fatima"), new Inbound.HandoffTaken("Fatima", new StaffId(3), 2),
        new Inbound.CoachPhrase("Fatima", "handoff.quiet", new StaffId(3)), new Inbound.HandoffPassed("Fatima", new StaffId(4)), new Inbound.HandoffSnoozed(Fixture.Morning), new Inbound.CoachAbsent(new StaffId(3)),
        new Inbound.SeatGiven(new SessionId(4), new SessionId(1), "Fatima"), new Inbound.SeatWithdrawn(new SessionId(1), "Fatima"), new Inbound.TimerFired(TimerKind.HandoffWaits, new SetFor.ForHandoff(3)),
        new Inbound.StartDateSet(Fixture.Morning, "Deventer", "Fatima"), new Inbound.SetAside(), new Inbound.RetentionEnded(),
        new Inbound.TimerFired(TimerKind.ReferralLapses, new SetFor.ForReferral("WORK7")), new Inbound.StaffMoved(new SiteId("utrecht"), "Noor", "80 uur gedaan"), new Inbound.ProgrammeCompleted(),
        new Inbound.MadeAmbassador("Noor"), new Inbound.FriendAttended(), new Inbound.FriendAttended(true), new Inbound.ReferralClosed("WORK7", ReferralReason.Mistake), new Inbound.Referred("WORK7"),
        new Inbound.Invited(new BroadcastId(3), new SessionId(4)), new Inbound.Invited(new BroadcastId(3), new SessionId(4), "Er is eten!", Language.Dutch));

    [Theory]
    [MemberData(nameof(Inbounds))]
    public void Every_input_comes_back_as_it_was_stored(Inbound inbound) =>
        Assert.Equal(inbound, JsonSerializer.Deserialize(JsonSerializer.Serialize(inbound, Json.Inbound), Json.Inbound));

    [Fact]
    public void Every_input_is_in_the_list_above() =>
        Assert.Equal(typeof(Inbound).GetNestedTypes().Length, Inbounds().Select((object row) => row.GetType()).Distinct().Count());

    [Fact]
    public void The_engine_takes_every_input_at_every_step_without_failing()
    {
        foreach (var step in Steps())
            foreach (var inbound in Inbounds())
                Assert.NotNull(Fixture.Engine.Turn(new Conversation { Step = step, Language = Language.Dutch, Offered = [] }, inbound, Facts));
    }

    [Fact]
    public void What_is_taken_back_goes_without_a_word_and_changes_nothing_else()
    {
        foreach (var step in Steps())
        {
            var before = new Conversation { Step = step, Language = Language.Dutch, Offered = [] };
            var decision = Fixture.Engine.Turn(before, new Inbound.TakenBack(7), Facts);

            Assert.Equal([new Effect.TakeBack(7)], decision.Effects);
            Assert.Equal(JsonSerializer.Serialize(before, Json.Conversation), JsonSerializer.Serialize(decision.Next, Json.Conversation));
        }
    }

    // A state as version 1 stored it; when the form changes, add a sample, never change this one.
    [Fact]
    public void A_state_of_version_1_still_loads()
    {
        const string stored = """{"offered":[{"id":"age:From18To29","label":{"key":"age.from18to29"}}],"step":{"wanted":{"value":4},"t":"asking-age"},"language":{"code":"en"},"question":{"key":"age.ask"},"consent":"Given","site":{"value":"deventer"},"interests":["Cooking"]}""";
        var state = JsonSerializer.Deserialize(stored, Json.Conversation);
        Assert.Equal(new Step.AskingAge(new SessionId(4)), state?.Step);
        Assert.Equal("age:From18To29", Assert.Single(state?.Offered ?? []).Id);
    }

    static Facts Facts => new() { Now = Fixture.Morning, Offer = Offer.Empty, NewCode = "NEW1", PublicUrl = "https://mdt.example.org" };
}
