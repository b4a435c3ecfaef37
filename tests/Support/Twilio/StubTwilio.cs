using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace MdtChatBot.Support;

/// <summary>
/// A Twilio on this machine: takes messages over real HTTP, checks them as Twilio does, keeps them on record, lists them, and fails when a script says so.
/// Bare Kestrel without a pipeline, so that it does not become what a benchmark measures.
/// </summary>
public sealed class StubTwilio : IAsyncDisposable
{
    readonly KestrelServer _server;
    readonly IClock _clock;
    readonly string _path;
    readonly string _authorization;
    readonly StubMailboxes _mailboxes = new();
    readonly StubScript _script = new();
    long _posts;
    long _lists;
    long _sids;

    StubTwilio(string accountSid, string authToken, IClock clock)
    {
        AccountSid = accountSid;
        AuthToken = authToken;
        _clock = clock;
        _path = $"/2010-04-01/Accounts/{accountSid}/Messages.json";
        _authorization = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{accountSid}:{authToken}"));

        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Listen(IPAddress.Loopback, 0);
        var transport = new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance);
        _server = new KestrelServer(Options.Create(options), transport, NullLoggerFactory.Instance);
    }

    public string AccountSid { get; }

    public string AuthToken { get; }

    /// <summary>For <c>Twilio__ApiBaseUrl</c>, without a slash at the end.</summary>
    public string BaseUrl { get; private set; } = "";

    /// <summary>Everything on record, in no order across recipients.</summary>
    public IReadOnlyList<StubMessage> Messages => _mailboxes.All();

    /// <summary>How many messages were posted, whatever became of them.</summary>
    public long Posts => Interlocked.Read(ref _posts);

    /// <summary>How often the message list was asked for.</summary>
    public long Lists => Interlocked.Read(ref _lists);

    /// <summary>Where status callbacks really go, when the program's public address is not one of this machine: scheme, host and port.</summary>
    public Uri? CallbacksTo { get; set; }

    /// <summary>What carries status callbacks: set for a program that runs in this process and listens on no port.</summary>
    public HttpClient? Reporter { get; set; }

    /// <param name="clock">Gives the time at which messages are said to be sent; the system's without.</param>
    public static async Task<StubTwilio> Start(
        string accountSid = "AC00000000000000000000000000000001", string authToken = "stub-auth-token", IClock? clock = null)
    {
        var stub = new StubTwilio(accountSid, authToken, clock ?? SystemClock.Instance);
        await stub._server.StartAsync(new StubApplication(stub), CancellationToken.None);
        stub.BaseUrl = stub._server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
        return stub;
    }

    /// <summary>The next message to this recipient that nobody has been handed yet; waits for it without polling.</summary>
    public Task<StubMessage> Next(string to) => _mailboxes.Next(to);

    /// <summary>All messages to this recipient, in order of arrival.</summary>
    public IReadOnlyList<StubMessage> To(string to) => _mailboxes.To(to);

    /// <summary>What becomes of the next messages, one answer each; afterwards all are accepted again.</summary>
    public void Answer(params StubAnswer[] answers) => _script.Add(answers);

    /// <summary>The same, only for messages to one recipient.</summary>
    public void AnswerTo(string to, params StubAnswer[] answers) => _script.AddFor(to, answers);

    /// <summary>Forgets all messages on record.</summary>
    public void Clear() => _mailboxes.Clear();

    /// <summary>Tells the program, signed, what became of a message: <c>sent</c>, <c>delivered</c>, <c>read</c>, <c>failed</c>, <c>undelivered</c>.</summary>
    public Task<HttpStatusCode> Report(StubMessage message, string status, int? errorCode = null) =>
        StubStatus.Send(this, message, status, errorCode);

    public async ValueTask DisposeAsync()
    {
        // Hanging requests never end by themselves.
        await _server.StopAsync(new CancellationToken(canceled: true));
        _server.Dispose();
    }

    internal Task Handle(IFeatureCollection http)
    {
        var request = http.GetRequiredFeature<IHttpRequestFeature>();
        if (request.Path != _path) return StubReply.Error(http, 404, 20404, "The requested resource was not found");
        if (request.Headers.Authorization != _authorization) return StubReply.Error(http, 401, 20003, "Authenticate");
        return request.Method switch
        {
            "POST" => Take(http),
            "GET" => List(http, request.QueryString),
            _ => StubReply.Error(http, 405, 20004, "Method not allowed"),
        };
    }

    async Task Take(IFeatureCollection http)
    {
        Interlocked.Increment(ref _posts);
        var ticks = Stopwatch.GetTimestamp();
        var form = await StubForm.Read(http.GetRequiredFeature<IRequestBodyPipeFeature>().Reader);
        if (StubRules.FaultOf(form) is { } fault)
        {
            await StubReply.Error(http, 400, fault.Code, fault.Message);
            return;
        }

        var message = Message(form, ticks);
        await Play(http, _script.For(message.To), message);
    }

    async Task Play(IFeatureCollection http, StubAnswer answer, StubMessage message)
    {
        switch (answer)
        {
            case StubAnswer.Accepting:
                await Accept(http, message);
                break;
            case StubAnswer.Refusing refusing:
                await StubReply.Error(http, refusing.Status, refusing.Code, refusing.Message, refusing.RetryAfterSeconds);
                break;
            case StubAnswer.Hanging hanging:
                if (hanging.TakesIt) _mailboxes.Add(message);
                await StubConnection.Hang(http);
                break;
            case StubAnswer.Cutting cutting:
                if (cutting.TakesIt) _mailboxes.Add(message);
                StubConnection.Cut(http);
                break;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>The answer goes first: who waits for the message must not find its sender still waiting for the answer.</summary>
    async Task Accept(IFeatureCollection http, StubMessage message)
    {
        try
        {
            await StubReply.Accepted(http, AccountSid, message);
        }
        finally
        {
            _mailboxes.Add(message);
        }
    }

    Task List(IFeatureCollection http, string query)
    {
        Interlocked.Increment(ref _lists);
        var asked = StubForm.Parse(query.TrimStart('?'));
        var messages = asked.TryGetValue("To", out var to) ? _mailboxes.To(to) : _mailboxes.All();
        return StubReply.Write(http, 200, json => new StubList(AccountSid, asked).Write(json, messages));
    }

    StubMessage Message(Dictionary<string, string> form, long ticks) => new()
    {
        Sid = "SM" + Interlocked.Increment(ref _sids).ToString("x32", CultureInfo.InvariantCulture),
        To = form["To"],
        From = form.GetValueOrDefault("From", ""),
        Body = form.GetValueOrDefault("Body", ""),
        ContentSid = form.GetValueOrDefault("ContentSid", ""),
        ContentVariables = form.GetValueOrDefault("ContentVariables", ""),
        StatusCallback = form.GetValueOrDefault("StatusCallback", ""),
        At = _clock.GetCurrentInstant(),
        Ticks = ticks,
    };
}
