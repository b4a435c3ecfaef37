using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Numbers;
using NodaTime;

namespace MdtChatBot.Workflow.Tests;

public sealed class CountingTests
{
    [Fact]
    public void A_youth_counts_once_for_each_step_of_the_funnel_and_each_time_for_a_seat()
    {
        var world = new World(Fixture.Morning);
        var counts = new List<string>();
        Says("Hoi! MDT-WORK7", "1", "1", "1 3", "1", "3", "1", "cancel my appointment", "yes", "1", "menu", "1", "1", "1");
        Assert.Equal(["Reached", "Talked", "Interested", "Liked Sport", "Liked Cooking", "Booked"], counts);
        Assert.Equal(EntrySource.Balie, world.Conversation.Source);
        Assert.Equal(Counted.Reached | Counted.Talked | Counted.Interested | Counted.Booked, world.Conversation.Counted);

        void Says(params string[] words)
        {
            foreach (var one in words) counts.AddRange(Count(world.Happens(new Inbound.Message(one))));
        }
    }

    [Fact]
    public void An_empty_seat_counts_each_time_with_the_cause_that_was_tapped()
    {
        var world = new World(Fixture.Morning);
        foreach (var words in new[] { "Hoi! MDT-FEST3", "1", "1", "10", "1", "3", "Sam" }) world.Happens(new Inbound.Message(words));
        var booked = Fixture.Sessions.Single(s => world.Booking(s.Id) is not null).Id;
        Assert.Equal(["Missed"], Count(world.Happens(new Inbound.AttendanceMarked(booked, false))));
        Assert.Equal(["MissedReason travel"], Count(world.Happens(new Inbound.Message("", "missed:travel"))));
        Assert.Equal(["-Missed", "Attended", "Came"], Count(world.Happens(new Inbound.AttendanceMarked(booked, true))));
        Assert.Equal(EntrySource.Event, world.Conversation.Source);
    }

    [Fact]
    public void The_first_day_counts_when_it_comes()
    {
        var world = new World(Fixture.Morning);
        world.Happens(new Inbound.Message("Hoi! MDT-DEV24EN"));
        world.Happens(new Inbound.StartDateSet(Fixture.Morning + Duration.FromHours(1), "Deventer", "Fatima"));
        var timer = world.NextTimer(Fixture.Morning + Duration.FromHours(2))!;
        Assert.Equal(["Started"], Count(world.Happens(new Inbound.TimerFired(timer.Kind, timer.SetFor))));
    }

    [Fact]
    public void Who_is_erased_is_not_counted_in_that_turn() =>
        Assert.Empty(Count(new World(Fixture.Morning).Happens(new Inbound.RetentionEnded())));

    static List<string> Count(Decision decision) =>
        [.. decision.Effects.Select(e => e switch
        {
            Effect.Count one => $"{one.Step} {one.Detail}".TrimEnd(),
            Effect.Uncount one => $"-{one.Step} {one.Detail}".TrimEnd(),
            _ => "",
        }).Where(line => line.Length > 0)];
}
