using MdtChatBot.Workflow.Content.Checking;

namespace MdtChatBot.Workflow.Tests;

/// <summary>A language in a reviewer's hands: what goes out, what comes back, and what becomes of the files.</summary>
public sealed class ReviewSheetTests
{
    const string Dutch = """
        # Eerste taal
        meta:
          made: "drafted by the team 2026-11"
          review: "none"
        menu:
          body: "Wat wil je weten?" # de kop
          more: "Hier is meer: {place}."
        crisis:
          danger: "Is er gevaar? Bel 112."
        """;

    const string English = """
        # Second language
        meta:
          made: "drafted by the team 2026-11"
          review: "none"
        menu:
          body: "What do you want to know?" # the heading
          more: 'Here is more: {place}.'
        crisis:
          danger: >-
            Is there danger?
            Call 112.
        """;

    const string DutchBook = "meta: {made: \"x\", review: \"none\"}\ngreeting:\n  hello: \"Hoi {firstName}!\"\n";
    const string EnglishBook = "meta: {made: \"x\", review: \"none\"}\ngreeting:\n  hello: \"Hi {firstName}!\"\n";

    static readonly ReviewSheet Sheet = Of(English);

    [Fact]
    public void A_row_has_dutch_beside_the_text_its_limit_and_what_stays()
    {
        var rows = Sheet.Rows("en");
        Assert.Equal(["menu.body", "menu.more", "crisis.danger", "phrasebook.greeting.hello"], rows.Select(r => r.Key));
        Assert.Equal(new ReviewRow("menu.more", "menu", "Hier is meer: {place}.", "Here is more: {place}.", "Here is more: {place}.", "400", "sentence; keep {place}", "none"), rows[1]);
    }

    [Fact]
    public void What_is_unchanged_leaves_the_files_as_they_are()
    {
        var accepted = Accepted([.. Sheet.Rows("en").Select((r, i) => new ReviewLine(i + 2, r.Key, r.Dutch, r.Words))]);
        Assert.Equal((English, EnglishBook), (accepted.Texts, accepted.Phrasebook));
        Assert.Empty(accepted.Changed);
    }

    [Fact]
    public void A_changed_text_changes_nothing_but_itself()
    {
        var accepted = Accepted([new(2, "menu.body", "Wat wil je weten?", "What would you like to “know”? 🙂\nSay \"it\"."), new(3, "crisis.danger", "Is er gevaar? Bel 112.", "Danger? Call 112.")]);
        Assert.Equal(
            English.Replace("\"What do you want to know?\"", "\"What would you like to “know”? 🙂\\nSay \\\"it\\\".\"", StringComparison.Ordinal)
                .Replace(">-\n    Is there danger?\n    Call 112.", "\"Danger? Call 112.\"", StringComparison.Ordinal),
            accepted.Texts);
        Assert.Equal(["menu.body", "crisis.danger"], accepted.Changed);
        Assert.Equal("What would you like to “know”? 🙂\nSay \"it\".", TextFile.Parse("en", accepted.Texts).Texts["menu.body"].Words);
    }

    [Fact]
    public void Who_read_a_part_is_noted_at_its_file()
    {
        var accepted = Accepted([new(2, "menu.body", "Wat wil je weten?", "What do you want to know?"), new(3, "crisis.danger", "Is er gevaar? Bel 112.", "Danger? Call 112."), new(4, "phrasebook.greeting.hello", "Hoi {firstName}!", "Hello {firstName}!")], "2026-12-01 by Fatima");
        var (texts, book) = (TextFile.Parse("en", accepted.Texts).Texts, TextFile.Parse("en", accepted.Phrasebook).Texts);
        Assert.Equal("2026-12-01 by Fatima", texts["meta.sections.menu.review"].Words);
        Assert.Equal("2026-12-01 by Fatima", texts["meta.sections.crisis.review"].Words);
        Assert.Equal("2026-12-01 by Fatima", book["meta.sections.greeting.review"].Words);
        Assert.Equal("Hello {firstName}!", book["greeting.hello"].Words);
        Assert.Equal("none", texts["meta.review"].Words);
        Assert.StartsWith("# Second language\nmeta:\n  sections:\n", accepted.Texts, StringComparison.Ordinal);
        var again = Of(accepted.Texts);
        Assert.Equal("2026-12-01 by Fatima", again.Rows("en")[0].Status);
        // A second reader takes the place of the first.
        var second = (ReviewOutcome.Accepted)again.Read("en", [new(2, "menu.body", "Wat wil je weten?", "What do you want to know?")], "2026-12-09 by Yonas");
        Assert.Equal("2026-12-09 by Yonas", TextFile.Parse("en", second.Texts).Texts["meta.sections.menu.review"].Words);
    }

    [Theory]
    [InlineData("menu.more", "Hier is meer: {place}.", "Here is more.", FaultKind.Arguments)]
    [InlineData("crisis.danger", "Is er gevaar? Bel 112.", "Danger? Call the police.", FaultKind.Number)]
    [InlineData("menu.nothing", "", "Nothing", FaultKind.Extra)]
    [InlineData("meta.review", "none", "Fatima", FaultKind.Extra)]
    [InlineData("menu.body", "Wat wilde je weten?", "What do you want?", FaultKind.DutchChanged)]
    [InlineData("menu.body", "Wat wil je weten?", "", FaultKind.Empty)]
    public void A_line_that_breaks_a_rule_is_refused_with_all_the_others(string key, string dutch, string words, FaultKind kind)
    {
        var refused = Assert.IsType<ReviewOutcome.Refused>(Sheet.Read("en", [new(2, "menu.body", "Wat wil je weten?", "What would you like to know?"), new(7, key, dutch, words)], ""));
        Assert.Contains(refused.Faults, f => f.Line == 7 && f.Fault.Kind == (key == "menu.body" ? FaultKind.Twice : kind));
        var alone = Assert.IsType<ReviewOutcome.Refused>(Sheet.Read("en", [new(7, key, dutch, words)], ""));
        Assert.Equal((7, kind), alone.Faults.Select(f => (f.Line, f.Fault.Kind)).First());
    }

    [Fact]
    public void In_a_language_that_says_only_what_differs_what_now_differs_is_added()
    {
        var sheet = new ReviewSheet(
            Fixture.Rules,
            new Dictionary<string, string> { ["nl"] = Dutch, ["en"] = English, ["fa"] = "menu:\n  body: \"چه می‌خواهید؟\"\n  more: \"بیشتر: {place}.\"\ncrisis:\n  danger: \"خطر هست؟ به 112 زنگ بزنید.\"\n", ["prs"] = "meta:\n  base: \"fa\"\nmenu:\n  more: \"زیادتر: {place}.\"\n" },
            new Dictionary<string, string> { ["nl"] = DutchBook, ["en"] = EnglishBook, ["fa"] = "greeting:\n  hello: \"سلام {firstName}!\"\n" });
        Assert.Equal("چه می‌خواهید؟", sheet.Rows("prs")[0].Words);
        var accepted = (ReviewOutcome.Accepted)sheet.Read("prs", [new(2, "menu.body", "Wat wil je weten?", "چی می‌خواهید؟"), new(3, "crisis.danger", "Is er gevaar? Bel 112.", "خطر هست؟ به 112 زنگ بزنید.")], "");
        Assert.Equal(["menu.body"], accepted.Changed);
        Assert.Equal("meta:\n  base: \"fa\"\nmenu:\n  body: \"چی می‌خواهید؟\"\n  more: \"زیادتر: {place}.\"\n", accepted.Texts);
    }

    [Fact]
    public void Every_language_goes_out_and_comes_back_unchanged()
    {
        var (texts, books) = (Fixture.Files("content"), Fixture.Files(Path.Combine("content", "phrasebook")));
        var sheet = new ReviewSheet(Fixture.Rules, texts, books);
        foreach (var code in sheet.Languages)
        {
            var outcome = sheet.Read(code, [.. sheet.Rows(code).Select((r, i) => new ReviewLine(i + 2, r.Key, r.Dutch, r.Words))], "");
            var accepted = Assert.IsType<ReviewOutcome.Accepted>(outcome);
            Assert.Empty(accepted.Changed);
            Assert.Equal(texts[code], accepted.Texts);
        }
    }

    static ReviewOutcome.Accepted Accepted(IReadOnlyList<ReviewLine> lines, string review = "") => Assert.IsType<ReviewOutcome.Accepted>(Sheet.Read("en", lines, review));

    static ReviewSheet Of(string english) => new(
        Fixture.Rules, new Dictionary<string, string> { ["nl"] = Dutch, ["en"] = english }, new Dictionary<string, string> { ["nl"] = DutchBook, ["en"] = EnglishBook });
}
