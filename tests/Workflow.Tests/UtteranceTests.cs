using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Understanding;
using MdtChatBot.Workflow.Understanding.Learning;
using YamlDotNet.RepresentationModel;

namespace MdtChatBot.Workflow.Tests;

/// <summary>Free messages reach the right answer for the common phrasings, and no ordinary message is taken for a crisis.</summary>
public sealed class UtteranceTests
{
    static readonly IReadOnlyList<(string Intent, string Language, string Words)> All = Read();

    public static TheoryData<string> Codes() => new(Fixture.Catalogue.Languages.Select(l => l.Code));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Nine_in_ten_questions_reach_their_answer(string code)
    {
        var asked = All.Where(u => u.Language == code && Expected.ContainsKey(u.Intent)).ToList();
        var missed = asked.Where(u => !Expected[u.Intent].Contains(Meaning(u.Words, new Language(code)))).Select(u => $"{u.Intent} <- {u.Words}: {Meaning(u.Words, new Language(code))}").ToList();
        Assert.True(missed.Count <= asked.Count / 10, $"{missed.Count} of {asked.Count}:\n" + string.Join('\n', missed));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_crisis_is_heard(string code) =>
        Assert.All(All.Where(u => u.Intent == "crisis" && u.Language == code), u => Assert.True(Fixture.Phrases.CrisisIn(Heard.Of(u.Words)) is not null, u.Words));

    [Theory]
    [MemberData(nameof(Codes))]
    public void No_ordinary_message_is_taken_for_a_crisis(string code) =>
        Assert.All(All.Where(u => u.Intent != "crisis" && u.Language == code), u => Assert.True(Fixture.Phrases.CrisisIn(Heard.Of(u.Words)) is null, u.Words));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Out_of_scope_is_seldom_answered_as_something_else(string code)
    {
        var asked = All.Where(u => u.Intent == "out_of_scope" && u.Language == code).ToList();
        var answered = asked.Where(u => Meaning(u.Words, new Language(code)) is not ("" or "Person")).Select(u => $"{u.Words}: {Meaning(u.Words, new Language(code))}").ToList();
        Assert.True(answered.Count <= asked.Count / 4, string.Join('\n', answered));
    }

    /// <summary>The lines of a language.</summary>
    public static IReadOnlyList<Utterance> In(Language language) =>
        All.Where(u => u.Language == language.Code).Select(u => new Utterance(u.Words, IntentName.Parse(u.Intent) ?? throw new InvalidOperationException(u.Intent), language)).ToList();

    // What Listening would do with the words when nothing is pending.
    static string Meaning(string words, Language language)
    {
        var heard = Heard.Of(words);
        return Fixture.Phrases.CommandIn(heard, language)?.ToString()
            ?? Fixture.Phrases.TopicIn(heard, language)?.ToString()
            ?? Fixture.Phrases.CommandNear(heard, language)?.ToString()
            ?? "";
    }

    static readonly Dictionary<string, string[]> Expected = new()
    {
        ["what_is_mdt"] = ["WhatIsMdt"],
        ["benefits"] = ["Benefits"],
        ["asylum_procedure"] = ["Asylum"],
        ["integration_counts"] = ["Integration"],
        ["time_hours"] = ["Time"],
        ["travel_costs"] = ["TravelCosts", "CannotPay"],
        ["language_level"] = ["LanguageLevel"],
        ["certificate"] = ["Certificate"],
        ["who_can_join"] = ["WhoCanJoin", "Friend"],
        ["moved"] = ["Moved", "Moving"],
        ["tired_busy"] = ["Tired", "NotNow", "Pause"],
        ["is_it_free"] = ["Free"],
        ["payment"] = ["Money"],
        ["privacy"] = ["Privacy", "Safety"],
        ["activities"] = ["Activities"],
        ["book_trial"] = ["BookTrial"],
        ["when_where"] = ["WhenWhere", "Appointment"],
        ["cancel"] = ["Cancel"],
        ["reschedule"] = ["Reschedule", "Cancel"],
        ["talk_to_person"] = ["Person"],
        ["change_language"] = ["Language"],
        ["stop_pause"] = ["Stop", "Pause", "NotNow"],
        ["delete_data"] = ["Delete", "MyData", "Privacy"],
        ["bring_friend"] = ["Friend"],
    };

    static List<(string, string, string)> Read()
    {
        var root = YamlText.Root("utterances.yaml", File.ReadAllText(Path.Combine(Fixture.Root, "tests", "Workflow.Tests", "Utterances", "utterances.yaml")));
        return root.Children
            .SelectMany(intent => ((YamlMappingNode)intent.Value).Children
                .SelectMany(language => ((YamlSequenceNode)language.Value).Children
                    .Select(words => (Name(intent.Key), Name(language.Key), Name(words)))))
            .ToList();
    }

    static string Name(YamlNode node) => ((YamlScalarNode)node).Value ?? "";
}
