using System.Text;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using Microsoft.AspNetCore.Http.HttpResults;
using NodaTime;

namespace MdtChatBot.Bot.Calendar;

/// <summary>
/// <c>GET /calendar/{session}.ics</c>: a session for the phone's calendar, with the times as they are now; <c>GET /calendar/{site}/events.ics</c>:
/// a calendar of the events of a site, to subscribe to. Programme data only.
/// </summary>
public static class CalendarSetup
{
    public static void MapCalendar(this IEndpointRouteBuilder app)
    {
        app.MapGet("/calendar/{session:long}.ics", Download);
        app.MapGet("/calendar/{site}/events.ics", Feed);
    }

    static async Task<Results<FileContentHttpResult, NotFound>> Download(
        long session, HttpResponse response, ProgrammeStore programme, Catalogue catalogue, IClock clock, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        var offer = await programme.Current(now, stop);
        if (offer.Session(new SessionId(session)) is not { } found) return TypedResults.NotFound();

        // Short: a session may move.
        response.Headers.CacheControl = "public, max-age=60";
        var file = CalendarFile.Write([found], offer, catalogue, now);
        return Ics(file, $"mdt-{session}.ics");
    }

    // Also those that were cancelled: a calendar that was told of them takes them out.
    static async Task<Results<FileContentHttpResult, NotFound>> Feed(
        string site, HttpResponse response, ProgrammeStore programme, Catalogue catalogue, IClock clock, CancellationToken stop)
    {
        var now = clock.GetCurrentInstant();
        var offer = await programme.Current(now, stop);
        if (offer.Site(new SiteId(site)) is not { } here) return TypedResults.NotFound();
        response.Headers.CacheControl = "public, max-age=3600";
        return Ics(CalendarFile.Write([.. offer.Sessions.Where(s => s.Event is not null && s.Site == here.Id)], offer, catalogue, now, here.Name), $"mdt-{site}.ics");
    }

    static FileContentHttpResult Ics(string file, string name) => TypedResults.File(Encoding.UTF8.GetBytes(file), "text/calendar; charset=utf-8", name);
}
