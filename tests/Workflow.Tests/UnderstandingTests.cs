using MdtChatBot.Workflow.Referrals;
using MdtChatBot.Workflow.Understanding;

namespace MdtChatBot.Workflow.Tests;

public sealed class UnderstandingTests
{
    [Theory]
    [InlineData("  Hallo!!! 👋", "hallo", "punctuation and emoji")]
    [InlineData("heeeeel goed", "hel goed", "letters held down")]
    [InlineData("ÇOĞUNLUKLA İstanbul", "cogunlukla istanbul", "Turkish letters")]
    [InlineData("مَرْحَبًا", "مرحبا", "Arabic vowel marks")]
    [InlineData("شكـــراً", "شكرا", "tatweel")]
    [InlineData("أريد إلغاء", "اريد الغاء", "alef with hamza")]
    [InlineData("می‌خواهم", "ميخواهم", "zero-width non-joiner and Persian yeh")]
    [InlineData("١٢ ۳", "12 3", "digits of two scripts")]
    [InlineData("1️⃣", "1", "a keycap")]
    [InlineData("can’t", "cant", "apostrophes")]
    [InlineData("ሐሳብ ሀሳብ", "ሀሳብ ሀሳብ", "syllables that sound alike")]
    [InlineData("👍", "", "nothing but emoji")]
    public void Words_are_made_comparable(string written, string normal, string because) => Assert.True(normal == Heard.Of(written).Normal, because + ": " + Heard.Of(written).Normal);

    [Theory]
    [InlineData("deventr", "deventer", true)]
    [InlineData("devetner", "deventer", true)]
    [InlineData("nee", "see", false)]
    [InlineData("maastricht", "deventer", false)]
    [InlineData("hardnbrg", "hardenberg", true)]
    public void Slips_are_forgiven_in_longer_words(string heard, string meant, bool same) => Assert.Equal(same, NearMiss.Same(heard, meant));

    [Theory]
    [InlineData("wie betaalt mijn reis", "wie betaalt", true)]
    [InlineData("wie denk jij dat betaalt", "wie betaalt", false)]
    [InlineData("ik heb reiskosten", "reis*", true)]
    [InlineData("busreis", "*reis", true)]
    [InlineData("teşekkürler", "*sekkur*", true)]
    [InlineData("betaalt wie", "wie betaalt", false)]
    public void A_phrase_stands_in_order_with_at_most_two_words_between(string message, string phrase, bool fits) =>
        Assert.Equal(fits, new PhraseReader().Forgiving(phrase)?.IsIn(Heard.Of(message).Words));

    [Theory]
    [InlineData("Hoi! MDT-DEV24", "DEV24")]
    [InlineData("hoi mdt dev24!", "DEV24")]
    [InlineData("mdt‑ab12cd", "AB12CD")]
    [InlineData("mdt amersfoort", null)]
    [InlineData("ik doe MDT 2 keer", "2")]
    [InlineData("", null)]
    public void An_entry_code_is_found_in_a_message(string message, string? code) => Assert.Equal(code, EntryCode.In(message));

    [Theory]
    [InlineData("سلام", "ar,fa")]
    [InlineData("السلام عليكم", "ar")]
    [InlineData("چطوری", "fa,prs")]
    [InlineData("ሰላም", "ti,am")]
    [InlineData("merhaba", "tr")]
    [InlineData("hoi", "nl")]
    [InlineData("hello", "en")]
    [InlineData("👋", "")]
    public void The_language_of_a_first_message_is_guessed_or_left_open(string message, string codes) =>
        Assert.Equal(codes, string.Join(',', Fixture.Phrases.GuessLanguage(Heard.Of(message)).Select(l => l.Code)));

    [Theory]
    [InlineData("ሰላም", "ti,am")]
    [InlineData("ደሓን ኣለኹም", "ti")]
    [InlineData("አመሰግናለሁ", "am")]
    [InlineData("سڵاو", "ckb")]
    [InlineData("څنګه یې", "ps")]
    [InlineData("سلام", "ar,fa,prs,ckb,ps")]
    [InlineData("چطوری", "fa,prs,ckb,ps")]
    [InlineData("شكرا", "ar")]
    [InlineData("привіт", "uk")]
    [InlineData("здравствуйте, это вы", "ru")]
    [InlineData("добре", "uk,ru")]
    [InlineData("değil", "tr")]
    [InlineData("spas, baş im", "tr,ku")]
    [InlineData("¿cómo estás?", "es")]
    [InlineData("hello", "")]
    public void Letters_tell_which_languages_it_may_be(string message, string codes) => Assert.Equal(codes, string.Join(',', Scripts.LanguagesOf(message)));

    [Fact]
    public void Phrases_need_no_questions()
    {
        var files = Fixture.Files(Path.Combine("content", "phrases"));
        files["en"] = files["en"][..files["en"].IndexOf("\nquestions:", StringComparison.Ordinal)] + files["en"][files["en"].IndexOf("\ncrisis:", StringComparison.Ordinal)..];
        Assert.Equal(Command.Menu, Phrases.Parse(files).CommandIn(Heard.Of("menu"), Language.English));
    }

    [Theory]
    [InlineData("👍", SimpleAnswer.Yes)]
    [InlineData("👎", SimpleAnswer.No)]
    [InlineData("نعم", SimpleAnswer.Yes)]
    [InlineData("እወ", SimpleAnswer.Yes)]
    [InlineData("hayır", SimpleAnswer.No)]
    [InlineData("نه", SimpleAnswer.No)]
    [InlineData("jaaaa", SimpleAnswer.Yes)]
    public void Yes_and_no_are_heard_in_every_language(string message, SimpleAnswer answer) => Assert.Equal(answer, Fixture.Phrases.AnswerIn(Heard.Of(message), null));
}
