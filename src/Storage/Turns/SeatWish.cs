using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;

namespace MdtChatBot.Storage.Turns;

/// <summary>An effect that needs the lock of a session.</summary>
readonly record struct SeatWish(SessionId Session, Effect Effect)
{
    /// <summary>Erasing gives up whatever is open, also a place in line.</summary>
    public static IEnumerable<SeatWish> Of(DecidedTurn decided)
    {
        foreach (var effect in decided.Decision.Effects)
        {
            switch (effect)
            {
                case Effect.BookSeat book: yield return new SeatWish(book.Session, effect); break;
                case Effect.BringGuests bring: yield return new SeatWish(bring.Session, effect); break;
                case Effect.KeepAnswer answer: yield return new SeatWish(answer.Session, effect); break;
                case Effect.JoinWaitingList join: yield return new SeatWish(join.Session, effect); break;
                case Effect.CancelBooking cancel: yield return new SeatWish(cancel.Session, effect); break;
                case Effect.UndoAttendance undo: yield return new SeatWish(undo.Session, effect); break;
                case Effect.SeatWalkIn walkIn: yield return new SeatWish(walkIn.Session, effect); break;
                case Effect.RecordAttendance record: yield return new SeatWish(record.Session, effect); break;
                case Effect.EraseYouth:
                    foreach (var booking in decided.Turn.Facts.Bookings.Where(b => b.IsOpen)) yield return new SeatWish(booking.Session.Id, effect);
                    break;
            }
        }
    }

    /// <summary>May set a seat free, so that the next in line must be known.</summary>
    public bool MayFree => Effect is Effect.CancelBooking or Effect.EraseYouth or Effect.BringGuests or Effect.KeepAnswer;
}
