using System.Text;
using MdtChatBot.Bot.Turns;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Referrals;

namespace MdtChatBot.Bot.Channels.Terminal;

/// <summary>
/// <c>-- chat</c>: talk to the bot in a terminal, with the demo programme in a database of its own that is thrown away at the end.
/// </summary>
public static class TerminalChat
{
    const string Welcome = "Write to the bot. ~ 24h or ~ next lets time pass, @attended, @missed, @take Fatima, @coach Fatima words and @end Fatima play the staff, an empty line ends.";

    public static async Task<int> Run(IReadOnlyList<string> args)
    {
        Console.OutputEncoding = Encoding.UTF8;
        Console.InputEncoding = Encoding.UTF8;
        await Run(TerminalOptions.Parse(args), Console.In, Console.Out, CancellationToken.None);
        return 0;
    }

    internal static async Task Run(TerminalOptions options, TextReader from, TextWriter to, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("mdt-chat-");
        try
        {
            using var host = Host(folder.FullName, to);
            await host.StartAsync(stop);
            await Talk(host.Services, options, from, to, stop);
            await host.StopAsync(stop);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static IHost Host(string folder, TextWriter to)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = Environments.Development });
        builder.Logging.AddConsole(c => c.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning);
        builder.Configuration.AddEnvironmentVariables();
        builder.Configuration[$"ConnectionStrings:{DatabaseWiring.ConnectionName}"] = $"Data Source={Path.Combine(folder, "chat.db")}";
        var services = builder.Services;
        services.AddCore(builder.Configuration, folder);
        // Turns are run after each line, not beside it.
        services.Remove(services.Single(s => s.ImplementationType == typeof(TurnWorker)));
        services.AddSingleton(new TerminalChannel(to));
        services.AddSingleton<IChannel>(s => s.GetRequiredService<TerminalChannel>());
        services.AddSingleton<TerminalConversation>();
        return builder.Build();
    }

    static async Task Talk(IServiceProvider services, TerminalOptions options, TextReader from, TextWriter to, CancellationToken stop)
    {
        var transcript = new TranscriptFile();
        services.GetRequiredService<TerminalChannel>().Said += transcript.Add;
        var conversation = services.GetRequiredService<TerminalConversation>();
        await to.WriteLineAsync(Welcome + "\n");
        var first = await FirstMessage(services, options, stop);
        if (first is not null) await to.WriteLineAsync("> " + first);
        while ((Next(ref first) ?? await Read(from, to, stop)) is { } line)
        {
            var meaning = TerminalLine.Parse(line);
            if (meaning is not TerminalLine.Unclear) transcript.Add(line[0] is '~' or '@' ? line : "> " + line);
            if (await conversation.Take(meaning, stop) is { } hint) await to.WriteLineAsync(hint);
        }

        if (options.Save is { } file) await transcript.Save(file, stop);
    }

    static string? Next(ref string? first)
    {
        var line = first;
        first = null;
        return line;
    }

    /// <summary>Null at the end of the input and at an empty line.</summary>
    static async Task<string?> Read(TextReader from, TextWriter to, CancellationToken stop)
    {
        await to.WriteAsync("> ".AsMemory(), stop);
        await to.FlushAsync(stop);
        return (await from.ReadLineAsync(stop))?.Trim() is { Length: > 0 } line ? line : null;
    }

    /// <summary>A greeting with a code for the site and language that were asked for; null without.</summary>
    static async Task<string?> FirstMessage(IServiceProvider services, TerminalOptions options, CancellationToken stop)
    {
        if (options is { Language: null, Site: null }) return null;
        var language = options.Language is { } code ? Known(services.GetRequiredService<Catalogue>(), new Language(code)) : (Language?)null;
        var programme = services.GetRequiredService<ProgrammeStore>();
        var offer = await programme.Current(services.GetRequiredService<NodaTime.IClock>().GetCurrentInstant(), stop);
        var site = options.Site is { } id ? offer.Site(new SiteId(id)) ?? throw Unknown("site", id, offer.Sites.Select(s => s.Id.Value)) : null;
        var entry = new EntryCode($"{site?.Id.Value[..3] ?? "all"}24{language?.Code}".ToUpperInvariant(), site?.Id, language, null);
        await programme.Save(Offer.Empty, [entry], stop);
        return $"Hoi! {EntryCode.Written(entry.Code)}";
    }

    static Language Known(Catalogue catalogue, Language language) =>
        catalogue.Has(language) ? language : throw Unknown("language", language.Code, catalogue.Languages.Select(l => l.Code));

    static StartUpException Unknown(string what, string given, IEnumerable<string> known) =>
        new($"There is no {what} '{given}'; there are: {string.Join(", ", known)}.");
}
