using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Referrals;
using NodaTime;

namespace MdtChatBot.Workflow.Tests;

public sealed class ReferralRulesTests
{
    [Theory]
    [InlineData(ReferralStatus.Seen, ReferralStatus.Interested, ReferralStatus.Interested)]
    [InlineData(ReferralStatus.Seen, ReferralStatus.Attended, ReferralStatus.Attended)]
    [InlineData(ReferralStatus.Booked, ReferralStatus.Interested, ReferralStatus.Booked)]
    [InlineData(ReferralStatus.Attended, ReferralStatus.Booked, ReferralStatus.Attended)]
    [InlineData(ReferralStatus.Booked, ReferralStatus.Declined, ReferralStatus.Declined)]
    [InlineData(ReferralStatus.Seen, ReferralStatus.Lapsed, ReferralStatus.Lapsed)]
    [InlineData(ReferralStatus.Attended, ReferralStatus.Declined, ReferralStatus.Attended)]
    [InlineData(ReferralStatus.Completed, ReferralStatus.Lapsed, ReferralStatus.Completed)]
    public void A_referral_moves_forward_and_ends_only_before_the_youth_has_been(ReferralStatus from, ReferralStatus to, ReferralStatus then) =>
        Assert.Equal(then, ReferralRules.Move(At(from), to).Status);

    [Theory]
    [InlineData(ReferralStatus.Interested, ReferralStatus.Interested, ReferralStatus.Declined)]
    [InlineData(ReferralStatus.Interested, ReferralStatus.Booked, ReferralStatus.Booked)]
    public void What_was_declined_lives_again_only_when_the_youth_goes_further(ReferralStatus reached, ReferralStatus to, ReferralStatus then) =>
        Assert.Equal(then, ReferralRules.Move(new Referral("W1", EntryCodeKind.Worker, ReferralStatus.Declined, reached), to).Status);

    [Theory]
    [InlineData(JourneyStep.Greeted, "", null)]
    [InlineData(JourneyStep.ConsentGiven, "", ReferralStatus.Interested)]
    [InlineData(JourneyStep.InterestsChosen, "Sport", ReferralStatus.Interested)]
    [InlineData(JourneyStep.Waiting, "", ReferralStatus.Interested)]
    [InlineData(JourneyStep.Booked, "", ReferralStatus.Booked)]
    [InlineData(JourneyStep.Confirmed, "", null)]
    [InlineData(JourneyStep.Cancelled, "ByYouth", null)]
    [InlineData(JourneyStep.Missed, "", null)]
    [InlineData(JourneyStep.Attended, "", ReferralStatus.Attended)]
    [InlineData(JourneyStep.StartPlanned, "", null)]
    [InlineData(JourneyStep.Started, "", ReferralStatus.Started)]
    [InlineData(JourneyStep.Completed, "", ReferralStatus.Completed)]
    [InlineData(JourneyStep.NotNow, "14", null)]
    [InlineData(JourneyStep.NotNow, "never", ReferralStatus.Declined)]
    [InlineData(JourneyStep.Stopped, "", ReferralStatus.Declined)]
    [InlineData(JourneyStep.ConsentDeclined, "", ReferralStatus.Declined)]
    public void What_happens_moves_a_referral_or_does_not(JourneyStep step, string detail, ReferralStatus? to) =>
        Assert.Equal(to, ReferralRules.After(step, detail));

    [Theory]
    [InlineData(ReferralStatus.Sent, 71, false, false)]
    [InlineData(ReferralStatus.Sent, 72, false, true)]
    [InlineData(ReferralStatus.Seen, 72, false, true)]
    [InlineData(ReferralStatus.Interested, 100, false, true)]
    [InlineData(ReferralStatus.Booked, 100, true, false)]
    [InlineData(ReferralStatus.Booked, 100, false, true)]
    [InlineData(ReferralStatus.Attended, 1000, false, false)]
    [InlineData(ReferralStatus.Declined, 1000, false, false)]
    public void It_is_back_on_the_list_when_nothing_happened_for_three_days(ReferralStatus status, int hours, bool hasAppointment, bool back) =>
        Assert.Equal(back, ReferralRules.IsBack(status, Fixture.Morning, hasAppointment, Fixture.Morning + Duration.FromHours(hours)));

    [Theory]
    [InlineData(Consent.NotAsked, null, ReferralStatus.Seen)]
    [InlineData(Consent.Declined, null, ReferralStatus.Seen)]
    [InlineData(Consent.Given, null, ReferralStatus.Interested)]
    [InlineData(Consent.Given, BookingStatus.Cancelled, ReferralStatus.Interested)]
    [InlineData(Consent.Given, BookingStatus.Confirmed, ReferralStatus.Booked)]
    [InlineData(Consent.Given, BookingStatus.NoShow, ReferralStatus.Interested)]
    [InlineData(Consent.Given, BookingStatus.Attended, ReferralStatus.Attended)]
    public void Who_is_known_already_is_taken_where_they_stand(Consent consent, BookingStatus? booking, ReferralStatus status)
    {
        Booking[] bookings = booking is { } held ? [new() { Session = Fixture.Sessions[0], Status = held, Version = 1, BookedAt = Fixture.Morning }] : [];
        Assert.Equal(status, ReferralRules.Standing(new Conversation { Consent = consent }, bookings));
    }

    [Theory]
    [InlineData("DEV24", "31600000000", "https://wa.me/31600000000?text=Hoi%21%20MDT-DEV24")]
    [InlineData("DEV24", "", "https://mdt.example.org/?code=DEV24")]
    public void A_link_begins_a_chat_where_the_bot_is(string code, string number, string link) =>
        Assert.Equal(link, EntryCode.LinkOf(code, number, "https://mdt.example.org"));

    static Referral At(ReferralStatus status) => Referral.Of("W1", EntryCodeKind.Worker, status);
}
