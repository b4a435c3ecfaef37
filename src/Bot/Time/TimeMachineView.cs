using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Programme;
using NodaTime;
using NodaTime.Text;

namespace MdtChatBot.Bot.Time;

/// <summary>What the panel beside the chat shows. Times are the wall clock in the Netherlands.</summary>
/// <param name="NextTimer">When something next happens to this youth by itself; null without.</param>
/// <param name="Sessions">Seats that still stand, or whose session is over and not yet marked; soonest first.</param>
public sealed record TimeMachineView(string Now, string? NextTimer, IReadOnlyList<SessionView> Sessions)
{
    static readonly LocalDateTimePattern Form = LocalDateTimePattern.CreateWithInvariantCulture("ddd d MMM HH:mm");

    internal static TimeMachineView Of(Instant now, Instant? nextTimer, IEnumerable<(SeatRow Seat, TrialSession Session)> seats, Offer offer) => new(
        At(now),
        nextTimer is { } next ? At(next) : null,
        [.. seats.Select(s => SessionView.Of(s.Seat, s.Session, offer, now))]);

    internal static string At(Instant instant) => Form.Format(instant.InZone(Netherlands.Zone).LocalDateTime);
}

/// <summary>One seat of this youth.</summary>
/// <param name="Begun">Attendance can be marked.</param>
/// <param name="Over">There is no need to move the clock.</param>
public sealed record SessionView(long Id, string Title, string Starts, string Status, bool Begun, bool Over)
{
    internal static SessionView Of(SeatRow seat, TrialSession session, Offer offer, Instant now) => new(
        session.Id.Value,
        offer.ProjectOf(session)?.Title.In(Language.English) ?? session.Event!.Kind.ToString(),
        TimeMachineView.At(session.Starts),
        seat.Status.ToString(),
        session.Starts <= now && seat.Status is BookingStatus.Booked or BookingStatus.Confirmed,
        session.Ends <= now);
}
