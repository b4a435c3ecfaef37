using System.Text;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace MdtChatBot.Bot.Calendar;

/// <summary><c>GET /calendar/{session}.ics</c>: a session for the phone's calendar, with the times as they are now.</summary>
public static class CalendarSetup
{
    public static void MapCalendar(this IEndpointRouteBuilder app) => app.MapGet("/calendar/{session:long}.ics", Download);

    static async Task<Results<FileContentHttpResult, NotFound>> Download(
        long session, HttpResponse response, ProgrammeStore programme, IClock clock, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        var offer = await programme.Current(now, stop);
        if (offer.Session(new SessionId(session)) is not { } found) return TypedResults.NotFound();

        // Short: a session may move.
        response.Headers.CacheControl = "public, max-age=60";
        var file = CalendarFile.Write(found, offer.Project(found.Project), now);
        return TypedResults.File(Encoding.UTF8.GetBytes(file), "text/calendar; charset=utf-8", $"mdt-{session}.ics");
    }
}
