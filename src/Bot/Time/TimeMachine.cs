using MdtChatBot.Bot.Turns;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Programme;
using NodaTime;

namespace MdtChatBot.Bot.Time;

/// <summary>
/// Lets a newcomer to the programme see a whole journey in two minutes: moves the clock and plays the staff, for the youth of
/// one web chat. In Development only.
/// </summary>
public sealed class TimeMachine(BotClock clock, ClockOffset offset, WorkLists lists, ProgrammeStore programme, InboxWriter inbox)
{
    const string CoachName = "Sanne";

    // People leave, and staff tick attendance, a little after the end.
    static readonly Duration AfterSession = Duration.FromMinutes(5);

    public async Task<TimeMachineView> Show(YouthId? youth, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        var offer = await programme.Current(now, stop);
        if (youth is not { } known) return TimeMachineView.Of(now, null, [], offer);
        var seats = await lists.SeatsOf(known, stop);
        return TimeMachineView.Of(now, await lists.NextTimer(known, stop), seats.Zip(Sessions(seats, offer)).Where(s => s.Second is not null)!, offer);
    }

    public Task MoveBy(Duration time, CancellationToken stop) => offset.MoveTo(clock.GetCurrentInstant() + time, stop);

    public async Task MoveToNextTimer(YouthId youth, CancellationToken stop)
    {
        if (await lists.NextTimer(youth, stop) is { } next) await offset.MoveTo(next, stop);
    }

    /// <summary>False where there is no such session.</summary>
    public async Task<bool> MoveToAfter(SessionId session, CancellationToken stop)
    {
        var offer = await programme.Current(clock.GetCurrentInstant(), stop);
        if (offer.Session(session) is not { } found) return false;
        await offset.MoveTo(found.Ends + AfterSession, stop);
        return true;
    }

    public Task Mark(YouthId youth, SessionId session, bool attended, CancellationToken stop) =>
        Happen(youth, new Inbound.AttendanceMarked(session, attended), stop);

    public Task Coach(YouthId youth, CoachAct act, string words, CancellationToken stop) => Happen(youth, act switch
    {
        CoachAct.Take => new Inbound.HandoffTaken(CoachName),
        CoachAct.Say => new Inbound.CoachWrote(CoachName, words),
        _ => new Inbound.HandoffEnded(CoachName),
    }, stop);

    Task Happen(YouthId youth, Inbound inbound, CancellationToken stop) =>
        inbox.Accept(new Addressed(youth, $"time-machine:{Guid.NewGuid():N}", inbound, clock.GetCurrentInstant()), stop);

    static IEnumerable<TrialSession?> Sessions(IEnumerable<SeatRow> seats, Offer offer) => seats.Select(s => offer.Session(s.Session));
}

/// <summary>What a coach does in a conversation.</summary>
public enum CoachAct
{
    Take,
    Say,
    End,
}
