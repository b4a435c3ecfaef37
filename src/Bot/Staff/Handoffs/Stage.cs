using MdtChatBot.Storage;
using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Conversations;

namespace MdtChatBot.Bot.Staff;

/// <summary>How far a youth has come, in one word; its words are <c>youth.stages.*</c>.</summary>
static class Stage
{
    /// <param name="conversation">Of the youth.</param>
    /// <param name="all">Their bookings; only those of trials say how far they are.</param>
    /// <param name="now">Tells what is still to come.</param>
    public static string Of(Conversation conversation, IReadOnlyList<FileSeat> all, NodaTime.Instant now) => Of(conversation, [.. all.Where(s => s.Event is null)], now);

    static string Of(Conversation conversation, List<FileSeat> seats, NodaTime.Instant now) => conversation switch
    {
        { Stopped: true } => "stopped",
        { PausedUntil: { } until } when until > now => "paused",
        { Start: not null } => "starting",
        _ when seats.Any(s => s.Status is BookingStatus.Attended) => "attended",
        _ when seats.Any(s => s.Status is BookingStatus.Confirmed && s.Ends > now) => "confirmed",
        _ when seats.Any(s => s.Status is BookingStatus.Booked && s.Ends > now) => "booked",
        _ when seats.Any(s => s.Status is BookingStatus.Waiting or BookingStatus.Offered && s.Ends > now) => "waiting",
        _ when seats.Any(s => s.Status is BookingStatus.NoShow) => "missed",
        { Interests.Count: > 0 } => "interested",
        { Consent: Consent.Given } => "talking",
        _ => "new",
    };
}
