using MdtChatBot.Bot.Channels.WebChat;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using NodaTime;

namespace MdtChatBot.Bot.Time;

/// <summary>The time machine's requests, for the panel beside the web chat. Outside Development they do not exist.</summary>
public static class TimeMachineSetup
{
    public static IServiceCollection AddTimeMachine(this IServiceCollection services)
    {
        services.AddSingleton<ClockOffset>();
        services.AddSingleton<TimeMachine>();
        return services;
    }

    public static void MapTimeMachine(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment()) return;
        var machine = app.MapGroup("/time-machine");
        machine.MapGet("", Show);
        machine.MapPost("/hour", (TimeMachine m, CancellationToken stop) => m.MoveBy(Duration.FromHours(1), stop));
        machine.MapPost("/day", (TimeMachine m, CancellationToken stop) => m.MoveBy(Duration.FromDays(1), stop));
        machine.MapPost("/next", (HttpRequest r, WorkLists l, TimeMachine m, CancellationToken stop) =>
            ForYouth(r, l, youth => m.MoveToNextTimer(youth, stop), stop));
        machine.MapPost("/after/{session:long}", async (long session, TimeMachine m, CancellationToken stop) =>
            await m.MoveToAfter(new SessionId(session), stop) ? Results.NoContent() : Results.NotFound());
        machine.MapPost("/attendance/{session:long}", (long session, bool attended, HttpRequest r, WorkLists l, TimeMachine m, CancellationToken stop) =>
            ForYouth(r, l, youth => m.Mark(youth, new SessionId(session), attended, stop), stop));
        machine.MapPost("/coach/{act}", (CoachAct act, CoachWords said, HttpRequest r, WorkLists l, TimeMachine m, CancellationToken stop) =>
            ForYouth(r, l, youth => m.Coach(youth, act, said.Words, stop), stop));
    }

    static async Task<TimeMachineView> Show(HttpRequest request, WorkLists lists, TimeMachine machine, CancellationToken stop) =>
        await machine.Show(await Youth(request, lists, stop), stop);

    // Whoever asks moves only their own conversation, even in Development.
    static async Task<IResult> ForYouth(HttpRequest request, WorkLists lists, Func<YouthId, Task> act, CancellationToken stop)
    {
        if (await Youth(request, lists, stop) is not { } youth) return Results.NotFound();
        await act(youth);
        return Results.NoContent();
    }

    static async Task<YouthId?> Youth(HttpRequest request, WorkLists lists, CancellationToken stop) =>
        request.Conversation() is { } conversation
            ? await lists.FindYouth(WebChatChannel.ChannelName, conversation.Address, stop)
            : null;

    internal sealed record CoachWords(string Words = "");
}
