using MdtChatBot.Bot.Turns;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using NodaTime;

namespace MdtChatBot.Bot.Staff;

/// <summary>Staff acts that become an input of a youth: attendance, start date, taking, answering and ending a handoff.</summary>
public sealed class StaffActs(InboxWriter inbox, WorkLists lists, IClock clock)
{
    const int LongestMessage = 1600;
    const int LongestName = 60;

    /// <summary><c>{youth, attended}</c>: ticks one youth of a session that has begun.</summary>
    public async Task<IResult> MarkAttendance(long session, HttpContext http)
    {
        var fields = await Fields.Read(http.Request, http.RequestAborted);
        var youth = new YouthId(fields.Id("youth"));
        var attended = fields.Flag("attended");
        if (fields.Faults.Count > 0) return Wrong(fields);
        var seat = (await lists.Seats(new SessionId(session), http.RequestAborted)).FirstOrDefault(s => s.Youth == youth);
        fields.Demand(seat is not null, "youth", "has no seat at this session");
        fields.Demand(seat is null || seat.Starts <= clock.GetCurrentInstant(), "attended", "can be marked once the session has begun");
        return fields.Faults.Count > 0 ? Wrong(fields) : await Happen(http, youth, new Inbound.AttendanceMarked(new SessionId(session), attended));
    }

    /// <summary><c>{at, place, coach}</c>: the first day of the programme itself.</summary>
    public async Task<IResult> SetStartDate(long youth, HttpContext http)
    {
        var fields = await Fields.Read(http.Request, http.RequestAborted);
        var start = new Inbound.StartDateSet(fields.Instant("at"), fields.Text("place", 200), fields.Text("coach", LongestName));
        fields.Demand(start.At > clock.GetCurrentInstant(), "at", "must lie in the future");
        return fields.Faults.Count > 0 ? Wrong(fields) : await Happen(http, new YouthId(youth), start);
    }

    /// <summary><c>{coach}</c>: from now on the bot keeps silent.</summary>
    public Task<IResult> Take(long youth, HttpContext http) => Handle(youth, http, f => new Inbound.HandoffTaken(f.Text("coach", LongestName)));

    /// <summary><c>{coach, words}</c>: the coach's own words, to the youth as written.</summary>
    public Task<IResult> Say(long youth, HttpContext http) =>
        Handle(youth, http, f => new Inbound.CoachWrote(f.Text("coach", LongestName), f.Text("words", LongestMessage)));

    /// <summary><c>{coach}</c>: gives the conversation back to the bot.</summary>
    public Task<IResult> End(long youth, HttpContext http) => Handle(youth, http, f => new Inbound.HandoffEnded(f.Text("coach", LongestName)));

    async Task<IResult> Handle(long youth, HttpContext http, Func<Fields, Inbound> read)
    {
        var fields = await Fields.Read(http.Request, http.RequestAborted);
        var inbound = read(fields);
        if (fields.Faults.Count > 0) return Wrong(fields);
        var open = await lists.OpenHandoffs(http.RequestAborted);
        return open.Any(h => h.Youth.Value == youth) ? await Happen(http, new YouthId(youth), inbound) : Results.Problem(statusCode: 404, title: "This youth has no open handoff.");
    }

    /// <summary>202: stored, and decided in a moment. The same <c>Idempotency-Key</c> happens once.</summary>
    async Task<IResult> Happen(HttpContext http, YouthId youth, Inbound inbound)
    {
        var given = http.Request.Headers["Idempotency-Key"].ToString();
        var key = given.Length is > 0 and <= 100 ? given : Guid.NewGuid().ToString("N");
        await inbox.Accept(new Addressed(youth, "staff:" + key, inbound, clock.GetCurrentInstant()), http.RequestAborted);
        return Results.Accepted();
    }

    static IResult Wrong(Fields fields) => Results.ValidationProblem(fields.Faults.ToDictionary());
}
