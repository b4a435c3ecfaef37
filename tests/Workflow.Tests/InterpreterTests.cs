using MdtChatBot.Workflow.Understanding;
using MdtChatBot.Workflow.Understanding.Learning;

namespace MdtChatBot.Workflow.Tests;

/// <summary>The links behind the phrases: what was learned, when it is sure, and how well it does on lines it has not seen. All data are synthetic.</summary>
public sealed class InterpreterTests
{
    static readonly Interpreter Interpreter = new(Fixture.Phrases, Fixture.Classifier);

    [Theory]
    [InlineData("nl", "wie betaalt de bus naar de proef", Intent.TravelCosts)]
    [InlineData("en", "is it free", Intent.IsItFree)]
    [InlineData("ar", "عايز اجرب", Intent.BookTrial)]
    [InlineData("ar", "3ayez ajarrib", Intent.BookTrial)]
    [InlineData("fa", "mikham sabte nam konam", Intent.BookTrial)]
    [InlineData("so", "ma bilaash baa", Intent.IsItFree)]
    [InlineData("es", "¿me dan un certificado?", Intent.Certificate)]
    [InlineData("uk", "хочу поговорити з людиною", Intent.TalkToPerson)]
    [InlineData("nl", "helpt dit bij de ind", Intent.AsylumProcedure)]
    public void What_was_learned_finds_the_intent(string language, string words, Intent intent) => Assert.Equal(intent, Read(words, language).Intent);

    [Theory]
    [InlineData("stop", Intent.StopPause)]
    [InlineData("توقف", Intent.StopPause)]
    [InlineData("mens", Intent.TalkToPerson)]
    [InlineData("merhaba", Intent.Greeting)]
    [InlineData("dank je wel", Intent.Thanks)]
    public void Global_words_need_no_guess(string words, Intent intent) => Assert.Equal((intent, 1.0, Outcome.Answered), (Read(words).Intent, Read(words).Confidence, Read(words).Outcome));

    [Theory]
    [InlineData("👍", Intent.Confirm, Outcome.Answered)]
    [InlineData("🙏", Intent.Thanks, Outcome.Answered)]
    [InlineData("", Intent.OutOfScope, Outcome.NotUnderstood)]
    [InlineData("🦆", Intent.OutOfScope, Outcome.NotUnderstood)]
    public void Without_words_there_is_little_to_go_by(string words, Intent intent, Outcome outcome) => Assert.Equal((intent, outcome), (Read(words).Intent, Read(words).Outcome));

    [Theory]
    [InlineData("nl", "ik ben doodmoe")]
    [InlineData("tr", "ölü gibiyim çok yorgunum")]
    [InlineData("es", "estoy muerto de cansancio")]
    [InlineData("fr", "je serai pas là")]
    [InlineData("ru", "отпишите меня")]
    public void The_traps_are_no_crisis(string language, string words) => Assert.NotEqual(Intent.Crisis, Read(words, language).Intent);

    [Theory]
    [InlineData(0.9, 0.02, Intent.Payment, Intent.IsItFree, Outcome.Answered)]
    [InlineData(0.4, 0.3, Intent.Payment, Intent.IsItFree, Outcome.AskedBetween)]
    [InlineData(0.2, 0.1, Intent.Payment, Intent.IsItFree, Outcome.NotUnderstood)]
    [InlineData(0.4, 0.3, Intent.Payment, Intent.OutOfScope, Outcome.NotUnderstood)]
    [InlineData(0.9, 0.02, Intent.OutOfScope, Intent.Payment, Outcome.NotUnderstood)]
    public void A_guess_is_answered_asked_back_or_left(double best, double second, Intent first, Intent other, Outcome outcome) =>
        Assert.Equal(outcome, Certainty.Judge(new IntentGuess(first, best, other, second, 0)).Outcome);

    [Fact]
    public void A_crisis_need_not_be_the_likeliest() =>
        Assert.Equal((Intent.Crisis, Outcome.Answered), (Certainty.Judge(new IntentGuess(Intent.OutOfScope, 0.5, Intent.Crisis, 0.4, 0.4)).Intent, Outcome.Answered));

    [Fact]
    public void Below_the_bar_nobody_is_alarmed_but_a_person_is_one_of_the_two_choices()
    {
        var asked = Certainty.Judge(new IntentGuess(Intent.Crisis, 0.3, Intent.TiredBusy, 0.2, 0.3));

        Assert.Equal((Intent.TiredBusy, Intent.Crisis, Outcome.AskedBetween), (asked.Intent, asked.Other, asked.Outcome));
    }

    [Theory]
    [InlineData(0.04, 4, true)]
    [InlineData(0.05, 4, false)]
    [InlineData(0.01, 3, false)]
    public void A_phrase_of_a_crisis_is_doubted_in_a_sentence_that_hardly_tells_of_one(double crisis, int words, bool doubted) =>
        Assert.Equal(doubted, Certainty.IsHardlyCrisis(Heard.Of(string.Join(' ', Enumerable.Repeat("woord", words))), new IntentGuess(Intent.OutOfScope, 0.8, Intent.TiredBusy, 0.1, crisis)));

    [Theory]
    [InlineData("ik wil graag een keer meedoen", "nl")]
    [InlineData("quiero probar una vez", "es")]
    [InlineData("я хочу спробувати один раз", "uk")]
    [InlineData("я хочу попробовать один раз", "ru")]
    [InlineData("دەمەوێت جارێک تاقی بکەمەوە", "ckb")]
    [InlineData("زه غواړم یو ځل هڅه وکړم", "ps")]
    [InlineData("bir kere denemek istiyorum", "tr")]
    [InlineData("waxaan rabaa inaan isku dayo", "so")]
    public void The_language_of_a_sentence_is_known(string words, string language) => Assert.Equal(language, Interpreter.LanguageOf(Heard.Of(words))?.Code);

    [Theory]
    [InlineData("مرحبا", "mrhb")]
    [InlineData("mar7aba", "mrhb")]
    [InlineData("ሰላም", "slm")]
    [InlineData("selam", "slm")]
    [InlineData("привіт", "prvt")]
    [InlineData("pryvit", "prvt")]
    public void Words_that_sound_alike_meet_across_scripts(string word, string consonants)
    {
        var (roman, sound) = (new System.Text.StringBuilder(), new System.Text.StringBuilder());
        Roman.Append(roman, Heard.Of(word).Normal);
        Roman.AppendConsonants(sound, roman.ToString());
        Assert.Equal(consonants, sound.ToString());
    }

    [Fact]
    public void The_same_lessons_give_the_same_bytes_and_come_back_from_them()
    {
        var taught = new Utterance[] { new("wie betaalt", Intent.TravelCosts, Language.Dutch), new("who pays", Intent.TravelCosts, Language.English), new("hallo", Intent.Greeting, Language.Dutch) };
        var lessons = new Lessons([.. taught, .. taught, .. taught], [], []);
        var bytes = ClassifierBytes.Write(lessons.Learn());
        Assert.Equal(bytes, ClassifierBytes.Write(lessons.Learn()));
        Assert.Equal(Intent.Greeting, ClassifierBytes.Read(bytes).Guess(Heard.Of("hallo")).Best);
        Assert.Throws<FormatException>(() => ClassifierBytes.Read(bytes.AsMemory(0, 40)));
    }

    [Fact]
    public void What_is_nearly_the_same_is_tested_together()
    {
        var groups = Folds.Groups([new("ik kan morgen niet komen", Intent.Cancel, Language.Dutch), new("ik kan morgen niet komen!!", Intent.Cancel, Language.Dutch), new("wat is mdt", Intent.WhatIsMdt, Language.Dutch)]);
        Assert.Equal(groups[0], groups[1]);
        Assert.NotEqual(groups[0], groups[2]);
    }

    /// <summary>A floor, not a figure: Dutch alone, without what the other languages teach, learned without the lines of the test and all that resembles them.</summary>
    [Fact]
    public void Lines_that_were_not_learned_are_understood()
    {
        var all = Lessons.Parse(Only(Path.Combine("content", "intents")), Only(Path.Combine("content", "phrases")), new Dictionary<string, string>());
        var judged = new CrossValidation(Fixture.Phrases, all).HoldOut(UtteranceTests.In(Language.Dutch));
        var wrong = judged.Where(j => !j.IsRight).Select(j => $"{j.Utterance.Intent} <- {j.Utterance.Words}: {j.Understood.Intent}").ToList();
        Assert.True(wrong.Count <= judged.Count * 0.2, $"{wrong.Count} of {judged.Count}:\n" + string.Join('\n', wrong));
    }

    static Dictionary<string, string> Only(string folder) => Fixture.Files(folder).Where(f => f.Key is "nl").ToDictionary();

    static Understood Read(string words, string? language = null) => Interpreter.Read(Heard.Of(words), language is null ? null : new Language(language));
}
