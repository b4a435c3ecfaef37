using MdtChatBot.Bot.Staff;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content.Checking;
using NodaTime;
using NodaTime.Text;

namespace MdtChatBot.Bot.Texts;

/// <summary>
/// <c>-- content check</c>: holds every text against the rules. <c>-- content export</c> and <c>import</c>: a spreadsheet per language for reviewers, and back.
/// </summary>
public static class ContentCommand
{
    const string Usage = """
        content check  [--content folder]
        content export [--language xx] [--folder reviews] [--content folder]
        content import file.csv [--language xx] [--reviewed-by "name"] [--content folder]
        """;

    static readonly HashSet<string> Known = ["--content", "--language", "--folder", "--reviewed-by"];

    /// <summary>0 where nothing is wrong, 1 where something is.</summary>
    public static async Task<int> Run(string[] args)
    {
        var (command, file, rest) = args switch
        {
            ["check", .. var more] => ("check", "", more),
            ["export", .. var more] => ("export", "", more),
            ["import", var csv, .. var more] => ("import", csv, more),
            _ => throw new StartUpException(Usage),
        };
        var options = CommandOptions.Read(rest, Known, Usage);
        var folder = options.GetValueOrDefault("--content", Here());
        return command switch
        {
            "check" => await Check(ContentFiles.In(folder), Console.Out),
            "export" => await Export(ContentFiles.In(folder), options.GetValueOrDefault("--language"), options.GetValueOrDefault("--folder", "reviews"), Console.Out),
            _ => await Import(ContentFiles.In(folder), folder, file, options, Console.Out),
        };
    }

    /// <summary>A line for each fault, or one that says that there is none.</summary>
    internal static async Task<int> Check(ContentFiles files, TextWriter to)
    {
        var (texts, phrasebooks) = files.Sources();
        var faults = new ContentCheck(files.Rules()).Of(texts, phrasebooks);
        if (faults.Count == 0) faults = ContentCheck.Of(files.Templates(files.Catalogue()));
        var words = new StaffTexts(files);
        foreach (var fault in faults) await to.WriteLineAsync(LineOf(fault, words));
        await to.WriteLineAsync(faults.Count == 0 ? $"{texts.Count} languages: nothing is wrong." : $"{faults.Count} faults.");
        return faults.Count == 0 ? 0 : 1;
    }

    /// <summary>A file for each language, or for one.</summary>
    internal static async Task<int> Export(ContentFiles files, string? only, string folder, TextWriter to)
    {
        var sheet = SheetOf(files);
        if (only is not null && !sheet.Languages.Contains(only)) throw new StartUpException($"There is no language '{only}'.");
        Directory.CreateDirectory(folder);
        foreach (var code in sheet.Languages.Where(l => only is null || l == only).Order(StringComparer.Ordinal))
        {
            var path = Path.Combine(folder, code + ".csv");
            await File.WriteAllBytesAsync(path, ReviewFile.Write(sheet.Rows(code)));
            await to.WriteLineAsync(path);
        }

        return 0;
    }

    /// <summary>Takes over a reviewer's file as a whole, or says of each line why not.</summary>
    internal static async Task<int> Import(ContentFiles files, string folder, string file, IReadOnlyDictionary<string, string> options, TextWriter to)
    {
        if (!File.Exists(file)) throw new StartUpException($"There is no file {file}.");
        if (!File.Exists(Path.Combine(folder, "nl.yaml"))) throw new StartUpException("Run it where the repository is, or name its folder of texts with --content.");
        var code = options.GetValueOrDefault("--language", Path.GetFileNameWithoutExtension(file));
        var sheet = SheetOf(files);
        if (!sheet.Languages.Contains(code)) throw new StartUpException($"There is no language '{code}': a file is named after its language, or --language says it.");
        switch (sheet.Read(code, Lines(file), ReviewOf(options)))
        {
            case ReviewOutcome.Refused(var faults):
                var words = new StaffTexts(files);
                foreach (var (line, fault) in faults) await to.WriteLineAsync($"{file}, line {line}: {fault.Key}: {words.Write(fault.Words, Language.English)}");
                await to.WriteLineAsync($"{faults.Count} faults: nothing was changed.");
                return 1;
            case ReviewOutcome.Accepted accepted:
                await File.WriteAllTextAsync(Path.Combine(folder, code + ".yaml"), accepted.Texts);
                if (accepted.Phrasebook != "{}") await File.WriteAllTextAsync(Path.Combine(folder, "phrasebook", code + ".yaml"), accepted.Phrasebook);
                await to.WriteLineAsync($"{accepted.Changed.Count} texts changed.");
                foreach (var key in accepted.Changed) await to.WriteLineAsync(key);
                return 0;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    static IReadOnlyList<ReviewLine> Lines(string file)
    {
        try
        {
            return ReviewFile.Read(File.ReadAllBytes(file));
        }
        catch (FormatException e)
        {
            throw new StartUpException($"{file}: {e.Message}", e);
        }
    }

    // “2026-12-01 by Fatima”, on the day that it is here.
    static string ReviewOf(IReadOnlyDictionary<string, string> options) => options.TryGetValue("--reviewed-by", out var name)
        ? $"{LocalDatePattern.Iso.Format(SystemClock.Instance.GetCurrentInstant().InZone(Netherlands.Zone).Date)} by {name.Trim()}"
        : "";

    static ReviewSheet SheetOf(ContentFiles files)
    {
        var (texts, phrasebooks) = files.Sources();
        return new ReviewSheet(files.Rules(), texts, phrasebooks);
    }

    static string LineOf(Fault fault, StaffTexts words) =>
        $"{fault.Place.File}: {(fault.Place.Key.Length > 0 ? fault.Place.Key + ": " : "")}{words.Write(fault.Words, Language.English)}";

    // Who works on the texts stands in the repository; else those that the program came with.
    internal static string Here() => File.Exists(Path.Combine("content", "nl.yaml")) ? "content" : "";
}
