using System.Net;
using System.Net.Http.Headers;
using System.Text;
using MdtChatBot.Bot.Channels.Twilio;
using MdtChatBot.Bot.Turns;
using MdtChatBot.Storage;
using MdtChatBot.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using NodaTime.Testing;

namespace MdtChatBot.Bot.Tests.Twilio;

/// <summary>The webhooks in memory, with what reached the database behind them on record.</summary>
sealed class WebhookHost : IAsyncDisposable
{
    public const string BaseUrl = "https://mdt.example.org/bot";
    const string Token = "stub-auth-token";

    readonly WebApplication _app;

    WebhookHost(WebApplication app) => _app = app;

    public List<Arrived> Arrived { get; } = [];

    public List<DeliveryStatus> Statuses { get; } = [];

    public List<DeliveryStatus> Refused { get; } = [];

    public List<DeliveryStatus> StandIns { get; } = [];

    public List<SendMark> Marks { get; } = [];

    public List<DeliveryStatus> Alerts { get; } = [];

    /// <summary>Thrown by every write while set.</summary>
    public Exception? DatabaseFault { get; set; }

    public static async Task<WebhookHost> Start()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton<IClock>(new FakeClock(Instant.FromUtc(2026, 11, 23, 12, 0)));
        WebhookHost? host = null;
        builder.Services.AddSingleton(s => host!.Webhooks(s.GetRequiredService<IClock>()));
        var app = builder.Build();
        host = new WebhookHost(app);
        app.MapTwilio();
        await app.StartAsync();
        return host;
    }

    /// <summary>Posts as Twilio would; <paramref name="sign"/> may spoil the signature or leave it out (null).</summary>
    public async Task<(HttpStatusCode Status, string Body)> Post(string pathAndQuery, byte[] body, Func<string, string?>? sign = null, string? repeatKey = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, pathAndQuery) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        var right = TwilioSigner.Sign(Token, BaseUrl + pathAndQuery, WebhookForm.Parse(body).Fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        if ((sign is null ? right : sign(right)) is { } signature) request.Headers.TryAddWithoutValidation("X-Twilio-Signature", signature);
        if (repeatKey is not null) request.Headers.Add("I-Twilio-Idempotency-Token", repeatKey);
        using var answer = await _app.GetTestClient().SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public Task<(HttpStatusCode Status, string Body)> Post(string pathAndQuery, string form) => Post(pathAndQuery, Encoding.UTF8.GetBytes(form));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    TwilioWebhooks Webhooks(IClock clock) => new(
        new TwilioOptions { PublicBaseUrl = BaseUrl + "/#rc=2&rp=all" },
        new TwilioSignature(Token),
        new InboxWriter(async (batch, _) => new Reception(await Keep(batch, Arrived), IsQueued: true), (_, _) => Task.FromResult(new Reception(IsTaken: true, IsQueued: false)), new TurnSignal()),
        new StatusWriter(new((batch, _, _) => Keep(batch, Statuses), (batch, _, _) => Keep(batch, Refused), (batch, _, _) => Keep(batch, Marks), (batch, _, _) => Keep(batch, StandIns), (status, _) => Keep([status], Alerts)), clock),
        clock,
        NullLogger<TwilioWebhooks>.Instance);

    Task<bool> Keep<T>(IReadOnlyList<T> batch, List<T> kept)
    {
        if (DatabaseFault is { } fault) return Task.FromException<bool>(fault);
        kept.AddRange(batch);
        return Task.FromResult(true);
    }
}
