using System.Globalization;
using System.Text;
using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Invitations;
using MdtChatBot.Workflow.Referrals;
using MdtChatBot.Workflow.Staffing;
using MdtChatBot.Workflow.Templates;
using NodaTime;

namespace MdtChatBot.Workflow.Tests;

/// <summary>
/// Plays a transcript (see Transcripts/README.md): keeps the lines that a person wrote and writes the bot's lines anew.
/// Equal to the file means that the bot still says and does exactly this.
/// </summary>
static class Transcript
{
    public static string Play(IEnumerable<string> lines)
    {
        var to = new StringBuilder();
        var player = new Player(to);
        foreach (var line in lines.Where(l => !l.StartsWith('<') && !l.StartsWith('!') && !l.StartsWith("~ :", StringComparison.Ordinal)))
        {
            to.Append(line).Append('\n');
            player.Take(line);
        }

        return to.ToString();
    }

    /// <summary>All that the bot says in a conversation, as it is stored.</summary>
    public static IReadOnlyList<Saying> Sayings(IEnumerable<string> lines)
    {
        var player = new Player(new StringBuilder());
        foreach (var line in lines.Where(l => !l.StartsWith('<') && !l.StartsWith('!') && !l.StartsWith("~ :", StringComparison.Ordinal))) player.Take(line);
        return player.Sayings;
    }

    sealed class Player(StringBuilder to)
    {
        public List<Saying> Sayings { get; } = [];

        World _world = new(Fixture.Morning);
        string? _profile;
        string? _coach;
        Instant? _until;
        Instant? _heard;

        public void Take(string line)
        {
            if (line.Length == 0 || line[0] is '#') return;
            if (line.StartsWith("at: ", StringComparison.Ordinal)) _world = new World(Fixture.At(line[4..]));
            else if (line.StartsWith("whatsapp: ", StringComparison.Ordinal)) _world.Leaving = Templates(line[10..]);
            else if (line.StartsWith("spoken: ", StringComparison.Ordinal)) Spoken(line[8..].Split(' '));
            else if (line is "listens: yes") _world.Listens = true;
            else if (line.StartsWith("profile: ", StringComparison.Ordinal)) _profile = line[9..];
            else if (line.StartsWith("coach: ", StringComparison.Ordinal)) _world.Works(Employed(StaffRole.Coach, line[7..].Split(' ')));
            else if (line.StartsWith("coordinator: ", StringComparison.Ordinal)) _world.Works(Employed(StaffRole.Coordinator, line[13..].Split(' ')));
            else if (line[0] is '>') Hear(Said(line[1..].Trim()));
            else if (line[0] is '~') Pass(line[1..].Trim());
            else if (line[0] is '@') Staff(line[1..].Split(' ', 3));
            else throw new FormatException($"not a transcript line: {line}");
        }

        void Spoken(string[] words)
        {
            foreach (var key in words[1..]) _world.Clips[new SpokenText(key, words[0])] = key;
        }

        // “all templates”, “no templates”, or the texts that have one.
        static Leaving Templates(string words) => words switch
        {
            "all templates" => Leaving.With(_ => true),
            "no templates" => Leaving.With(_ => false),
            _ => Leaving.With(t => words.Split(' ').Contains(t.Key)),
        };

        void Hear(Inbound inbound)
        {
            _heard = _world.Now;
            Show(_world.Happens(inbound));
            foreach (var written in _world.Leaving?.Release(_world.Now, _world.Conversation.Stopped) ?? [])
            {
                to.Append("! Follows\n");
                Show(written);
            }
        }

        Inbound Said(string words) => words switch
        {
            "[voice]" => new Inbound.Media(MediaKind.Voice),
            "[voice kept]" => new Inbound.Media(MediaKind.Voice, new Recording("https://api.twilio.com/x", "audio/ogg")),
            "[picture]" => new Inbound.Media(MediaKind.Picture),
            "[sticker]" => new Inbound.Media(MediaKind.Sticker),
            ['[', 'l', 'o', 'c', ' ', .. var place, ']'] => new Inbound.Located(Point(place)),
            ['[', .. var id, ']'] => new Inbound.Message("", id, _profile),
            _ => new Inbound.Message(words, null, _profile),
        };

        void Pass(string time)
        {
            var until = time switch
            {
                "next" => Instant.MaxValue,
                [.. var minutes, 'm'] => _world.Now + Duration.FromMinutes(Number(minutes)),
                [.. var hours, 'h'] => _world.Now + Duration.FromHours(Number(hours)),
                [.. var days, 'd'] => _world.Now + Duration.FromDays(Number(days)),
                _ => Fixture.At(time),
            };
            while (_world.NextTimer(until) is { } timer)
            {
                to.Append("~ : ").Append(_world.Now.InZone(Fixture.Amsterdam).ToString("ddd dd MMM HH:mm", CultureInfo.InvariantCulture)).Append(' ').Append(timer.Kind).Append('\n');
                _until = _world.Until(timer.Kind, timer.SetFor);
                Show(_world.Happens(new Inbound.TimerFired(timer.Kind, timer.SetFor)));
                _until = null;
                if (time is "next") break;
            }
        }

        void Staff(string[] words)
        {
            var rest = words.Length > 1 ? words[1] : "";
            _coach = words[0] is "coach" or "phrase" ? rest : null;
            switch (words[0])
            {
                case "attended": Show(_world.Happens(new Inbound.AttendanceMarked(Id(rest), true))); break;
                case "missed": Show(_world.Happens(new Inbound.AttendanceMarked(Id(rest), false))); break;
                case "undo": Show(_world.Happens(new Inbound.AttendanceMarked(Id(rest), false, Undone: true))); break;
                case "walked-in": Show(_world.Happens(new Inbound.WalkedIn(Id(rest)))); break;
                case "take": Show(_world.Happens(new Inbound.HandoffTaken(rest, Account(rest), _world.Conversation.Handoffs))); break;
                case "coach": Show(_world.Happens(new Inbound.CoachWrote(rest, words[2], Account(rest)))); break;
                case "phrase": Show(_world.Happens(new Inbound.CoachPhrase(rest, Phrase(words[2]), Account(rest)))); break;
                case "end": Show(_world.Happens(new Inbound.HandoffEnded(rest, words.Length > 2 ? Phrase(words[2]) : null))); break;
                case "pass": Show(_world.Happens(new Inbound.HandoffPassed(rest, Account(words[2])!.Value))); break;
                case "absent": Show(_world.Happens(new Inbound.CoachAbsent(Away(rest)))); break;
                case "snooze": Show(_world.Happens(new Inbound.HandoffSnoozed(Fixture.At(rest + " " + words[2])))); break;
                case "book": Show(_world.Happens(new Inbound.SeatGiven(Id(rest), null, words[2]))); break;
                case "rebook": Show(_world.Happens(new Inbound.SeatGiven(Id(words[2]), Id(rest), "Fatima"))); break;
                case "withdraw": Show(_world.Happens(new Inbound.SeatWithdrawn(Id(rest), words[2]))); break;
                case "start": Show(_world.Happens(new Inbound.StartDateSet(Fixture.At(rest + " " + words[2]), "Deventer", "Fatima"))); break;
                case "moved-to": Show(_world.Happens(new Inbound.StaffMoved(new SiteId(rest), "Fatima", words.Length > 2 ? words[2] : ""))); break;
                case "completed": Show(_world.Happens(new Inbound.ProgrammeCompleted())); break;
                case "ambassador": Show(_world.Happens(new Inbound.MadeAmbassador(rest))); break;
                case "friend-attended": Show(_world.Happens(new Inbound.FriendAttended(rest is "undone"))); break;
                case "close-referral": Show(_world.Happens(new Inbound.ReferralClosed(rest, Enum.Parse<ReferralReason>(words[2])))); break;
                case "invite": Show(_world.Happens(new Inbound.Invited(new BroadcastId(1), Id(rest), words.Length > 2 ? words[2] : "", words.Length > 2 ? _world.Conversation.Language : null))); break;
                case "heard": Show(_world.Happens(new Inbound.Spoken(1, string.Join(' ', words.Skip(1))))); break;
                case "referred": Show(_world.Happens(new Inbound.Referred(rest))); break;
                case "set-aside": Show(_world.Happens(new Inbound.SetAside())); break;
                case "retention-ended": Show(_world.Happens(new Inbound.RetentionEnded())); break;
                case "left": _world.Change(Id(rest), s => s with { Taken = s.Capacity - (int)Number(words[2]) }); break;
                case "fill": _world.Change(Id(rest), s => s with { Taken = s.Capacity }); break;
                case "freed": Freed(Id(rest)); break;
                case "moves": Moves(Id(rest), Fixture.At(words[2])); break;
                case "cancels":
                    _world.Change(Id(rest), s => s with { Cancelled = true });
                    Show(_world.Happens(new Inbound.SessionCancelled(Id(rest))));
                    break;
                default: throw new FormatException($"not a staff act: @{words[0]}");
            }
        }

        StaffId? Account(string name) => _world.Desk.Members.FirstOrDefault(m => m.Staff.Name == name)?.Staff.Id;

        StaffId Away(string name)
        {
            var staff = _world.Desk.Members.Single(m => m.Staff.Name == name).Staff;
            _world.Works(staff with { AbsentUntil = _world.Now.InZone(Fixture.Amsterdam).Date.PlusDays(7) });
            return staff.Id;
        }

        // “Fatima deventer nl,ar 09:00-17:00 primary”: on working days.
        StaffMember Employed(StaffRole role, string[] words)
        {
            var sites = words[1].Split(',').Select(s => new SiteId(s)).ToList();
            return new()
            {
                Id = new(_world.Desk.Members.Count + 1),
                Name = words[0],
                Role = role,
                Sites = sites,
                PrimaryAt = words.Contains("primary") ? sites : [],
                Speaks = words[2].Split(',').Select(l => new Language(l)).ToList(),
                Hours = new(Enumerable.Range(1, 5).ToDictionary(d => (IsoDayOfWeek)d, _ => HoursText.ReadDay(words[3])!)),
                LoadCap = 5,
            };
        }

        // “handoff.arranged coachName=Fatima time=14:00 day=2026-03-05”.
        static Text Phrase(string words)
        {
            var parts = words.Split(' ');
            return Text.Of(parts[0], [.. parts.Skip(1).Select(p => p.Split('=')).Select(p => (p[0], Argument(p[1])))]);
        }

        static Arg Argument(string value) =>
            NodaTime.Text.LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(value).TryGetValue(default, out var time) ? Arg.Of(time)
            : NodaTime.Text.LocalDatePattern.Iso.Parse(value).TryGetValue(default, out var date) ? new Arg.Day(date, DayForm.WeekdayDayMonth)
            : Arg.Of(value);

        // Someone else gave up a seat, and this youth is next in line.
        void Freed(SessionId id)
        {
            _world.ChangeBooking(id, b => b with { Status = BookingStatus.Offered, Version = b.Version + 1 });
            Show(_world.Happens(new Inbound.SeatOffered(id)));
        }

        void Moves(SessionId id, Instant starts)
        {
            _world.Change(id, s => s with { Starts = starts, Ends = starts + (s.Ends - s.Starts) });
            _world.ChangeBooking(id, b => b with { Version = b.Version + 1 });
            Show(_world.Happens(new Inbound.SessionMoved(id)));
        }

        void Show(Decision decision)
        {
            var language = decision.Next.Language ?? Language.Dutch;
            foreach (var effect in decision.Effects)
            {
                switch (effect)
                {
                    case Effect.Say(var saying, var lane):
                        Sayings.Add(saying);
                        Leave(saying.Parts[0].Text.Key, language, lane, Fixture.Catalogue.Write(saying, language) with { Arguments = Fixture.Catalogue.WriteArguments(saying, language) });
                        break;
                    case Effect.SayWords(var words): Leave("", language, Lane.Reply, new Written(words, [])); break;
                    // In every journey; the leave for invitations is shown.
                    case Effect.RecordConsent { Purpose: Purpose.Appointments }: break;
                    case Effect.RecordJourney or Effect.Count: break;
                    default: to.Append("! ").Append(Line(effect)).Append('\n'); break;
                }
            }
        }

        void Leave(string key, Language language, Lane lane, Written written)
        {
            if (_world.Leaving is not { } leaving)
            {
                Show(written);
                return;
            }

            var isOpen = ServiceWindow.IsOpen(_heard, _world.Now);
            var (way, seen) = leaving.Leave(key, language, lane, Written.WithCoach(written, _coach), isOpen, _until);
            if (Line(way) is { Length: > 0 } line) to.Append("! ").Append(line).Append('\n');
            if (seen is not null) Show(seen);
        }

        static string Line(Way way) => way switch
        {
            Way.AsTemplate template => $"AsTemplate {template.Template.Key}",
            Way.StandIn standIn => $"StandIn {standIn.Template.Key}",
            Way.Waits => "Waits",
            _ => "",
        };

        void Show(Written written)
        {
            Assert.True(written.Body.Length <= 1600, "longer than Twilio sends");
            Assert.True(written.Choices.Count <= 10, "more choices than a WhatsApp list has");
            foreach (var line in written.Body.Split('\n')) to.Append(line.Length == 0 ? "<" : "< ").Append(line).Append('\n');
            if (written.Sound is { } sound) to.Append("< [sound ").Append(sound).Append("]\n");
            for (var i = 0; i < written.Choices.Count; i++)
                to.Append("<   ").Append(i + 1).Append(". ").Append(written.Choices[i].Label)
                    .Append(written.Choices[i].Description.Length > 0 ? " — " + written.Choices[i].Description : "").Append('\n');
        }

        static string Line(Effect effect) => effect switch
        {
            Effect.BookSeat(var id, var guests) => $"BookSeat {id.Value}{(guests > 0 ? $" and {guests}" : "")}",
            Effect.BringGuests(var id, var guests) => $"BringGuests {id.Value} {guests}",
            Effect.KeepAnswer(var id, var answer) => $"KeepAnswer {id.Value} {answer}",
            Effect.JoinWaitingList(var id) => $"JoinWaitingList {id.Value}",
            Effect.CancelBooking(var id, var reason) => $"CancelBooking {id.Value} {reason}",
            Effect.ConfirmBooking(var id) => $"ConfirmBooking {id.Value}",
            Effect.MarkAtRisk(var id) => $"MarkAtRisk {id.Value}",
            Effect.RecordAttendance(var id, var attended) => $"RecordAttendance {id.Value} {(attended ? "attended" : "missed")}",
            Effect.UndoAttendance(var id) => $"UndoAttendance {id.Value}",
            Effect.SeatWalkIn(var id, var pastCapacity) => $"SeatWalkIn {id.Value}{(pastCapacity ? " past capacity" : "")}",
            Effect.SetTimer(var timer) => $"SetTimer {timer.Kind} {timer.Due.InZone(Fixture.Amsterdam).ToString("ddd dd MMM HH:mm", CultureInfo.InvariantCulture)}",
            Effect.OpenHandoff(var reason, var urgency) => $"OpenHandoff {reason} {urgency}",
            Effect.OfferHandoff offer => $"OfferHandoff {(offer.To is null ? "nobody" : offer.Name)}",
            Effect.TakeHandoff take => $"TakeHandoff {take.CoachName}",
            Effect.AnswerHandoff => "AnswerHandoff",
            Effect.AnswerUnread => "AnswerUnread",
            Effect.Listen => "Listen",
            Effect.TakeBack(var line) => $"TakeBack {line}",
            Effect.DropRecording => "DropRecording",
            Effect.SnoozeHandoff(var until, _) => $"SnoozeHandoff {until?.InZone(Fixture.Amsterdam).ToString("ddd dd MMM HH:mm", CultureInfo.InvariantCulture) ?? "no longer"}",
            Effect.CloseHandoff => "CloseHandoff",
            Effect.KeepWish(var site, var words) => $"KeepWish {site?.Value ?? "-"} {words}",
            Effect.KeepMisunderstood(var language, var site, var words, _) => $"KeepMisunderstood {language} {site?.Value ?? "-"} {words}",
            Effect.CreateEntryCode(var code) => $"CreateEntryCode {code.Code}",
            Effect.EraseYouth => "EraseYouth",
            Effect.RecordConsent(var purpose, var given, _, var way) => $"RecordConsent {purpose} {(given ? "given" : "ended")} {way}",
            Effect.NoteInvitation(var round, var outcome) => $"NoteInvitation {round.Value} {Outcome(outcome)}",
            Effect.AcceptReferral(var code, var status) => $"AcceptReferral {code} {status}",
            Effect.MoveReferral(var code, var status, var reason) => $"MoveReferral {code} {status}{(reason is ReferralReason.None ? "" : " " + reason)}",
            Effect.Uncount one => $"Uncount {one.Step} {one.Detail}".TrimEnd(),
            Effect.ThankAmbassador(var code, var undone) => $"ThankAmbassador {code}{(undone ? " taken back" : "")}",
            Effect.HandOver(var from, var place, var note, var by) => $"HandOver {from?.Value ?? "-"} {place?.Value ?? "-"} {(by.Length > 0 ? $"{by}: {note}" : "")}".TrimEnd(),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        static string Outcome(InvitationOutcome outcome) => outcome switch
        {
            InvitationOutcome.LeftOut(var why) => $"left out: {why}",
            InvitationOutcome.Later(var until) => $"later: {until.InZone(Fixture.Amsterdam).ToString("ddd dd MMM HH:mm", CultureInfo.InvariantCulture)}",
            _ => outcome.GetType().Name.ToLowerInvariant(),
        };

        static SessionId Id(string words) => new(long.Parse(words, CultureInfo.InvariantCulture));

        static double Number(string words) => double.Parse(words, CultureInfo.InvariantCulture);

        static GeoPoint Point(string words) => words.Split(',') is [var latitude, var longitude] ? new(Number(latitude), Number(longitude)) : throw new FormatException(words);
    }
}
