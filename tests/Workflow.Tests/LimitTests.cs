using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using NodaTime;

namespace MdtChatBot.Workflow.Tests;

/// <summary>No message breaks a limit of a channel (reference/channels.md 1 and 2), whatever the language and however long the names in it are.</summary>
public sealed class LimitTests
{
    const int MostAboveButtons = 1024;
    const int MostOfTwilio = 1600;
    const int MostOfButton = 20;
    const int MostOfRow = 24;
    const int MostOfSecondLine = 72;
    const int MostRows = 10;

    static readonly string[] NamesOfNumbers = ["km", "count", "months", "max", "trialHours"];

    static readonly IReadOnlyList<Saying> Sayings = [.. Directory.GetFiles(Transcripts.Folder, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(file => Transcript.Sayings(File.ReadAllLines(file))).DistinctBy(s => System.Text.Json.JsonSerializer.Serialize(s, WorkflowJson.Stored.Saying))];

    public static TheoryData<string> Codes() => new(Fixture.Catalogue.Languages.Select(l => l.Code));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_text_fits_above_buttons_with_the_longest_arguments(string code)
    {
        var language = new Language(code);
        Assert.All(Texts(), key => Assert.InRange(Fixture.Catalogue.Write(Longest(key, language), language).Length, 1, MostAboveButtons));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_second_line_fits_with_the_longest_arguments(string code)
    {
        var language = new Language(code);
        string[] keys = [.. Texts().Where(k => k.EndsWith(".description", StringComparison.Ordinal)), "trial.slot", "trial.slotFits", "trial.slotFull", "events.slot"];
        Assert.All(keys, key => Assert.True(Fixture.Catalogue.Write(Longest(key, language), language).Length <= MostOfSecondLine, $"{code} {key}: {Fixture.Catalogue.Write(Longest(key, language), language)}"));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_message_of_every_transcript_keeps_the_limits_in_every_language(string code)
    {
        var language = new Language(code);
        Assert.InRange(Sayings.Count, 200, int.MaxValue);
        Assert.All(Sayings, saying => DemandLimits(Fixture.Catalogue.Write(Lengthened(saying, language), language), code));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Dutch_below_never_breaks_a_limit_and_is_left_out_where_it_would(string code)
    {
        var language = new Language(code);
        var added = 0;
        foreach (var saying in Sayings.Select(s => Lengthened(s, language)))
        {
            var own = Fixture.Catalogue.Write(saying, language);
            var both = Fixture.Catalogue.Write(saying with { WithDutch = true }, language);
            Assert.StartsWith(own.Body, both.Body, StringComparison.Ordinal);
            Assert.Equal(own.Choices.Select(c => c.Label), both.Choices.Select(c => c.Label));
            if (both.Body == own.Body) continue;
            added++;
            DemandLimits(both, code);
            Assert.True(both.Choices.Count == 0 || both.Body.Length <= MostAboveButtons, both.Body);
            Assert.InRange(Numbered(both, withSecondLines: true), 1, MostOfTwilio);
        }

        Assert.Equal(language == Language.Dutch, added == 0);
        Assert.True(language == Language.Dutch || added > Sayings.Count / 2, $"{code}: only {added} of {Sayings.Count} messages have room for Dutch");
    }

    static void DemandLimits(Written written, string code)
    {
        Assert.True(written.Choices.Count <= MostRows, $"{code}: {written.Choices.Count} rows");
        Assert.True(Numbered(written, withSecondLines: false) <= MostOfTwilio, $"{code}: {Numbered(written, withSecondLines: false)} characters\n{written.Body}");
        Assert.All(written.Choices, c => Assert.InRange(c.Description.Length, 0, MostOfSecondLine));
        Assert.All(written.Choices, c => Assert.InRange(c.Id.Length, 1, 200));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Labels_fit_a_button_where_there_are_three_and_a_row_where_there_are_more(string code)
    {
        var language = new Language(code);
        var choices = Sayings.SelectMany(s => s.Choices.Where(c => c.Label.Args is null).Select(c => (Most: s.Choices.Count <= 3 ? MostOfButton : MostOfRow, c.Label))).Distinct().ToList();
        Assert.All(choices, c => Assert.True(Fixture.Catalogue.Write(c.Label, language).Length <= c.Most, $"{code} {c.Label.Key}: “{Fixture.Catalogue.Write(c.Label, language)}” is longer than {c.Most}"));
    }

    static int Numbered(Written written, bool withSecondLines) =>
        written.Body.Length + written.Choices.Sum(c => "\n10. ".Length + c.Label.Length + (withSecondLines && c.Description.Length > 0 ? " – ".Length + c.Description.Length : 0)) + (written.Choices.Count > 0 ? 1 : 0);

    static IEnumerable<string> Texts() => Fixture.Catalogue.Keys.Where(k => !k.StartsWith("meta.", StringComparison.Ordinal) && !k.StartsWith(Phrasebook.About, StringComparison.Ordinal));

    static Text Longest(string key, Language language)
    {
        var counts = Fixture.Catalogue.CountsOf(key);
        return Text.Of(key, [.. Fixture.Catalogue.ArgumentsOf(key).Select(name => (name, LongestArgument(name, counts.Contains(name), language)))]);
    }

    static Arg LongestArgument(string name, bool isCount, Language language) => name switch
    {
        _ when isCount || NamesOfNumbers.Contains(name) => Arg.Of(999),
        "day" or "deadlineDay" => LongestDay(language),
        "time" or "endTime" or "deadline" => Arg.Of(new LocalTime(23, 59)),
        _ => Arg.Of(new string('W', 60)),
    };

    static Arg.Day LongestDay(Language language) =>
        Enumerable.Range(0, 366).Select(n => new Arg.Day(new LocalDate(2028, 1, 1).PlusDays(n), DayForm.WeekdayDayMonth)).MaxBy(d => Fixture.Catalogue.Write(d, language).Length)!;

    // Names and places as long as they come, and the longest dates.
    static Saying Lengthened(Saying saying, Language language) => saying with { Parts = [.. saying.Parts.Select(p => p with { Text = Lengthened(p.Text, language) })] };

    static Text Lengthened(Text text, Language language) => text with { Args = text.Args?.ToDictionary(a => a.Key, a => Lengthened(a.Value, language)) };

    static Arg Lengthened(Arg arg, Language language) => arg switch
    {
        Arg.Word { Value.Length: > 0 } word when !word.Value.StartsWith("http", StringComparison.Ordinal) => Arg.Of(word.Value.PadRight(30, 'm')),
        Arg.Day => LongestDay(language),
        Arg.Local local => Arg.Of(new LocalText(local.Value.ToDictionary(w => w.Key, w => w.Value.PadRight(40, 'm')))),
        _ => arg,
    };
}
