using System.Globalization;
using MdtChatBot.Bot.Texts;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Understanding;
using MdtChatBot.Workflow.Understanding.Learning;

namespace MdtChatBot.Bot.Understanding;

/// <summary>
/// <c>-- intents</c>: what the lines that staff labelled would change if they were learned from. <c>-- intents export</c>: the same lines as
/// <c>content/intents</c> has them, for somebody to put there (ADR 22).
/// </summary>
public static class IntentsCommand
{
    const string Usage = """
        intents        [--folds 3] [--content folder]
        intents export [--language xx] [--folder folder] [--content folder]
        """;

    const int UsualFolds = 3;
    const int MostFolds = 20;

    /// <summary>0, unless it can't be done.</summary>
    public static async Task<int> Run(string[] args)
    {
        var (isExport, rest) = args is ["export", .. var more] ? (true, more) : (false, args);
        var options = CommandOptions.Read(rest, isExport ? ["--language", "--folder", "--content"] : ["--folds", "--content"], Usage);
        var folds = FoldsOf(options);
        var content = ContentFiles.In(options.GetValueOrDefault("--content", ContentCommand.Here()));
        var lessons = content.Lessons();
        var lines = LabelledLines.Of(await Stored(), lessons);
        return isExport
            ? await Export(lines, options.GetValueOrDefault("--language"), options.GetValueOrDefault("--folder"), Console.Out)
            : await Show(lines, content.Phrases(), lessons, folds, Console.Out, Console.Error);
    }

    /// <summary>What would change.</summary>
    /// <param name="lines">What staff labelled.</param>
    /// <param name="phrases">What stands before the classifier.</param>
    /// <param name="lessons">What is learned from now.</param>
    /// <param name="folds">How many parts everything is cut into.</param>
    /// <param name="to">The figures.</param>
    /// <param name="progress">How far it is.</param>
    internal static async Task<int> Show(LabelledLines lines, Phrases phrases, Lessons lessons, int folds, TextWriter to, TextWriter progress)
    {
        await to.WriteLineAsync($"""
            {lessons.Utterances.Count} utterances of content/intents in {lessons.Utterances.Select(u => u.Language).Distinct().Count()} languages: all synthetic, no young person wrote any of it.
            {lines.New.Count} lines labelled by staff that are not among them; {lines.Known} are already, as labelled.
            """);
        foreach (var (line, intent) in lines.Disputed) await to.WriteLineAsync($"Left out: {line.Language}: “{line.Words}” is labelled {IntentName.Of(line.Intent)}, and stands in content/intents as {IntentName.Of(intent)}.");
        if (lines.New.Count == 0)
        {
            await to.WriteLineAsync("There is nothing to add.");
            return 0;
        }

        var trial = new Trial(phrases, lessons, lines.New);
        TrialReport.Write(trial.Run(folds, part => progress.WriteLine($"part {part + 1} of {folds} …")), lines.New.Count, to);
        return 0;
    }

    /// <summary>A file for each language, or everything to <paramref name="to"/> where no folder is named.</summary>
    internal static async Task<int> Export(LabelledLines lines, string? only, string? folder, TextWriter to)
    {
        foreach (var language in lines.New.Where(l => only is null || l.Language.Code == only).GroupBy(l => l.Language.Code).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            var yaml = IntentFile.Write(language.Key, [.. language]);
            if (folder is null)
            {
                await to.WriteAsync(yaml);
                continue;
            }

            var path = Path.Combine(Directory.CreateDirectory(folder).FullName, language.Key + ".yaml");
            await File.WriteAllTextAsync(path, yaml);
            await to.WriteLineAsync($"{path}: {language.Count()} lines");
        }

        return 0;
    }

    static async Task<IReadOnlyList<Utterance>> Stored()
    {
        await using var app = BotBuilder.Create([]).AddBot().Build();
        await app.Services.GetRequiredService<Migrator>().Migrate(CancellationToken.None);
        return [.. (await app.Services.GetRequiredService<MisunderstoodStore>().AllLabelled(CancellationToken.None)).Select(l => new Utterance(l.Words, l.Label ?? Intent.OutOfScope, l.Language.Base ?? l.Language))];
    }

    static int FoldsOf(Dictionary<string, string> options)
    {
        if (!options.TryGetValue("--folds", out var typed)) return UsualFolds;
        return int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var folds) && folds is >= 2 and <= MostFolds
            ? folds
            : throw new StartUpException($"--folds is a number from 2 to {MostFolds}, not '{typed}'.");
    }
}
