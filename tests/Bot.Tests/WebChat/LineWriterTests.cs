using MdtChatBot.Bot.Channels.WebChat;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Testing;

namespace MdtChatBot.Bot.Tests.WebChat;

public class LineWriterTests
{
    static readonly LineWriter Writer = new(
        new ContentFiles(Options.Create(new ContentOptions())).Catalogue(),
        new FakeClock(Instant.FromUtc(2026, 11, 23, 9, 5)));

    [Fact]
    public void Times_are_those_of_the_wall_clock_in_the_Netherlands()
    {
        var line = Writer.Write(Line(at: Instant.FromUtc(2026, 11, 23, 23, 30)));

        Assert.Equal(("2026-11-24", "dinsdag 24 november", "00:30"), (line.Date, line.Day, line.Clock));
    }

    [Fact]
    public void A_voice_goes_with_its_line_and_no_other_has_one()
    {
        Assert.Equal("/clips/abc", Writer.Write(Line() with { Saying = new Saying([new Part("voice.clip")], []) { Sound = "abc" } }).Sound);
        Assert.Null(Writer.Write(Line()).Sound);
    }

    [Fact]
    public void What_the_bot_said_is_written_in_the_language_of_the_line_with_its_choices()
    {
        var line = Writer.Write(Line() with
        {
            Saying = new Saying([new Part("common.technicalError")], [new Choice("go:menu", "common.buttons.menu")]),
            Language = Language.English,
        });

        Assert.Equal(("bot", "en", "ltr"), (line.From, line.Language, line.Direction));
        Assert.StartsWith("Sorry", line.Body, StringComparison.Ordinal);
        Assert.Equal([new ShownChoice("go:menu", "Menu", "")], line.Choices);
    }

    [Fact]
    public void What_people_wrote_themselves_goes_in_its_own_direction() =>
        Assert.Equal(("youth", "auto", "سلام"), Parts(Writer.Write(Line() with { FromYouth = true, Words = "سلام" })));

    [Fact]
    public void Words_of_a_coach_are_shown_as_theirs() =>
        Assert.Equal(("coach", "auto", "Ik help je"), Parts(Writer.Write(Line() with { Words = "Ik help je" })));

    [Fact]
    public void A_goodbye_that_stands_in_no_transcript_is_shown_as_said_now()
    {
        var line = Writer.Write(new OutboxMessage
        {
            Id = 9,
            Youth = new YouthId(1),
            Channel = WebChatChannel.ChannelName,
            Address = "web:a",
            Lane = Lane.Reply,
            Written = new Written("Dag!", []),
            TemplateKey = "",
            Language = "nl",
            Attempts = 0,
        });

        Assert.Equal((9, "bot", "Dag!", "10:05"), (line.Id, line.From, line.Body, line.Clock));
    }

    static (string, string, string) Parts(ShownLine line) => (line.From, line.Direction, line.Body);

    static TranscriptLine Line(Instant? at = null) =>
        new(1, at ?? Instant.FromUtc(2026, 11, 23, 9, 0), FromYouth: false, "", null, Language.Dutch, Delivery.Sent);
}
