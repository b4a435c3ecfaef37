using MdtChatBot.Workflow.Content.Checking;

namespace MdtChatBot.Workflow.Tests;

/// <summary>The rules of <c>content check</c>, each by a text that breaks it and one that does not.</summary>
public sealed class ContentCheckTests
{
    static readonly ContentCheck Check = new(Fixture.Rules);

    [Fact]
    public void Nothing_is_wrong_in_any_language() =>
        Assert.Empty(Check.Of(Fixture.Files("content"), Fixture.Files(Path.Combine("content", "phrasebook"))).Concat(ContentCheck.Of(Fixture.Templates)));

    [Theory]
    [InlineData("en", "age.ask", "Hoe oud ben je?", "How old are you, {firstName}?", FaultKind.Arguments)]
    [InlineData("en", "age.ask", "Hoe oud ben je?", "How old {are you?", FaultKind.Pattern)]
    [InlineData("en", "age.ask", "Hoe oud ben je?", " ", FaultKind.Empty)]
    [InlineData("ar", "trial.count", "{n, plural, one {# dag} other {# dagen}}", "{n, plural, one {يوم} two {يومان} few {# أيام} other {# يوم}}", FaultKind.PluralForm)]
    [InlineData("en", "trial.count", "{n, plural, =0 {niets} one {# dag} other {# dagen}}", "{n, plural, one {# day} other {# days}}", FaultKind.PluralForm)]
    [InlineData("en", "common.buttons.trial", "Ik wil proberen", "I would like to try it", FaultKind.TooLong)]
    [InlineData("en", "menu.items.trial.title", "1 keer proberen", "I would like to try it once", FaultKind.TooLong)]
    [InlineData("tr", "mdt.what", "MDT is geen leger.", "MDT askerlik değil.", FaultKind.Forbidden)]
    [InlineData("ar", "mdt.what", "MDT is geen leger.", "MDT ليس الخدمة الوطنية.", FaultKind.Forbidden)]
    [InlineData("ti", "mdt.what", "MDT is geen leger.", "MDT ሃገራዊ ኣገልግሎት ኣይኮነን።", FaultKind.Forbidden)]
    [InlineData("en", "mdt.asylum", "MDT verandert niets bij de IND.", "MDT changes nothing at the immigration office.", FaultKind.Kept)]
    [InlineData("fa", "handoff.emergency", "Ga naar de receptie van je azc.", "به پذیرش کمپ بروید.", FaultKind.Kept)]
    [InlineData("en", "crisis.suicide", "Bel 113 of 0800-0113.", "Call 113 or 0800-0114.", FaultKind.Number)]
    [InlineData("en", "crisis.suicide", "Bel 113.", "Call 113 or 0800-0113.", FaultKind.OtherNumber)]
    [InlineData("ar", "mdt.hours", "80 uur", "٨٠ ساعة", FaultKind.Digits)]
    [InlineData("en", "trial.when", "Om 14:00.", "At 2 pm.", FaultKind.Clock)]
    [InlineData("fr", "trial.when", "Om 14:00.", "À 14h00.", FaultKind.Clock)]
    [InlineData("ti", "age.ask", "Hoe oud ben je?", "Age ክንደይ እዩ?", FaultKind.Script)]
    [InlineData("ru", "age.ask", "Hoe oud ben je?", "Сколько тебе лeт?", FaultKind.Script)]
    [InlineData("uk", "age.ask", "Hoe oud ben je?", "Скілько тебе лет ты?", FaultKind.Letter)]
    [InlineData("fa", "age.ask", "Hoe oud ben je?", "چند سال داريد؟", FaultKind.Letter)]
    [InlineData("en", "age.ask", "Hoe oud ben je?", "We would like to know how old you are before we go on with all of the other questions here.", FaultKind.Sentence)]
    [InlineData("en", "age.ask", "Hoe oud ben je?", "Hoe oud ben je?", FaultKind.SameAs)]
    [InlineData("es", "welcome.hello", "Welkom!", "¡Bienvenido!", FaultKind.Gendered)]
    [InlineData("es", "welcome.hello", "Ben je klaar?", "¿Listo/a?", FaultKind.Gendered)]
    [InlineData("fr", "welcome.hello", "Ben je klaar?", "Prêt(e) ?", FaultKind.Gendered)]
    [InlineData("ti", "welcome.hello", "Je afspraak", "ቆጸራኻ", FaultKind.Gendered)]
    [InlineData("fr", "welcome.hello", "Ik heb een vraag.", "J'ai une question.", FaultKind.Apostrophe)]
    public void A_text_that_breaks_a_rule_is_a_fault(string code, string key, string dutch, string words, FaultKind kind) =>
        Assert.Contains(kind, Of(code, key, dutch, words).Select(f => f.Kind));

    [Theory]
    [InlineData("en", "common.buttons.menu", "Menu", "Menu")]
    [InlineData("tr", "welcome.who", "Ik ben niet van de IND.", "IND’den değilim.")]
    [InlineData("ar", "crisis.interpreter", "Bel de dokter van het azc (GZA): 088 112 2 112.", "اتصل بطبيب AZC (GZA): 088 112 2 112.")]
    [InlineData("fa", "mdt.certificate", "Je krijgt een certificaat.", "یک گواهی (certificaat) می‌گیرید.")]
    [InlineData("ar", "trial.count", "{n, plural, one {# dag} other {# dagen}}", "{n, plural, one {يوم} two {يومان} few {# أيام} many {# يوما} other {# يوم}}")]
    [InlineData("en", "mdt.time", "Ongeveer 3 of 4 uur per week, om {time}.", "About three or four hours a week, at {time}.")]
    [InlineData("en", "language.names.ti", "ትግርኛ", "ትግርኛ")]
    [InlineData("uk", "age.ask", "Hoe oud ben je?", "Скільки тобі років?")]
    [InlineData("am", "age.ask", "Hoe oud ben je?", "ዕድሜዎ ስንት ነው?")]
    [InlineData("ckb", "age.ask", "Hoe oud ben je?", "تەمەنت چەندە؟")]
    [InlineData("en", "meta.review", "door niemand", "")]
    public void A_text_that_keeps_them_is_none(string code, string key, string dutch, string words) => Assert.Empty(Of(code, key, dutch, words));

    [Fact]
    public void A_missing_text_an_extra_one_and_a_file_that_cant_be_read_are_told_with_their_place()
    {
        var files = new Dictionary<string, string>
        {
            ["nl"] = "age:\n  ask: \"Hoe oud ben je?\"\n  other: \"Anders\"\n",
            ["en"] = "age:\n  ask: \"How old are you?\"\n  more: \"More\"\n",
            ["tr"] = "age: [\n",
        };
        Assert.Equal(
            [("tr", "", FaultKind.Unreadable), ("en", "age.other", FaultKind.Missing), ("en", "age.more", FaultKind.Extra), ("tr", "age.ask", FaultKind.Missing), ("tr", "age.other", FaultKind.Missing)],
            Check.Of(files, new Dictionary<string, string>()).Select(f => (f.Language, f.Key, f.Kind)));
    }

    [Fact]
    public void Of_a_language_that_says_only_what_differs_only_that_is_checked()
    {
        var files = new Dictionary<string, string>
        {
            ["nl"] = "age:\n  ask: \"Hoe oud ben je?\"\n  who: \"Wie ben je dan?\"\n",
            ["fa"] = "age:\n  ask: \"چند سال دارید؟\"\n  who: \"شما امروز کی هستید؟\"\n",
            ["prs"] = "meta:\n  base: \"fa\"\nage:\n  who: \"شما امروز کی هستید؟\"\n",
        };
        var fault = Assert.Single(Check.Of(files, new Dictionary<string, string>()));
        Assert.Equal(("prs", "age.who", FaultKind.SameAs, "fa"), (fault.Language, fault.Key, fault.Kind, fault.Found));
    }

    [Fact]
    public void A_language_without_rules_is_a_fault() =>
        Assert.Equal(FaultKind.Missing, Assert.Single(Check.Of(new Dictionary<string, string> { ["nl"] = "a: \"b\"\n", ["xx"] = "a: \"c\"\n" }, new Dictionary<string, string>())).Kind);

    [Fact]
    public void Rules_that_cant_be_read_name_their_file() =>
        Assert.Contains(ContentRules.FileName, Assert.Throws<FormatException>(() => ContentRules.Parse("kinds: {}\n")).Message, StringComparison.Ordinal);

    static IReadOnlyList<Fault> Of(string code, string key, string dutch, string words) =>
        Check.Of(key, new Language(code), words, dutch, code == "nl" ? new Dictionary<string, string>() : new Dictionary<string, string> { ["nl"] = dutch });
}
