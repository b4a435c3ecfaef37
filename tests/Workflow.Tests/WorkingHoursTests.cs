using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Workflow.Tests;

public sealed class WorkingHoursTests
{
    [Theory]
    [InlineData("9-17", "09:00-17:00")]
    [InlineData("13:00 – 17.30, 9:00-12:30", "09:00-12:30, 13:00-17:30")]
    [InlineData("", "")]
    public void Hours_are_read_as_people_write_them(string typed, string shown) => Assert.Equal(shown, HoursText.Write(HoursText.ReadDay(typed)!));

    [Theory]
    [InlineData("17-9")]
    [InlineData("9-9")]
    [InlineData("9-13, 12-17")]
    [InlineData("25-26")]
    [InlineData("morning")]
    [InlineData("9")]
    public void What_is_not_hours_is_refused(string typed) => Assert.Null(HoursText.ReadDay(typed));

    [Theory]
    [InlineData(23, 9, 0, true)]
    [InlineData(23, 8, 59, false)]
    [InlineData(23, 17, 0, false)]
    [InlineData(28, 12, 0, false)]
    public void Office_hours_are_open_on_weekdays_from_nine_to_five(int day, int hour, int minute, bool open) =>
        Assert.Equal(open, WorkingHours.OfficeHours.IsOpen(new LocalDateTime(2026, 11, day, hour, minute)));

    [Fact]
    public void Stored_hours_are_read_as_they_were() =>
        Assert.Equal("""{"Monday":"09:00-17:00","Tuesday":"09:00-17:00","Wednesday":"09:00-17:00","Thursday":"09:00-17:00","Friday":"09:00-17:00"}""",
            HoursText.Json(HoursText.ReadJson(HoursText.Json(WorkingHours.OfficeHours))));

    [Fact]
    public void Who_is_away_is_back_on_the_day_itself()
    {
        var member = new StaffMember
        {
            Id = new StaffId(1),
            Name = "Sanne",
            Role = StaffRole.Coach,
            Sites = [],
            Speaks = [],
            Hours = WorkingHours.None,
            LoadCap = 5,
            AbsentUntil = new LocalDate(2026, 12, 1),
        };
        Assert.True(member.IsAbsentOn(new LocalDate(2026, 11, 30)));
        Assert.False(member.IsAbsentOn(new LocalDate(2026, 12, 1)));
    }
}
