using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using NodaTime;

namespace MdtChatBot.Bot.Staff;

/// <summary>What staff need before there is a console: lists to read, and acts under <c>/api</c>. Opened by the staff key; answers are JSON, faults problem+json.</summary>
public static class StaffApi
{
    public static IServiceCollection AddStaffApi(this IServiceCollection services)
    {
        services.AddOptions<StaffOptions>().BindConfiguration(StaffOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<StaffKey>();
        services.AddSingleton<KeyRequired>();
        services.AddSingleton<StaffActs>();
        return services;
    }

    public static void MapStaffApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").AddEndpointFilter(routes.ServiceProvider.GetRequiredService<KeyRequired>());
        MapLists(api);
        MapActs(api);
    }

    static void MapLists(RouteGroupBuilder api)
    {
        api.MapGet("/handoffs", async (WorkLists lists, CancellationToken stop) => (await lists.OpenHandoffs(stop)).Select(ShownHandoff.Of));
        api.MapGet("/at-risk", async (WorkLists lists, CancellationToken stop) => (await lists.AtRisk(stop)).Select(ShownSeat.Of));
        api.MapGet("/sessions/{session:long}/seats", async (long session, WorkLists lists, CancellationToken stop) =>
            (await lists.Seats(new SessionId(session), stop)).Select(ShownSeat.Of));
        api.MapGet("/undelivered", async (WorkLists lists, CancellationToken stop) =>
            (await lists.Undelivered(stop)).Select(u => new UndeliveredCount(u.State.ToString(), u.Code, u.Count)));
        api.MapGet("/wishes", async (WorkLists lists, CancellationToken stop) =>
            (await lists.Wishes(stop)).Select(w => new WishCount(w.Site?.Value, w.Words, w.Count)));
        api.MapGet("/set-aside", async (Inbox inbox, CancellationToken stop) => (await inbox.SetAside(stop)).Select(ShownSetAside.Of));
    }

    static void MapActs(RouteGroupBuilder api)
    {
        api.MapPost("/sessions/{session:long}/attendance", (long session, StaffActs acts, HttpContext http) => acts.MarkAttendance(session, http));
        api.MapPost("/sessions/{session:long}/move", Move);
        api.MapPost("/sessions/{session:long}/cancel", Cancel);
        api.MapPost("/youths/{youth:long}/start-date", (long youth, StaffActs acts, HttpContext http) => acts.SetStartDate(youth, http));
        api.MapPost("/handoffs/{youth:long}/take", (long youth, StaffActs acts, HttpContext http) => acts.Take(youth, http));
        api.MapPost("/handoffs/{youth:long}/say", (long youth, StaffActs acts, HttpContext http) => acts.Say(youth, http));
        api.MapPost("/handoffs/{youth:long}/end", (long youth, StaffActs acts, HttpContext http) => acts.End(youth, http));
        api.MapPost("/set-aside/{id:long}/replay", async (long id, Inbox inbox, CancellationToken stop) =>
            await inbox.Replay(id, stop) ? Results.Accepted() : Missing("There is no such input."));
    }

    /// <summary><c>{starts, ends}</c>: every booked youth is told.</summary>
    static async Task<IResult> Move(long session, ProgrammeStore programme, IClock clock, HttpContext http)
    {
        var fields = await Fields.Read(http.Request, http.RequestAborted);
        var (starts, ends, now) = (fields.Instant("starts"), fields.Instant("ends"), clock.GetCurrentInstant());
        fields.Demand(starts > now, "starts", "must lie in the future");
        fields.Demand(ends > starts, "ends", "must be after the start");
        if (fields.Faults.Count > 0) return Results.ValidationProblem(fields.Faults.ToDictionary());
        return await programme.Move(new SessionId(session), starts, ends, now, http.RequestAborted) ? Results.NoContent() : Missing("There is no such session.");
    }

    /// <summary>Every booked or waiting youth is told.</summary>
    static async Task<IResult> Cancel(long session, ProgrammeStore programme, IClock clock, CancellationToken stop) =>
        await programme.Cancel(new SessionId(session), clock.GetCurrentInstant(), stop) ? Results.NoContent() : Missing("There is no such session.");

    static IResult Missing(string what) => Results.Problem(statusCode: StatusCodes.Status404NotFound, title: what);

    internal sealed record UndeliveredCount(string State, string Code, int Count);

    internal sealed record WishCount(string? Site, string Words, int Count);
}
