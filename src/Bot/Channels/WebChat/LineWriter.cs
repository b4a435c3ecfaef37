using MdtChatBot.Bot.Voice;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using NodaTime;
using NodaTime.Text;

namespace MdtChatBot.Bot.Channels.WebChat;

/// <summary>Writes lines of a conversation for the page.</summary>
public sealed class LineWriter(Catalogue catalogue, IClock clock)
{
    static readonly LocalTimePattern ClockPattern = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public ShownLine Write(TranscriptLine line)
    {
        var written = line.Saying is { } saying ? catalogue.Write(saying, line.Language, line.Site) : new Written(line.Words, []);
        var from = line.FromYouth ? "youth" : line.Saying is null ? "coach" : "bot";
        return Line(line.Id, from, line.Language, written, line.At) with { TakenBack = line.Kind is LineKind.TakenBack };
    }

    /// <summary>A message that stands in no transcript any more: the goodbye after everything was erased.</summary>
    public ShownLine Write(OutboxMessage message) =>
        Line(message.Id, "bot", new Language(message.Language), message.Written, clock.GetCurrentInstant());

    ShownLine Line(long id, string from, Language language, Written written, Instant at)
    {
        // As it is on the wall here, wherever the phone thinks it is.
        var there = at.InZone(Netherlands.Zone).LocalDateTime;
        return new ShownLine
        {
            Id = id,
            From = from,
            Language = language.Code,
            Direction = from != "bot" ? "auto" : catalogue.IsRightToLeft(language) ? "rtl" : "ltr",
            Body = written.Body,
            Choices = [.. written.Choices.Select(c => new ShownChoice(c.Id, c.Label, c.Description))],
            Sound = written.Sound is { } sound ? ClipEndpoint.Path + sound : null,
            Date = LocalDatePattern.Iso.Format(there.Date),
            Day = catalogue.Write(new Arg.Day(there.Date, DayForm.WeekdayDayMonth), language),
            Clock = ClockPattern.Format(there.TimeOfDay),
        };
    }
}
