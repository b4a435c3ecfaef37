using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Invitations;
using MdtChatBot.Workflow.Numbers;
using NodaTime;

namespace MdtChatBot.Workflow.Tests;

public sealed class InvitationRulesTests
{
    static readonly Candidate Willing = new() { Consent = Consent.Given, Age = AgeGroup.From18To29 };

    public static TheoryData<string, Candidate, Exclusion?> Candidates() => new()
    {
        { "who gave leave", Willing, null },
        { "who was never asked", Willing with { Consent = Consent.NotAsked }, Exclusion.NoConsent },
        { "who said no", Willing with { Consent = Consent.Declined }, Exclusion.NoConsent },
        { "who wrote STOP", Willing with { Stopped = true }, Exclusion.Stopped },
        { "who has a break", Willing with { PausedUntil = Fixture.Morning + Duration.FromDays(1) }, Exclusion.Paused },
        { "whose break is over", Willing with { PausedUntil = Fixture.Morning }, null },
        { "whom a coach helps urgently", Willing with { UrgentHandoff = true }, Exclusion.UrgentHandoff },
        { "who is 16 or 17", Willing with { Age = AgeGroup.From16To17 }, Exclusion.Minor },
        { "whose age nobody knows", Willing with { Age = AgeGroup.Unknown }, null },
        { "who answered", Willing with { Answered = true }, Exclusion.AlreadyAnswered },
        { "who was invited to this before", Willing with { Invited = true }, Exclusion.AlreadyInvited },
        { "who was asked once this month", Willing with { AskedLately = 1 }, null },
        { "who was asked twice this month", Willing with { AskedLately = 2 }, Exclusion.AskedTooRecently },
        { "STOP goes before all", Willing with { Stopped = true, Consent = Consent.Declined, Answered = true, AskedLately = 9 }, Exclusion.Stopped },
    };

    [Theory]
    [MemberData(nameof(Candidates))]
    public void Who_is_invited_and_who_is_not(string who, Candidate youth, Exclusion? expected)
    {
        Assert.NotEmpty(who);
        Assert.Equal(expected, InvitationRules.Against(youth, minorsWelcome: false, mostAMonth: 2, Fixture.Morning));
    }

    [Fact]
    public void A_minor_is_invited_where_the_event_says_so() =>
        Assert.Null(InvitationRules.Against(Willing with { Age = AgeGroup.From16To17 }, minorsWelcome: true, mostAMonth: 2, Fixture.Morning));

    [Theory]
    [InlineData(50, false)]
    [InlineData(51, true)]
    public void Above_fifty_a_second_person_approves(int recipients, bool needed) => Assert.Equal(needed, InvitationRules.NeedsSecond(recipients));

    [Theory]
    [InlineData(BroadcastState.Draft, BroadcastAct.Send, false, BroadcastState.Scheduled)]
    [InlineData(BroadcastState.Draft, BroadcastAct.Send, true, BroadcastState.WaitingForSecond)]
    [InlineData(BroadcastState.Draft, BroadcastAct.Approve, false, null)]
    [InlineData(BroadcastState.Draft, BroadcastAct.Begin, false, null)]
    [InlineData(BroadcastState.WaitingForSecond, BroadcastAct.Approve, false, BroadcastState.Scheduled)]
    [InlineData(BroadcastState.WaitingForSecond, BroadcastAct.SendBack, false, BroadcastState.Draft)]
    [InlineData(BroadcastState.WaitingForSecond, BroadcastAct.Begin, false, null)]
    [InlineData(BroadcastState.Scheduled, BroadcastAct.Begin, false, BroadcastState.Running)]
    [InlineData(BroadcastState.Scheduled, BroadcastAct.Begin, true, BroadcastState.WaitingForSecond)]
    [InlineData(BroadcastState.Scheduled, BroadcastAct.SendBack, false, BroadcastState.Draft)]
    [InlineData(BroadcastState.Running, BroadcastAct.Pause, false, BroadcastState.Paused)]
    [InlineData(BroadcastState.Running, BroadcastAct.Stop, false, BroadcastState.Stopped)]
    [InlineData(BroadcastState.Done, BroadcastAct.Stop, false, BroadcastState.Stopped)]
    [InlineData(BroadcastState.Running, BroadcastAct.SendBack, false, null)]
    [InlineData(BroadcastState.Paused, BroadcastAct.Resume, false, BroadcastState.Running)]
    [InlineData(BroadcastState.Stopped, BroadcastAct.Resume, false, BroadcastState.Running)]
    [InlineData(BroadcastState.Stopped, BroadcastAct.Cancel, false, BroadcastState.Cancelled)]
    [InlineData(BroadcastState.Done, BroadcastAct.Retry, false, BroadcastState.Running)]
    [InlineData(BroadcastState.Done, BroadcastAct.Cancel, false, null)]
    [InlineData(BroadcastState.Cancelled, BroadcastAct.Resume, false, null)]
    public void What_may_follow_on_what(BroadcastState state, BroadcastAct act, bool needsSecond, BroadcastState? next) => Assert.Equal(next, BroadcastRules.After(state, act, needsSecond));

    [Theory]
    [InlineData(19, 10, null)]
    [InlineData(20, 2, null)]
    [InlineData(20, 3, "failures")]
    [InlineData(1000, 100, null)]
    [InlineData(1000, 101, "failures")]
    public void More_than_a_tenth_of_at_least_twenty_failed_stops_a_round(int tried, int failed, string? reason)
    {
        var now = new Tally { Sent = tried - failed, Failed = new Dictionary<string, int> { ["63024"] = failed } };
        Assert.Equal(reason, BroadcastRules.Trouble(now, new Tally(), _ => false));
    }

    [Fact]
    public void What_failed_before_it_was_resumed_counts_no_more()
    {
        var before = new Tally { Sent = 10, Failed = new Dictionary<string, int> { ["63049"] = 10 } };
        var now = before with { Sent = 40 };
        Assert.Null(BroadcastRules.Trouble(now, before, code => code == "63049"));
        Assert.Equal("63049", BroadcastRules.Trouble(now with { Failed = new Dictionary<string, int> { ["63049"] = 11 } }, before, code => code == "63049"));
    }

    [Fact]
    public void A_complaint_about_one_that_is_tried_again_stops_a_round_too() =>
        Assert.Equal("63018", BroadcastRules.Trouble(new Tally { OnTheWay = 1, Retrying = new Dictionary<string, int> { ["63018"] = 1 } }, new Tally(), code => code == "63018"));

    [Theory]
    [InlineData("2026-03-03 10:00", 80 * 60, "2026-03-03 10:01")]
    [InlineData("2026-03-03 20:59", 80 * 120, "2026-03-04 08:31")]
    [InlineData("2026-03-03 22:00", 80 * 60, "2026-03-04 08:31")]
    public void A_round_takes_as_long_as_the_rate_and_the_night_make_it(string begins, int recipients, string ends) =>
        Assert.Equal(Fixture.At(ends), SendingTime.Ends(recipients, 80, Fixture.At(begins), Fixture.Amsterdam));

    [Fact]
    public void A_stage_is_the_furthest_step_that_a_youth_was_counted_for()
    {
        Assert.Equal(FunnelStage.Reached, FunnelStages.Of(Counted.Nothing));
        Assert.Equal(FunnelStage.Attended, FunnelStages.Of(Counted.Reached | Counted.Talked | Counted.Attended));
        Assert.All(Enum.GetValues<FunnelStage>(), stage => Assert.Equal(stage, FunnelStages.Of(Enum.Parse<Counted>(stage.ToString()))));
    }

    /// <summary>A changed word in a question for consent is a new version: raise <see cref="ConsentWording.Version"/>. A new language is none. <c>UPDATE_TRANSCRIPTS=1</c> writes the file anew.</summary>
    [Fact]
    public void The_wording_that_consent_was_given_to_has_its_version()
    {
        string[] keys = ["privacy.whatWeKeep", "privacy.whoSees", "privacy.yourRights", "privacy.consentAsk", "invitations.consentAsk"];
        string Words(Language language) => string.Concat(keys.Select(k => Fixture.Catalogue.Write(Text.Of(k, ("months", Arg.Of(6)), ("max", Arg.Of(2))), language)));
        var prints = ConsentWording.Version + "\n" + string.Concat(Fixture.Catalogue.Languages.Select(l => $"{l}: {Print(Words(l))}\n"));
        var file = Path.Combine(Fixture.Root, "tests", "Workflow.Tests", "ConsentWording.txt");
        if (Environment.GetEnvironmentVariable("UPDATE_TRANSCRIPTS") is "1") File.WriteAllText(file, prints);
        else Assert.Equal(File.ReadAllText(file), prints);
    }

    static string Print(string words) => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(words)))[..12];
}
