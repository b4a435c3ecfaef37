using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MdtChatBot.Bot.Time;
using MdtChatBot.Bot.Turns;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace MdtChatBot.Bot.Tests.Shell;

/// <summary>The whole program in memory, wired as it runs, on a database of its own.</summary>
public sealed class BotUnderTest : IAsyncDisposable
{
    public const string Key = "a-staff-key-of-the-tests";

    readonly DirectoryInfo _folder;
    readonly WebApplication _app;
    bool _started;

    BotUnderTest(WebApplication app, DirectoryInfo folder) => (_app, _folder) = (app, folder);

    /// <summary>Throws what stops the start.</summary>
    public static Task<BotUnderTest> Start(string environment = "Development", params (string Name, string Value)[] settings) => Start(environment, _ => { }, settings);

    /// <summary>The same, with a part of the world replaced: its clock, or what it calls.</summary>
    public static async Task<BotUnderTest> Start(string environment, Action<IServiceCollection> replace, params (string Name, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("mdt-test-");
        (string Name, string Value)[] own =
        [
            ("environment", environment), ("applicationName", "MdtChatBot.Bot"), ("Logging:LogLevel:Default", "None"),
            ("ConnectionStrings:Mdt", $"Data Source={Path.Combine(folder.FullName, "mdt.db")}"),
        ];
        var builder = BotBuilder.Create([.. own.Concat(settings).Select(s => $"--{s.Name}={s.Value}")]).AddBot();
        builder.WebHost.UseTestServer();
        replace(builder.Services);
        var bot = new BotUnderTest(builder.Build(), folder);
        try
        {
            bot._app.UseBot();
            await bot._app.StartAsync();
            bot._started = true;
            return bot;
        }
        catch
        {
            await bot.DisposeAsync();
            throw;
        }
    }

    public HttpClient Client() => _app.GetTestClient();

    /// <summary>Below everything that a client does: for a client that keeps cookies.</summary>
    public HttpMessageHandler Handler() => _app.GetTestServer().CreateHandler();

    /// <summary>A client that brings a staff key.</summary>
    public HttpClient Staff(string key = Key)
    {
        var client = Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    public T The<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>A youth that has written a first message.</summary>
    public async Task<YouthId> Youth(string address)
    {
        await The<InboxWriter>().Accept(
            new Arrived { Channel = "web", Address = address, ProviderId = address + ":1", Inbound = new Inbound.Message("Hoi! MDT-DEV24AR"), At = The<BotClock>().GetCurrentInstant() },
            CancellationToken.None);
        return (await The<WorkLists>().FindYouth("web", address, CancellationToken.None))!.Value;
    }

    public static async Task<(int Status, JsonNode? Body)> Post(HttpClient client, string path, object? body = null)
    {
        using var answer = await client.PostAsJsonAsync(path, body ?? new { });
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    public async ValueTask DisposeAsync()
    {
        if (_started) await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
