using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MdtChatBot.Bot.Tests.Voice;

/// <summary>On this machine, over real HTTP: Twilio's media, its store of files behind it, and a transcriber.</summary>
sealed class SoundServer : IAsyncDisposable
{
    public const string Account = "AC00000000000000000000000000000001";
    public const string Media = $"/2010-04-01/Accounts/{Account}/Messages/MM00000000000000000000000000000001/Media/ME00000000000000000000000000000001";

    readonly WebApplication _app;

    SoundServer(WebApplication app) => _app = app;

    public string BaseUrl { get; private set; } = "";

    public string Url => BaseUrl + Media;

    /// <summary>Method, path, and whether credentials came with it.</summary>
    public ConcurrentQueue<(string Method, string Path, bool Signed)> Asked { get; } = [];

    /// <summary>What the store of files sends.</summary>
    public byte[] Sound { get; set; } = [79, 103, 103, 83, 1, 2, 3];

    public string Type { get; set; } = "audio/ogg";

    /// <summary>Where Twilio's address leads; null: it answers itself.</summary>
    public string? Onward { get; set; } = "/store/1";

    public bool IsGone { get; set; }

    /// <summary>What the transcriber answers.</summary>
    public Func<HttpContext, IFormCollection, Task> Transcribes { get; set; } = (http, _) => http.Response.WriteAsJsonAsync(new { text = "ik kom morgen" });

    public static async Task<SoundServer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Limits.MaxRequestBodySize = null;
        });
        var app = builder.Build();
        var server = new SoundServer(app);
        app.Run(server.Answer);
        await app.StartAsync();
        server.BaseUrl = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    async Task Answer(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        Asked.Enqueue((http.Request.Method, path, http.Request.Headers.Authorization.Count > 0));
        if (path.EndsWith("/v1/audio/transcriptions", StringComparison.Ordinal)) await Transcribes(http, await http.Request.ReadFormAsync());
        else if (IsGone) http.Response.StatusCode = 404;
        else if (http.Request.Method is "DELETE") Delete(http);
        else if (path == Media && Onward is not null) http.Response.Redirect(Onward, permanent: false, preserveMethod: true);
        else await Send(http);
    }

    void Delete(HttpContext http)
    {
        IsGone = true;
        http.Response.StatusCode = 204;
    }

    async Task Send(HttpContext http)
    {
        http.Response.ContentType = Type;
        await http.Response.Body.WriteAsync(Sound);
    }
}
