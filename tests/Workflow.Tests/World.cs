using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Handoffs;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Referrals;
using MdtChatBot.Workflow.Reminders;
using MdtChatBot.Workflow.Staffing;
using NodaTime;
using Timer = MdtChatBot.Workflow.Reminders.Timer;

namespace MdtChatBot.Workflow.Tests;

/// <summary>What Storage does with a decision, in memory and for one youth: enough to play a whole conversation in microseconds.</summary>
sealed class World(Instant now)
{
    readonly Dictionary<SessionId, TrialSession> _sessions = Fixture.Sessions.ToDictionary(s => s.Id);
    readonly Dictionary<SessionId, Booking> _bookings = [];
    readonly Dictionary<string, EntryCode> _codes = Fixture.Codes.ToDictionary(c => c.Code);
    readonly List<Timer> _timers = [];
    Handoff? _handoff;
    int _codesGiven;
    HandoffDesk _desk = HandoffDesk.Empty;

    /// <summary>How messages leave, where the channel has a window; null in the web chat.</summary>
    public Leaving? Leaving { get; set; }

    /// <summary>What staff spoke.</summary>
    public Dictionary<MdtChatBot.Workflow.Content.SpokenText, string> Clips { get; } = [];

    /// <summary>A computer writes down what is said in voice notes.</summary>
    public bool Listens { get; set; }

    public Instant Now { get; private set; } = now;

    public Conversation Conversation { get; private set; } = new();

    public Booking? Booking(SessionId id) => _bookings.GetValueOrDefault(id);

    public Handoff? Handoff => _handoff;

    public HandoffDesk Desk => _desk;

    /// <summary>Somebody who works at the sites; replaces who has the same name.</summary>
    public void Works(StaffMember staff) =>
        _desk = new([.. _desk.Members.Where(m => m.Staff.Name != staff.Name), new DeskMember(staff)]);

    /// <summary>Someone else's change of a session: full, freed, moved, cancelled.</summary>
    public void Change(SessionId id, Func<TrialSession, TrialSession> change)
    {
        _sessions[id] = change(_sessions[id]);
        if (_bookings.TryGetValue(id, out var booking)) _bookings[id] = booking with { Session = _sessions[id] };
    }

    /// <summary>Raises a booking's version or sets its status, as Storage does when the ground moves.</summary>
    public void ChangeBooking(SessionId id, Func<Booking, Booking> change) => _bookings[id] = change(_bookings[id]);

    /// <summary>Until when what a timer says is true, as Storage has it.</summary>
    public Instant? Until(TimerKind kind, SetFor setFor) => setFor switch
    {
        SetFor.ForBooking set => ReminderLadder.UntrueFrom(kind, _sessions[set.Session].Starts, Fixture.Amsterdam),
        SetFor.ForStart when Conversation.Start is { } start => ReminderLadder.UntrueFrom(kind, start.At, Fixture.Amsterdam),
        _ => null,
    };

    /// <summary>Runs one turn and applies what it decided.</summary>
    public Decision Happens(Inbound inbound)
    {
        var decision = Fixture.Engine.Turn(Conversation, inbound, Facts(inbound));
        Conversation = decision.Next;
        foreach (var effect in decision.Effects) Apply(effect);
        return decision;
    }

    /// <summary>The next timer at or before an instant, taken out; null when none is due by then.</summary>
    public Timer? NextTimer(Instant until)
    {
        var next = _timers.Where(t => t.Due <= until).MinBy(t => t.Due);
        if (next is null)
        {
            if (until > Now && until != Instant.MaxValue) Now = until;
            return null;
        }

        _timers.Remove(next);
        if (next.Due > Now) Now = next.Due;
        return next;
    }

    Facts Facts(Inbound inbound) => new()
    {
        Now = Now,
        Offer = new Offer(Fixture.Sites, Fixture.Projects, _sessions.Values.OrderBy(s => s.Starts).ToList(), Fixture.Stories),
        Bookings = _bookings.Values.ToList(),
        Handoff = _handoff,
        Desk = _desk,
        Code = (inbound switch { Inbound.Message message => EntryCode.In(message.Words), Inbound.Referred referred => referred.Code, _ => null }) is { } code ? _codes.GetValueOrDefault(code) : null,
        NewCode = $"FRIEND{_codesGiven + 1}",
        PublicUrl = "https://mdt.example.org",
        WhatsAppNumber = "31600000000",
        Listens = Listens,
        Clips = Clips,
        KeepsMisunderstood = true,
        HasWindow = Leaving is not null,
        HasWaiting = Leaving?.HasHeld(Now) ?? false,
    };

    void Apply(Effect effect)
    {
        switch (effect)
        {
            case Effect.BookSeat(var id, var guests): Book(id, guests); break;
            case Effect.BringGuests(var id, var guests): Hold(id, guests); break;
            case Effect.KeepAnswer(var id, var answer): Free(id, answer); break;
            case Effect.JoinWaitingList(var id): Put(id, BookingStatus.Waiting); break;
            case Effect.CancelBooking(var id, _): Free(id); break;
            case Effect.ConfirmBooking(var id): _bookings[id] = _bookings[id] with { Status = BookingStatus.Confirmed, AtRisk = false }; break;
            case Effect.MarkAtRisk(var id): _bookings[id] = _bookings[id] with { AtRisk = true }; break;
            case Effect.RecordAttendance(var id, var attended): Put(id, attended ? BookingStatus.Attended : BookingStatus.NoShow); break;
            case Effect.UndoAttendance(var id): _bookings[id] = _bookings[id] with { Status = BookingStatus.Booked, Version = _bookings[id].Version + 1 }; break;
            case Effect.SeatWalkIn(var id, _): WalkIn(id); break;
            case Effect.SetTimer(var timer): _timers.Add(timer); break;
            case Effect.OpenHandoff(var reason, var urgency): _handoff = _handoff is { } known ? known with { Reason = reason, Urgency = urgency } : new Handoff(reason, urgency, false, ""); break;
            case Effect.OfferHandoff offer: Offer(offer); break;
            case Effect.TakeHandoff take: _handoff = _handoff is { } open ? open with { Taken = true, Begun = true, CoachName = take.CoachName, With = take.By, WithName = take.CoachName } : null; break;
            case Effect.SnoozeHandoff snooze: _handoff = _handoff is { } off ? off with { SnoozedUntil = snooze.Until } : null; break;
            case Effect.CloseHandoff: _handoff = null; break;
            case Effect.CreateEntryCode(var code): _codes[code.Code] = code; _codesGiven++; break;
            case Effect.EraseYouth: Erase(); break;
        }
    }

    void Offer(Effect.OfferHandoff offer)
    {
        _handoff = _handoff is { } open ? open with { Taken = false, CoachName = "", With = offer.To, WithName = offer.Name, Passed = offer.Passed, SnoozedUntil = null } : null;
        if (offer.To is { } to) _desk = _desk.Offered(to, Now);
    }

    void Book(SessionId id, int guests)
    {
        Hold(id, guests);
        Put(id, BookingStatus.Booked);
        ChangeBooking(id, b => b with { Guests = guests });
    }

    // Seats for the youth and so many guests, whatever was held before.
    void Hold(SessionId id, int guests)
    {
        var held = _bookings.GetValueOrDefault(id) is { HoldsSeat: true } booking ? 1 + booking.Guests : 0;
        Change(id, s => s with { Taken = s.Taken + 1 + guests - held });
        Assert.True(_sessions[id].Taken <= _sessions[id].Capacity, "oversold");
        if (held > 0) ChangeBooking(id, b => b with { Guests = guests });
    }

    void WalkIn(SessionId id)
    {
        if (_sessions[id].SeatsLeft > 0) Change(id, s => s with { Taken = s.Taken + 1 });
        Put(id, BookingStatus.Attended);
    }

    void Free(SessionId id, BookingStatus becomes = BookingStatus.Cancelled)
    {
        if (_bookings.GetValueOrDefault(id) is { HoldsSeat: true } held) Change(id, s => s with { Taken = s.Taken - 1 - held.Guests });
        Put(id, becomes);
    }

    void Put(SessionId id, BookingStatus status) =>
        _bookings[id] = new Booking { Session = _sessions[id], Status = status, Version = (_bookings.GetValueOrDefault(id)?.Version ?? 0) + 1, BookedAt = status is BookingStatus.Attended or BookingStatus.NoShow && _bookings.TryGetValue(id, out var held) && held.Status is not (BookingStatus.Cancelled or BookingStatus.Waiting) ? held.BookedAt : Now };

    void Erase()
    {
        foreach (var id in _bookings.Keys.Where(id => _bookings[id].HoldsSeat).ToList()) Free(id);
        _bookings.Clear();
        _timers.Clear();
        _handoff = null;
        Conversation = new Conversation();
    }
}
