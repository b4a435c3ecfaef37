using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Understanding;
using NodaTime;

namespace MdtChatBot.Workflow.Tests;

public sealed class ContentTests
{
    public static TheoryData<string> Codes() => new(Fixture.Catalogue.Languages.Select(l => l.Code));

    [Fact]
    public void Sixteen_languages_are_complete_and_stand_in_the_order_in_which_they_are_offered() => Assert.Equal(Language.InOrder, Fixture.Catalogue.Languages);

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_words_that_texts_tell_youth_to_send_are_understood(string code)
    {
        var language = new Language(code);
        foreach (var command in Enum.GetValues<Command>().Where(c => c is not Command.StartAgain))
        {
            var word = Plain("commands." + char.ToLowerInvariant(command.ToString()[0]) + command.ToString()[1..], language);
            Assert.Equal(command, Fixture.Phrases.CommandIn(Heard.Of(word), language));
        }
    }

    /// <summary>Every review that is claimed, so that none is written into a file unseen: it is added here when it has happened.</summary>
    static readonly string[] Reviews = [];

    [Theory]
    [InlineData("")]
    [InlineData("phrasebook")]
    [InlineData("phrases")]
    public void Nothing_claims_a_review_that_did_not_happen(string folder)
    {
        var claimed = from file in Fixture.Files(Path.Combine("content", folder))
                      from section in Provenance.Of(file.Key, file.Value)
                      where section.IsReviewed
                      select $"{folder}/{file.Key}, {section.Section}: {section.Review}";
        Assert.Empty(claimed.Except(Reviews));
    }

    public static TheoryData<string> YamlFiles() => new(Directory.GetFiles(Path.Combine(Fixture.Root, "content"), "*.yaml", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Fixture.Root, f)).Where(f => !f.Contains("demo", StringComparison.Ordinal) && !f.Contains("whatsapp", StringComparison.Ordinal) && !f.Contains("rules", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(YamlFiles))]
    public void Our_reader_reads_a_file_as_the_library_does(string file)
    {
        var yaml = File.ReadAllText(Path.Combine(Fixture.Root, file));
        var library = Flat(YamlPart.Of(file, YamlText.Root(file, yaml)));
        Assert.Equal(library, Flat(YamlPart.Read(file, yaml)));
        // At the start, only these are read by everybody.
        if (Path.GetDirectoryName(file) is not ("content/staff/nl" or "content/staff/en" or "content/intents")) Assert.NotNull(PlainYaml.TryRead(yaml));
    }

    [Theory]
    [InlineData("a: b", "a=b")]
    [InlineData("a:\n  b:\n    \"yes\": \"c\"\n  d: e\nf: g\n", "a.b.yes=c a.d=e f=g")]
    [InlineData("a: # nothing\nb:\n  c: d # said\n", "a= b.c=d")]
    [InlineData("# top\n\na:\n  [\n    \"x y\", z, # and\n    'it''s',\n  ]\nb: [] \n", "a=[x y|z|it's] b=[]")]
    [InlineData("a: {b: c, \"d\": [e, f], g: {h: \"i, j\"}}", "a.b=c a.d=[e|f] a.g.h=i, j")]
    [InlineData("a:\n  - b\n  - \"c: d\"\ne: f", "a=[b|c: d] e=f")]
    [InlineData("\"yes\": \"\\u2066\\n\\\"\\\\\"", "yes=\u2066\n\"\\")]
    public void Plain_files_are_read_by_ourselves(string yaml, string parts)
    {
        Assert.Equal(parts, string.Join(' ', Flat(PlainYaml.TryRead(yaml)!)));
        Assert.Equal(parts, string.Join(' ', Flat(YamlPart.Of("", YamlText.Root("", yaml)))));
    }

    [Theory]
    [InlineData("a: |\n  b\n")]
    [InlineData("a: b\n  c")]
    [InlineData("a: \"b\n  c\"")]
    [InlineData("a: &x b")]
    [InlineData("a: b: c")]
    [InlineData("a: [b, [c]]")]
    [InlineData("a: [b\n c]")]
    [InlineData("a:\n  b: c\n d: e")]
    [InlineData("a: b\na: c")]
    [InlineData("a:\n- b")]
    [InlineData("--- \na: b")]
    [InlineData("a: \"b")]
    [InlineData("a: [b")]
    [InlineData("a:\n  \"b\"\n")]
    [InlineData("a: \"\\q\"")]
    [InlineData("a\tb: c")]
    [InlineData("- a")]
    [InlineData("")]
    public void What_is_not_plain_or_wrong_is_left_to_the_library(string yaml) => Assert.Null(PlainYaml.TryRead(yaml));

    static IEnumerable<string> Flat(YamlPart part, string at = "") => part switch
    {
        YamlPart.Map map => map.Children.SelectMany(c => Flat(c.Value, at.Length == 0 ? c.Key : at + "." + c.Key)),
        YamlPart.Words words => [$"{at}=[{string.Join('|', words.Values)}]"],
        YamlPart.Word word => [$"{at}={word.Value}"],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    [Fact]
    public void A_section_can_have_been_read_by_somebody_else_than_the_rest()
    {
        var parts = Provenance.Of("x.yaml", "# top\nmeta:\n  made: machine\n  review: none\n  sections:\n    crisis: {review: 2026-12-01 by Fatima}\nage:\n  ask: x\ncrisis:\n  danger: y\n");
        Assert.Equal([new("age", "machine", "none"), new("crisis", "machine", "2026-12-01 by Fatima")], parts);
    }

    [Theory]
    [InlineData("age:\n  ask: x\n", "'meta' is missing")]
    [InlineData("meta: {review: none}\nage: {}\n", "meta.made does not say how it was made")]
    [InlineData("meta: {made: machine, review: read by a friend}\nage: {}\n", "a day and who")]
    [InlineData("meta: {made: machine, review: none, sections: {ages: {review: none}}}\nage: {}\n", "there is no section 'ages'")]
    public void A_file_must_say_how_it_was_made_and_who_read_it(string yaml, string fault) =>
        Assert.Contains(fault, Assert.Throws<FormatException>(() => Provenance.Of("x.yaml", yaml)).Message, StringComparison.Ordinal);

    // That the other languages have the same is a rule of content check.
    [Theory]
    [InlineData("crisis.suicide", "0800-0113")]
    [InlineData("crisis.suicide", "113")]
    [InlineData("crisis.violence", "0800-2000")]
    [InlineData("crisis.danger", "112")]
    [InlineData("crisis.interpreter", "088 112 2 112")]
    [InlineData("crisis.young", "0800-0432")]
    public void Crisis_texts_carry_the_numbers(string key, string number) => Assert.Contains(number, Plain(key, Language.Dutch), StringComparison.Ordinal);

    [Theory]
    [InlineData("nl", "donderdag 5 maart")]
    [InlineData("en", "Thursday 5 March")]
    [InlineData("ar", "الخميس 5 مارس")]
    [InlineData("ti", "ሓሙስ 5 መጋቢት")]
    [InlineData("fa", "پنج‌شنبه 5 مارس")]
    [InlineData("tr", "5 Mart Perşembe")]
    [InlineData("prs", "پنج‌شنبه 5 مارچ")]
    [InlineData("ku", "pêncşem 5 adar")]
    [InlineData("ckb", "پێنجشەممە 5ی مانگی 3")]
    [InlineData("so", "Khamiis 5 Maarso")]
    [InlineData("fr", "jeudi 5 mars")]
    [InlineData("ps", "پنجشنبه 5 مارچ")]
    [InlineData("uk", "четвер, 5 березня")]
    [InlineData("ru", "четверг, 5 марта")]
    [InlineData("es", "jueves 5 de marzo")]
    [InlineData("am", "ሐሙስ 5 ማርች")]
    public void A_date_is_written_with_its_weekday(string code, string expected) =>
        Assert.Equal(expected, Fixture.Catalogue.Write(Text.Of("common.words", ("words", new Arg.Day(new LocalDate(2026, 3, 5), DayForm.WeekdayDayMonth))), new Language(code)));

    [Theory]
    [InlineData(0, "zero")]
    [InlineData(1, "one")]
    [InlineData(2, "two")]
    [InlineData(3, "few")]
    [InlineData(11, "many")]
    [InlineData(100, "other")]
    [InlineData(103, "few")]
    public void Arabic_has_six_plurals(int count, string category) => Assert.Equal(category, PluralRules.CategoryOf(new Language("ar"), count));

    [Theory]
    [InlineData("uk", 1, "one")]
    [InlineData("uk", 21, "one")]
    [InlineData("ru", 3, "few")]
    [InlineData("ru", 24, "few")]
    [InlineData("uk", 5, "many")]
    [InlineData("ru", 11, "many")]
    [InlineData("uk", 14, "many")]
    [InlineData("ru", 111, "many")]
    [InlineData("uk", 0, "many")]
    [InlineData("fr", 0, "one")]
    [InlineData("fr", 2, "other")]
    [InlineData("am", 0, "one")]
    [InlineData("prs", 0, "one")]
    [InlineData("es", 0, "other")]
    [InlineData("ku", 1, "one")]
    [InlineData("ckb", 2, "other")]
    [InlineData("so", 1, "one")]
    [InlineData("ps", 0, "other")]
    public void Plurals_follow_the_language(string code, int count, string category) => Assert.Equal(category, PluralRules.CategoryOf(new Language(code), count));

    [Fact]
    public void Times_numbers_and_names_are_isolated_in_right_to_left_text()
    {
        var arabic = new Language("ar");
        Assert.Contains("\u2066088 112 2 112\u2069", Fixture.Catalogue.Write("crisis.interpreter", arabic), StringComparison.Ordinal);
        Assert.Equal("\u206614:00\u2069", Fixture.Catalogue.Write(Text.Of("common.words", ("words", Arg.Of(new LocalTime(14, 0)))), arabic));
        Assert.Equal("\u2068Mila\u2069", Fixture.Catalogue.Write(Text.Of("common.words", ("words", Arg.Of("Mila"))), arabic));
        Assert.Equal("\u2066+31 600\u2069", Fixture.Catalogue.Write(Text.Of("common.words", ("words", Arg.Of("+31 600"))), arabic));
    }

    [Fact]
    public void An_unknown_name_leaves_no_gap() =>
        Assert.StartsWith("Hoi!", Fixture.Catalogue.Write(Text.Of("notNow.again", ("firstName", Arg.Of(""))), Language.Dutch), StringComparison.Ordinal);

    [Fact]
    public void Every_text_is_used()
    {
        var code = string.Concat(Directory.GetFiles(Path.Combine(Fixture.Root, "src"), "*.*", SearchOption.AllDirectories).Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".js", StringComparison.Ordinal)).Where(f => !f.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText));
        string[] builtInCode = ["meta.", "dates.", "commands.", "menu.items.", "language.names.", "intake.interests.", "missed.reasons.", "missed.help.", "webchat.", "handoff.when", "handoff.closed", "phrasebook."];
        var unused = Fixture.Catalogue.Keys.Where(k => !builtInCode.Any(p => k.StartsWith(p, StringComparison.Ordinal)) && !code.Contains($"\"{k}\"", StringComparison.Ordinal)
            && !Fixture.Templates.Specs.Any(s => s.Key == k || s.Buttons.Contains(k)));
        Assert.Empty(unused);
    }

    [Theory]
    [InlineData("{count, plural, one {# plek} other {# plekken}}!", 1, "1 plek!")]
    [InlineData("{count, plural, one {# plek} other {# plekken}}!", 3, "3 plekken!")]
    [InlineData("{count, plural, =0 {geen} one {#} other {#}}", 0, "geen")]
    [InlineData("{count, number} km # ’", 4, "4 km # ’")]
    [InlineData("{kind, select, a {Aap} other {Anders {count}}}", 2, "Anders 2")]
    public void Patterns_are_written(string pattern, int count, string expected)
    {
        var to = new System.Text.StringBuilder();
        MessagePattern.Parse(pattern).Write(to, name => name == "kind" ? "b" : count.ToString(), _ => count, n => n == 1 ? "one" : "other");
        Assert.Equal(expected, to.ToString());
    }

    [Theory]
    [InlineData("{name", "a '{' without its '}'")]
    [InlineData("name}", "a '}' without its '{'")]
    [InlineData("{n, plural, one {x}}", "the case 'other' is missing")]
    [InlineData("{n, date}", "'date' is not number, plural or select")]
    [InlineData("{n, plural, other {x}", "it ends too early")]
    public void A_wrong_pattern_says_where_and_what(string pattern, string what) =>
        Assert.Contains(what, Assert.Throws<FormatException>(() => MessagePattern.Parse(pattern)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_missing_text_stops_the_start_with_its_name()
    {
        var files = Fixture.Files("content");
        files["en"] = files["en"].Replace("  ask: \"How old are you?\"\n", "", StringComparison.Ordinal);
        Assert.Contains("content/en.yaml has no text for: age.ask", Assert.Throws<FormatException>(() => Catalogue.Parse(files)).Message, StringComparison.Ordinal);
    }

    static string Plain(string key, Language language)
    {
        var args = Fixture.Catalogue.ArgumentsOf(key).Select(a => (a, Arg.Of(1))).ToArray();
        return Fixture.Catalogue.Write(Text.Of(key, args), language).Replace("\u2066", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);
    }
}
