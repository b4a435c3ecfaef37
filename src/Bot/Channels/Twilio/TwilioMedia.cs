using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace MdtChatBot.Bot.Channels.Twilio;

/// <summary>
/// Voice notes that Twilio keeps for us: fetched with our credentials for whoever listens, and deleted there. Only from the API's own address, whatever
/// a webhook says; where that sends us on, the credentials stay behind.
/// </summary>
public sealed partial class TwilioMedia : IDisposable
{
    const int MostHops = 3;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    readonly HttpClient _http;
    readonly Uri _api;
    readonly string _account;
    readonly AuthenticationHeaderValue _credentials;

    public TwilioMedia(TwilioOptions options)
    {
        _api = new Uri(options.ApiBaseUrl.TrimEnd('/') + "/");
        _account = options.AccountSid;
        _credentials = options.Credentials;
        // Each hop of a redirect is looked at here.
        _http = OutsideCalls.Client();
    }

    /// <summary>The sound; null where Twilio has none any more, where it is too large or no sound, or the address is not one of our account's.</summary>
    /// <exception cref="HttpRequestException">Twilio can't be reached now.</exception>
    /// <exception cref="TimeoutException">No answer came in time.</exception>
    public async Task<Sound?> Fetch(string url, CancellationToken stop)
    {
        if (Ours(url) is not { } at) return null;
        var answer = await Ask(HttpMethod.Get, at, withCredentials: true, stop);
        for (var hop = 0; hop < MostHops && Onward(answer, at) is { } next; hop++)
        {
            answer.Dispose();
            at = next;
            answer = await Ask(HttpMethod.Get, at, withCredentials: false, stop);
        }

        return await Sound.Of(answer, stop);
    }

    /// <summary>Deletes it at Twilio; true also where it was gone already, or never was ours.</summary>
    /// <inheritdoc cref="Fetch"/>
    public async Task<bool> Delete(string url, CancellationToken stop)
    {
        if (Ours(url) is not { } at) return true;
        using var answer = await Ask(HttpMethod.Delete, at, withCredentials: true, stop);
        return answer.IsSuccessStatusCode || answer.StatusCode is HttpStatusCode.NotFound;
    }

    Uri? Ours(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var at)
        && at.Scheme == _api.Scheme && at.Host == _api.Host && at.Port == _api.Port
        && at.UserInfo.Length == 0 && at.Query.Length == 0
        && Media().Match(at.AbsolutePath) is { Success: true } path && path.Groups["account"].Value == _account
            ? at
            : null;

    // Twilio's store of files is at another host. Its certificate must be right there too, and a bare number is no host of theirs.
    Uri? Onward(HttpResponseMessage answer, Uri from)
    {
        if ((int)answer.StatusCode is not (301 or 302 or 303 or 307 or 308) || answer.Headers.Location is not { } location) return null;
        var to = new Uri(from, location);
        return to.UserInfo.Length == 0 && (_api.IsLoopback ? to.IsLoopback && to.Scheme == _api.Scheme : to.Scheme == Uri.UriSchemeHttps && to.HostNameType is UriHostNameType.Dns) ? to : null;
    }

    async Task<HttpResponseMessage> Ask(HttpMethod method, Uri at, bool withCredentials, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(method, at);
        if (withCredentials) request.Headers.Authorization = _credentials;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        try
        {
            return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        }
        catch (OperationCanceledException e) when (!stop.IsCancellationRequested)
        {
            throw new TimeoutException("Twilio did not answer in time.", e);
        }
    }

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("^/2010-04-01/Accounts/(?<account>AC[0-9a-fA-F]{32})/Messages/[A-Z]{2}[0-9a-fA-F]{32}/Media/ME[0-9a-fA-F]{32}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Media();
}
