using System.Text.Json;
using MdtChatBot.Bot.Channels.Twilio;
using MdtChatBot.Bot.Texts;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Templates;
using Microsoft.Extensions.Options;

namespace MdtChatBot.Bot.Templates;

/// <summary>
/// <c>-- templates export</c>: a file for each template, as Twilio's Content API and as Meta's API take it.
/// <c>-- templates sync</c>: makes them at Twilio, hands them in, and shows how they stand.
/// </summary>
public static class TemplateCommand
{
    const string Usage = "templates export [--to folder]   or   templates sync";

    /// <summary>0 where all went well, 1 where something needs a look.</summary>
    public static async Task<int> Run(string[] args)
    {
        switch (args)
        {
            case ["export", .. var rest]:
                await Export(FolderOf(rest), Console.Out);
                return 0;
            case ["sync", .. var rest]:
                return await Sync(rest, Console.Out);
            default:
                throw new StartUpException(Usage);
        }
    }

    static string FolderOf(string[] args) => args switch
    {
        [] => "templates",
        ["--to", var folder] => folder,
        _ => throw new StartUpException(Usage),
    };

    static async Task Export(string folder, TextWriter to)
    {
        await using var app = BotBuilder.Create([]).AddBot().Build();
        var written = await Export(app.Services.GetRequiredService<TemplateBook>(), folder);
        await to.WriteLineAsync($"{written} templates are in {folder}/twilio and {folder}/meta.");
    }

    /// <summary>Returns how many there are.</summary>
    internal static async Task<int> Export(TemplateBook book, string folder)
    {
        var (twilio, meta) = (Directory.CreateDirectory(Path.Combine(folder, "twilio")).FullName, Directory.CreateDirectory(Path.Combine(folder, "meta")).FullName);
        foreach (var text in book.Texts)
        {
            await File.WriteAllTextAsync(Path.Combine(twilio, text.Name + ".json"), JsonSerializer.Serialize(ContentRequest.Of(text), ContentJson.Readable.ContentRequest) + "\n");
            await File.WriteAllTextAsync(Path.Combine(meta, text.Name + ".json"), JsonSerializer.Serialize(MetaTemplate.Of(text), ContentJson.Readable.MetaTemplate) + "\n");
        }

        return book.Texts.Count;
    }

    static async Task<int> Sync(string[] args, TextWriter to)
    {
        await using var app = BotBuilder.Create(args).AddBot().Build();
        if (!app.Services.GetRequiredService<IOptions<TwilioOptions>>().Value.IsOn)
            throw new StartUpException("Twilio:AccountSid is empty: templates are made in the account that sends.");
        await app.Services.GetRequiredService<Migrator>().Migrate(CancellationToken.None);
        await app.Services.GetRequiredService<LiveTexts>().Refresh(CancellationToken.None);
        var report = await app.Services.GetRequiredService<TemplateSync>().Run(CancellationToken.None);
        await Tell(report, to);
        return report.Faults.Count == 0 ? 0 : 1;
    }

    internal static async Task Tell(SyncReport report, TextWriter to)
    {
        foreach (var group in report.States.GroupBy(s => s.Status).OrderBy(g => g.Key)) await to.WriteLineAsync($"{group.Count(),4} {group.Key}");
        foreach (var state in report.States.Where(s => s.Status is TemplateStatus.Rejected or TemplateStatus.Paused or TemplateStatus.Disabled))
            await to.WriteLineAsync($"{state.Status}: {state.Key} in {state.Language}{(state.Reason.Length > 0 ? $": {state.Reason}" : "")}");
        foreach (var (text, why) in report.Faults) await to.WriteLineAsync($"Not brought: {text.Key} in {text.Language}: {why}");
    }
}
