using MdtChatBot.Workflow.Content;

namespace MdtChatBot.Workflow.Tests;

public sealed class PhrasebookTests
{
    static readonly Phrasebook Book = new(Fixture.Catalogue);

    public static TheoryData<string> Codes() => new(Fixture.Catalogue.Languages.Select(l => l.Code));

    [Fact]
    public void There_are_more_than_sixty_sentences_in_ten_groups()
    {
        Assert.InRange(Book.Phrases.Count, 60, 120);
        Assert.Equal(["greeting", "answers", "appointment", "travel", "papers", "notComing", "feelings", "safety", "mdt", "closing"], Book.Phrases.Select(p => p.Group).Distinct());
    }

    // With all blanks filled as long as they may be; short enough to be read, and for a template.
    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_sentence_is_short_in_every_language(string code) =>
        Assert.All(Book.Phrases, p => Assert.InRange(Fixture.Catalogue.Write(Filled(p), new Language(code)).Length, 2, 200));

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_sentence_is_written_in_the_language_itself(string code)
    {
        var language = new Language(code);
        if (language == Language.Dutch) return;
        Assert.All(Book.Phrases, p => Assert.NotEqual(Fixture.Catalogue.Write(Filled(p), Language.Dutch), Fixture.Catalogue.Write(Filled(p), language)));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_words_that_a_closing_line_tells_to_send_are_understood(string code)
    {
        var language = new Language(code);
        Assert.Contains(Fixture.Catalogue.Write("commands.person", language), Fixture.Catalogue.Write("phrasebook.closing.askAgain", language), StringComparison.Ordinal);
        Assert.Contains(Fixture.Catalogue.Write("commands.appointment", language), Fixture.Catalogue.Write("phrasebook.closing.botShows", language), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bellen", "phrasebook.appointment.mayICall")]
    [InlineData("BUS halte", "phrasebook.travel.bus")]
    public void It_is_searched_in_dutch(string words, string key) => Assert.Equal(key, Assert.Single(Book.Search(words)).Key);

    [Theory]
    [InlineData(BlankKind.Day, "2026-03-05", true)]
    [InlineData(BlankKind.Day, "5 maart", false)]
    [InlineData(BlankKind.Time, "9:30", true)]
    [InlineData(BlankKind.Time, "14.00", true)]
    [InlineData(BlankKind.Time, "25:00", false)]
    [InlineData(BlankKind.Count, "3", true)]
    [InlineData(BlankKind.Count, "0", false)]
    [InlineData(BlankKind.Count, "veel", false)]
    [InlineData(BlankKind.Words, "Buurthuis De Brug", true)]
    [InlineData(BlankKind.Words, "   ", false)]
    public void A_blank_takes_what_it_is_for(BlankKind kind, string typed, bool taken) => Assert.Equal(taken, new Blank("x", kind).Filled(typed) is not null);

    [Fact]
    public void A_day_and_a_time_are_written_as_the_youth_reads_them()
    {
        var phrase = Text.Of("phrasebook.appointment.canYouCome", ("day", new Blank("day", BlankKind.Day).Filled("2026-03-05")!), ("time", new Blank("time", BlankKind.Time).Filled("14:00")!), ("place", Arg.Of("De Brug")));
        Assert.Equal("ብ ሓሙስ 5 መጋቢት ሰዓት 14:00 ክትመጹ ትኽእሉ ዶ? ቦታ፦ De Brug።", Fixture.Catalogue.Write(phrase, new Language("ti")));
        Assert.Equal("هل يمكنك الحضور يوم الخميس 5 مارس الساعة \u206614:00\u2069؟ المكان: \u2068De Brug\u2069.", Fixture.Catalogue.Write(phrase, new Language("ar")));
    }

    static Text Filled(CoachSentence sentence) => Text.Of(sentence.Key, [.. sentence.Blanks.Select(b => (b.Name, b.Filled(b.Kind switch
    {
        BlankKind.Day => "2026-03-05",
        BlankKind.Time => "14:00",
        BlankKind.Count => "20",
        _ => "Buurthuis De Brug",
    })!))]);
}
