using MdtChatBot.Bot.Understanding;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Understanding;
using MdtChatBot.Workflow.Understanding.Learning;

namespace MdtChatBot.Bot.Tests.Shell;

/// <summary>What labelled lines would change, shown before anything goes live; and those lines as files.</summary>
public sealed class IntentsCommandTests : IDisposable
{
    static readonly Language Dutch = Language.Dutch;

    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mdt-intents-");
    readonly StringWriter _said = new();
    readonly StringWriter _progress = new();

    public void Dispose()
    {
        _said.Dispose();
        _progress.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_gain_is_shown_beside_what_it_costs_elsewhere()
    {
        var lessons = Lessons();
        // All new wordings of one intent: held out one after the other, each is learned from the others.
        var labelled = LabelledLines.Of([.. Lines("zeppelin", Intent.Payment)], lessons);

        Assert.Equal(0, await IntentsCommand.Show(labelled, Phrases(), lessons, 2, _said, _progress));

        var said = _said.ToString();
        Assert.Contains($"{lessons.Utterances.Count} utterances of content/intents in 1 languages: all synthetic", said, StringComparison.Ordinal);
        Assert.Contains("### What is in content/intents (synthetic data; learned with 6 labelled lines more)", said, StringComparison.Ordinal);
        Assert.Matches(@"(?s)### The 6 labelled lines.*\| nl \| 6 \| 0\.0 → [1-9][0-9.]* % \|  \|", said);
        Assert.Matches("(?s)Labelled lines that become right: [1-6].*- nl: “.*zeppelin.*” is payment; [a-z_]+ [0-9]+ % → payment [0-9]+ %", said);
        Assert.Matches("Of content/intents [0-9]+ become right and [0-9]+ become wrong; a few either way are chance.", said);
        Assert.Equal(["part 1 of 2 …", "part 2 of 2 …"], _progress.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task What_stands_there_already_is_not_added_and_what_stands_there_as_something_else_is_told()
    {
        var lessons = Lessons();
        var known = lessons.Utterances[0];
        var labelled = LabelledLines.Of([known with { Words = known.Words.ToUpperInvariant() + "!" }, known with { Intent = Intent.Thanks }], lessons);

        Assert.Equal(0, await IntentsCommand.Show(labelled, Phrases(), lessons, 2, _said, _progress));

        Assert.Contains("0 lines labelled by staff that are not among them; 1 are already, as labelled.", _said.ToString(), StringComparison.Ordinal);
        Assert.Contains($"Left out: nl: “{known.Words}” is labelled thanks, and stands in content/intents as {IntentName.Of(known.Intent)}.", _said.ToString(), StringComparison.Ordinal);
        Assert.Contains("There is nothing to add.", _said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exported_lines_are_what_content_intents_reads()
    {
        Utterance[] lines = [new("wie trakteert “de \"bus\\ …", Intent.TravelCosts, Dutch), new("# keer: gratis?", Intent.IsItFree, Dutch), new("- مرحبا #", Intent.Greeting, new("ar"))];
        var labelled = LabelledLines.Of(lines, Lessons());

        Assert.Equal(0, await IntentsCommand.Export(labelled, null, _folder.FullName, _said));
        foreach (var language in lines.GroupBy(l => l.Language))
        {
            var written = await File.ReadAllTextAsync(Path.Combine(_folder.FullName, language.Key + ".yaml"));
            Assert.Equal(language.OrderBy(l => l.Intent), IntentFile.Parse(language.Key.Code, written));
            Workflow.Content.Provenance.Of("x.yaml", written);
        }

        using var console = new StringWriter();
        Assert.Equal(0, await IntentsCommand.Export(labelled, "ar", null, console));
        Assert.Equal(await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "ar.yaml")), console.ToString());
    }

    [Theory]
    [InlineData("There is no 'exprot' here.", "exprot")]
    [InlineData("There is no '--folder' here.", "--folder", "x")]
    [InlineData("There is no '--folds' here.", "export", "--folds", "3")]
    [InlineData("--folds needs a value.", "--folds")]
    [InlineData("--folds is a number from 2 to 20, not '1'.", "--folds", "1")]
    [InlineData("--folds is a number from 2 to 20, not 'x'.", "--folds", "x")]
    public async Task What_it_does_not_know_it_says(string said, params string[] arguments)
    {
        var fault = await Assert.ThrowsAsync<StartUpException>(() => IntentsCommand.Run(arguments));
        Assert.StartsWith(said, fault.Message, StringComparison.Ordinal);
    }

    static IEnumerable<Utterance> Lines(string word, Intent intent) =>
        new[] { "vliegt de {0}", "mijn {0} is groen", "koop een {0} voor mij", "grote {0} boven zee", "waar landt jouw {0}", "ik zie elke {0} gaan" }
            .Select(w => new Utterance(string.Format(System.Globalization.CultureInfo.InvariantCulture, w, word), intent, Dutch));

    // Dutch alone: learning it takes a moment.
    static Lessons Lessons() => Workflow.Understanding.Learning.Lessons.Parse(Files("intents"), Files("phrases"), Files(""));

    static Phrases Phrases() => Workflow.Understanding.Phrases.Parse(Files("phrases"));

    static Dictionary<string, string> Files(string folder) => new() { ["nl"] = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "content", folder, "nl.yaml")) };
}
