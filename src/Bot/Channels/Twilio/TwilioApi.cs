using System.Globalization;
using System.Net.Http.Headers;

namespace MdtChatBot.Bot.Channels.Twilio;

/// <summary>The one pooled connection to Twilio's REST API, signed in with account and token.</summary>
public sealed class TwilioApi : IDisposable
{
    /// <summary>Twilio answers well within this; what has not answered by then is <i>unknown</i>.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    readonly HttpClient _http;
    readonly string _messages;
    readonly TimeSpan _patience;

    public TwilioApi(TwilioOptions options) : this(options, Patience) { }

    internal TwilioApi(TwilioOptions options, TimeSpan patience)
    {
        _patience = patience;
        _messages = string.Create(CultureInfo.InvariantCulture, $"/2010-04-01/Accounts/{options.AccountSid}/Messages.json");
        // A connection that Twilio closed meanwhile would make a message unknown; a redirected form would be sent twice.
        _http = OutsideCalls.Client(idle: TimeSpan.FromSeconds(30));
        _http.BaseAddress = new Uri(options.ApiBaseUrl.TrimEnd('/'));
        _http.DefaultRequestHeaders.Authorization = options.Credentials;
        _http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
    }

    /// <exception cref="HttpRequestException">No answer came.</exception>
    /// <exception cref="TimeoutException">No answer came in time.</exception>
    public Task<(HttpResponseMessage Answer, byte[] Body)> Create(HttpContent form, CancellationToken stop) =>
        Ask(() => new HttpRequestMessage(HttpMethod.Post, _messages) { Content = form }, stop);

    /// <summary>The newest messages to this address; next pages by <paramref name="page"/>, the path that the page before named.</summary>
    public Task<(HttpResponseMessage Answer, byte[] Body)> List(string to, string? page, CancellationToken stop) =>
        Ask(() => new HttpRequestMessage(HttpMethod.Get, page ?? $"{_messages}?To={Uri.EscapeDataString(to)}&PageSize=50"), stop);

    async Task<(HttpResponseMessage, byte[])> Ask(Func<HttpRequestMessage> write, CancellationToken stop)
    {
        using var request = write();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(_patience);
        try
        {
            var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            return (answer, await answer.Content.ReadAsByteArrayAsync(patience.Token));
        }
        catch (OperationCanceledException e) when (!stop.IsCancellationRequested)
        {
            throw new TimeoutException("Twilio did not answer in time.", e);
        }
    }

    public void Dispose() => _http.Dispose();
}
