using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace MdtChatBot.Bench.Staff;

/// <summary>A browser of somebody who is signed in with a demo account.</summary>
sealed partial class StaffVisit : IDisposable
{
    readonly HttpClient _http;

    StaffVisit(IPEndPoint bot) => _http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false })
    {
        BaseAddress = new Uri($"http://{bot}"),
        Timeout = TimeSpan.FromSeconds(60),
    };

    /// <param name="bot">Where the program listens.</param>
    /// <param name="role">The Dutch name of the role, as the sign-in page shows it.</param>
    public static async Task<StaffVisit> SignIn(IPEndPoint bot, string role)
    {
        var visit = new StaffVisit(bot);
        var page = await visit._http.GetStringAsync("/staff/sign-in");
        var button = DemoButton().Matches(page).First(b => b.Groups["role"].Value.Contains(role, StringComparison.Ordinal));
        await visit.SignIn(page, button.Groups["id"].Value);
        return visit;
    }

    public static async Task<StaffVisit> SignIn(IPEndPoint bot, long staff)
    {
        var visit = new StaffVisit(bot);
        await visit.SignIn(await visit._http.GetStringAsync("/staff/sign-in"), staff.ToString(System.Globalization.CultureInfo.InvariantCulture));
        return visit;
    }

    /// <summary>How long the page took, from the request to its last byte, and its size.</summary>
    public async Task<(TimeSpan Time, int Bytes)> Get(string path)
    {
        var began = Stopwatch.GetTimestamp();
        using var answer = await _http.GetAsync(path);
        var body = await answer.Content.ReadAsByteArrayAsync();
        var time = Stopwatch.GetElapsedTime(began);
        return answer.StatusCode == HttpStatusCode.OK ? (time, body.Length) : throw new InvalidOperationException($"{path} was answered with {(int)answer.StatusCode}");
    }

    /// <summary>The live events of these topics, one line each.</summary>
    public async Task<StreamReader> Listen(string topics) => new(await _http.GetStreamAsync($"/staff/events?topics={topics}"));

    public void Dispose() => _http.Dispose();

    async Task SignIn(string page, string staff)
    {
        var form = new Dictionary<string, string> { ["demo"] = staff, ["__RequestVerificationToken"] = Token().Match(page).Groups["token"].Value };
        using var content = new FormUrlEncodedContent(form);
        using var answer = await _http.PostAsync("/staff/sign-in?handler=Demo", content);
        if (answer.StatusCode != HttpStatusCode.Redirect) throw new InvalidOperationException($"Signing in was answered with {(int)answer.StatusCode}.");
    }

    [GeneratedRegex("""name="__RequestVerificationToken" type="hidden" value="(?<token>[^"]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Token();

    [GeneratedRegex("""name="demo" value="(?<id>\d+)".*?<span>(?<role>[^<]*)""", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex DemoButton();
}
