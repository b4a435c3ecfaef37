using System.Net;
using System.Text.RegularExpressions;
using MdtChatBot.Bot.Tests.Shell;

namespace MdtChatBot.Bot.Tests.Staff;

/// <summary>A member's browser without scripts: keeps cookies, follows nothing by itself, and posts forms with their anti-forgery token.</summary>
public sealed class StaffBrowser(BotUnderTest bot) : IDisposable
{
    static readonly Uri Origin = new("https://mdt.test");

    readonly CookieContainer _cookies = new();
    readonly HttpMessageInvoker _http = new(bot.Handler());

    /// <summary>Signed in as a demo account; Development only.</summary>
    public static async Task<StaffBrowser> As(BotUnderTest bot, string demoName)
    {
        var browser = new StaffBrowser(bot);
        await browser.SignInAs(demoName);
        return browser;
    }

    public async Task SignInAs(string demoName)
    {
        var page = await Read("/staff/sign-in");
        var id = Regex.Match(page, $"""value="(\d+)"[^>]*>\s*<strong><bdi>{demoName}</bdi>""").Groups[1].Value;
        Assert.True(id.Length > 0, $"There is no demo account {demoName}.");
        var answer = await Post("/staff/sign-in?handler=Demo", page, ("demo", id));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    public Task<HttpResponseMessage> Get(string path, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, path, null, headers);

    /// <summary>The page's HTML; demands that there is one.</summary>
    public async Task<string> Read(string path)
    {
        using var answer = await Get(path);
        Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{path}: {(int)answer.StatusCode} {answer.Headers.Location}");
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Opens the page, fills in its form and sends it.</summary>
    public async Task<HttpResponseMessage> Submit(string path, params (string Name, string Value)[] fields) => await Post(path, await Read(path), fields);

    /// <summary>Posts with the token of a page that was read.</summary>
    public Task<HttpResponseMessage> Post(string path, string page, params (string Name, string Value)[] fields)
    {
        var token = Regex.Match(page, """name="__RequestVerificationToken"[^>]*value="([^"]+)""").Groups[1].Value;
        return Post(path, [.. fields, ("__RequestVerificationToken", token)]);
    }

    /// <summary>Posts just these fields.</summary>
    public Task<HttpResponseMessage> Post(string path, params (string Name, string Value)[] fields) =>
        Send(HttpMethod.Post, path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    /// <summary>Posts a form with a file.</summary>
    public Task<HttpResponseMessage> PostForm(string path, HttpContent form) => Send(HttpMethod.Post, path, form);

    /// <summary>The cookie's value; empty where there is none.</summary>
    public string Cookie(string name) => _cookies.GetCookies(new Uri(Origin, "/staff"))[name]?.Value ?? "";

    /// <summary>Puts a cookie in place, as a thief would.</summary>
    public void Steal(string name, string value) => _cookies.Add(new Cookie(name, value, "/staff", Origin.Host));

    public void Dispose() => _http.Dispose();

    async Task<HttpResponseMessage> Send(HttpMethod method, string path, HttpContent? body, params (string Name, string Value)[] headers)
    {
        var address = new Uri(Origin, path);
        using var request = new HttpRequestMessage(method, address) { Content = body };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        var cookies = _cookies.GetCookieHeader(address);
        if (cookies.Length > 0) request.Headers.Add("Cookie", cookies);
        var answer = await _http.SendAsync(request, CancellationToken.None);
        if (answer.Headers.TryGetValues("Set-Cookie", out var set))
            foreach (var cookie in set) _cookies.SetCookies(address, cookie);
        return answer;
    }
}
