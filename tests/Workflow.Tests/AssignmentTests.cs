using System.Globalization;
using MdtChatBot.Workflow.Handoffs;
using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Workflow.Tests;

/// <summary>Who is asked to take a handoff. Tuesday 3 March 2026 unless another day is named.</summary>
public sealed class AssignmentTests
{
    const string Now = "2026-03-03 10:00";

    static readonly DeskMember Fatima = Coach(1, "Fatima", speaks: "nl,ar", primary: true);
    static readonly DeskMember Jan = Coach(2, "Jan", speaks: "nl,ti");
    static readonly DeskMember Evening = Coach(3, "Evening", hours: "17:00-21:00");
    static readonly DeskMember Bea = Coach(9, "Bea") with { Staff = Coach(9, "Bea").Staff with { Role = StaffRole.Coordinator } };

    [Theory]
    [InlineData("the first did not answer, the next is at work: said once", true, true, true, true)]
    [InlineData("another one later, at work: nothing new", false, true, true, false)]
    [InlineData("work has ended meanwhile: said", true, true, false, true)]
    [InlineData("work has ended meanwhile, after others: said", false, true, false, true)]
    [InlineData("at night, the first passes: nothing new", true, false, false, false)]
    [InlineData("at night, one after the other: nothing new", false, false, false, false)]
    [InlineData("in the morning somebody is at work after a night of asking: who takes it says so", false, false, true, false)]
    public void What_is_urgent_and_goes_on_is_news_only_where_it_changes_what_the_youth_may_expect(string why, bool isFirst, bool workedBefore, bool worksNow, bool news) =>
        Assert.Equal((why, news), (why, UrgentNews.IsNews(isFirst, workedBefore, worksNow)));

    [Fact]
    public void The_primary_of_the_site_comes_before_the_backup() => Assert.Equal("Fatima", Asked(Now, [Jan, Fatima, Bea]));

    [Fact]
    public void Who_speaks_the_language_comes_before_the_primary_where_both_can_answer_the_same_day() => Assert.Equal("Jan", Asked(Now, [Fatima, Jan, Bea], language: "ti"));

    [Fact]
    public void An_answer_today_comes_before_an_answer_in_the_own_language_tomorrow() =>
        Assert.Equal("Evening", Asked("2026-03-03 18:00", [Fatima, Jan, Evening], language: "ar"));

    [Fact]
    public void Who_opens_first_is_asked_when_nobody_works() => Assert.Equal("Evening", Asked("2026-03-03 16:59", [Evening], "nl"));

    [Fact]
    public void In_the_weekend_it_is_who_opens_first_on_monday() =>
        Assert.Equal("Early", Asked("2026-03-07 12:00", [Fatima, Coach(4, "Early", hours: "08:00-12:00")]));

    [Fact]
    public void Who_is_full_is_not_asked() => Assert.Equal("Jan", Asked(Now, [Fatima with { Open = 5 }, Jan]));

    [Fact]
    public void A_full_list_does_not_count_when_it_is_urgent() => Assert.Equal("Fatima", Asked(Now, [Fatima with { Open = 5 }, Bea], urgency: Urgency.Urgent));

    [Fact]
    public void Urgent_goes_to_who_is_there_before_who_speaks_the_language() =>
        Assert.Equal("Evening", Asked("2026-03-03 18:00", [Jan, Evening], language: "ti", urgency: Urgency.Urgent));

    [Fact]
    public void Who_is_away_is_not_asked() => Assert.Equal("Jan", Asked(Now, [Away(Fatima, "2026-03-09"), Jan]));

    [Fact]
    public void Away_over_a_free_weekend_is_not_away() => Assert.Equal("Fatima", Asked("2026-03-07 12:00", [Away(Fatima, "2026-03-09"), Jan]));

    [Fact]
    public void Of_equals_the_one_with_the_fewest_is_asked() => Assert.Equal("Two", Asked(Now, [Coach(5, "One") with { Open = 2 }, Coach(6, "Two") with { Open = 1 }]));

    [Fact]
    public void Then_the_one_who_was_not_asked_for_longest() =>
        Assert.Equal("Two", Asked(Now, [Coach(5, "One") with { LastOffered = At("2026-03-03 09:00") }, Coach(6, "Two") with { LastOffered = At("2026-03-02 09:00") }]));

    [Fact]
    public void Then_the_one_who_was_never_asked() => Assert.Equal("Two", Asked(Now, [Coach(5, "One") with { LastOffered = At("2026-03-02 09:00") }, Coach(6, "Two")]));

    [Fact]
    public void Who_did_not_take_it_is_not_asked_again() => Assert.Equal("Jan", Asked(Now, [Fatima, Jan, Bea], passed: [1]));

    [Fact]
    public void At_last_the_coordinator_of_the_site() => Assert.Equal("Bea", Asked(Now, [Fatima, Jan, Bea], passed: [1, 2]));

    [Fact]
    public void Without_anybody_it_is_nobody() => Assert.Null(Asked(Now, [Fatima, Jan], passed: [1, 2]));

    [Fact]
    public void Who_stands_in_for_a_site_is_asked_when_it_has_nobody()
    {
        var site = Fixture.Sites[2] with { FallbackOwner = new StaffId(9) };
        Assert.Equal("Bea", Assignment.For(new HandoffDesk([Fatima, Bea]), new HandoffNeed(site, null, Urgency.Normal, []), At(Now), Fixture.Amsterdam).To?.Name);
    }

    [Theory]
    [InlineData(false, "2026-03-03 10:00", Urgency.Normal, "Bea", "nobody is at a desk there")]
    [InlineData(true, "2026-03-03 10:00", Urgency.Normal, "Fatima", "there is a balie with a coach of its own")]
    [InlineData(false, "2026-03-03 10:00", Urgency.Urgent, "Fatima", "whoever is there first")]
    [InlineData(false, "2026-03-02 10:00", Urgency.Normal, "Fatima", "they are away that day")]
    public void Of_a_site_without_a_balie_who_stands_in_is_asked_first(bool hasBalie, string now, Urgency urgency, string asked, string because)
    {
        var site = Fixture.Sites[0] with { HasBalie = hasBalie, FallbackOwner = new StaffId(9) };
        var desk = new HandoffDesk([Fatima, now.StartsWith("2026-03-02", StringComparison.Ordinal) ? Away(Bea, "2026-03-03") : Bea]);
        Assert.True(asked == Assignment.For(desk, new HandoffNeed(site, null, urgency, []), At(now), Fixture.Amsterdam).To?.Name, because);
    }

    [Fact]
    public void Who_stands_in_and_did_not_take_it_is_not_asked_again()
    {
        var site = Fixture.Sites[0] with { HasBalie = false, FallbackOwner = new StaffId(9) };
        Assert.Equal("Fatima", Assignment.For(new HandoffDesk([Fatima, Bea]), new HandoffNeed(site, null, Urgency.Normal, [new StaffId(9)]), At(Now), Fixture.Amsterdam).To?.Name);
    }

    [Theory]
    [InlineData(true, "Bea", "Eva")]
    [InlineData(false, "Bea", "Bea")]
    [InlineData(false, "", "Eva")]
    public void A_youth_of_a_site_without_a_balie_hears_the_name_of_who_stands_in(bool hasBalie, string standIn, string name) =>
        Assert.Equal(name, (Fixture.Sites[2] with { HasBalie = hasBalie, FallbackName = standIn }).WhoAnswers);

    [Fact]
    public void A_coach_of_another_site_is_not_asked() => Assert.Equal("Bea", Asked(Now, [Fatima with { Staff = Fatima.Staff with { Sites = [new("utrecht")] } }, Bea]));

    [Fact]
    public void A_youth_without_a_site_goes_to_a_coordinator() => Assert.Equal("Bea", Asked(Now, [Fatima, Bea], site: null));

    [Fact]
    public void Balie_workers_and_admins_are_not_asked() =>
        Assert.Null(Asked(Now, [Fatima with { Staff = Fatima.Staff with { Role = StaffRole.BalieWorker } }, Fatima with { Staff = Fatima.Staff with { Role = StaffRole.Admin } }]));

    [Theory]
    [InlineData("2026-03-03 10:00", "Tue 14:00", "four hours of work from now")]
    [InlineData("2026-03-03 15:00", "Wed 11:00", "two today, two tomorrow")]
    [InlineData("2026-03-03 20:00", "Wed 13:00", "tomorrow's first four")]
    [InlineData("2026-03-06 16:00", "Mon 12:00", "the weekend does not count")]
    [InlineData("2026-03-27 16:00", "Mon 12:00", "the clocks go forward in between")]
    public void It_must_be_taken_within_four_working_hours(string now, string by, string because) =>
        Assert.True(by == PickUpBy(now, Urgency.Normal), because);

    [Fact]
    public void Urgent_must_be_taken_within_ten_minutes_whatever_the_hour() => Assert.Equal("Sat 12:10", PickUpBy("2026-03-07 12:00", Urgency.Urgent));

    [Theory]
    [InlineData("2026-03-03 10:07", "Je krijgt vandaag antwoord, vóór 14:30.")]
    [InlineData("2026-03-03 15:00", "Je krijgt morgen antwoord, vóór 11:00.")]
    [InlineData("2026-03-06 16:00", "Je krijgt antwoord op maandag, vóór 12:00.")]
    [InlineData("2026-03-03 07:00", "De coach werkt nu niet. Vandaag vanaf 09:00 krijg je antwoord.")]
    [InlineData("2026-03-03 20:00", "De coach werkt nu niet. Morgen vanaf 09:00 krijg je antwoord.")]
    [InlineData("2026-03-07 20:00", "De coach werkt nu niet. Op maandag vanaf 09:00 krijg je antwoord.")]
    public void The_youth_is_told_what_is_true(string now, string said) =>
        Assert.Equal(said, Fixture.Catalogue.Write(AnswerTime.Text(Assignment.Of(Fatima.Staff, Need(Urgency.Normal), At(now), Fixture.Amsterdam), At(now), Fixture.Amsterdam), Language.Dutch));

    [Fact]
    public void Far_away_the_date_is_told_too()
    {
        var staff = Away(Fatima, "2026-03-16").Staff;
        var text = AnswerTime.Text(Assignment.Of(staff, Need(Urgency.Normal), At(Now), Fixture.Amsterdam), At(Now), Fixture.Amsterdam);
        Assert.Equal("De coach werkt nu niet. Op maandag 16 maart vanaf 09:00 krijg je antwoord.", Fixture.Catalogue.Write(text, Language.Dutch));
    }

    static string? Asked(string now, DeskMember[] desk, string language = "nl", Urgency urgency = Urgency.Normal, long[]? passed = null, string? site = "deventer") =>
        Assignment.For(
            new HandoffDesk(desk),
            new HandoffNeed(Fixture.Sites.FirstOrDefault(s => s.Id.Value == site), new Language(language), urgency, [.. (passed ?? []).Select(id => new StaffId(id))]),
            At(now),
            Fixture.Amsterdam).To?.Name;

    static string PickUpBy(string now, Urgency urgency) =>
        Assignment.Of(Fatima.Staff, Need(urgency), At(now), Fixture.Amsterdam).PickUpBy!.Value.InZone(Fixture.Amsterdam).ToString("ddd HH:mm", CultureInfo.InvariantCulture);

    static HandoffNeed Need(Urgency urgency) => new(Fixture.Sites[0], Language.Dutch, urgency, []);

    static Instant At(string local) => Fixture.At(local);

    static DeskMember Away(DeskMember member, string back) =>
        member with { Staff = member.Staff with { AbsentUntil = NodaTime.Text.LocalDatePattern.Iso.Parse(back).Value } };

    static DeskMember Coach(long id, string name, string speaks = "nl", bool primary = false, string hours = "09:00-17:00") => new(new StaffMember
    {
        Id = new(id),
        Name = name,
        Role = StaffRole.Coach,
        Sites = [new("deventer")],
        PrimaryAt = primary ? [new("deventer")] : [],
        Speaks = [.. speaks.Split(',').Select(l => new Language(l))],
        Hours = new WorkingHours(Enumerable.Range(1, 5).ToDictionary(d => (IsoDayOfWeek)d, _ => HoursText.ReadDay(hours)!)),
        LoadCap = 5,
    });
}
