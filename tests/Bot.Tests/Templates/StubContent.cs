using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MdtChatBot.Bot.Tests.Templates;

/// <summary>
/// A Content API on this machine, over real HTTP. It refuses what Twilio's published description does not know: other properties, other types,
/// values that are too long, variables that are not numbered (reference/channels.md 1.7).
/// </summary>
public sealed partial class StubContent : IAsyncDisposable
{
    readonly WebApplication _app;
    readonly Lock _gate = new();
    readonly Queue<int> _failures = new();

    StubContent(WebApplication app) => _app = app;

    public const string AccountSid = "AC00000000000000000000000000000001";
    public const string AuthToken = "stub-auth-token";

    public string BaseUrl => _app.Urls.First();

    public List<Template> Templates { get; } = [];

    public int Creates { get; private set; }

    public int Submits { get; private set; }

    /// <summary>The next requests are answered with these statuses instead.</summary>
    public void FailNext(params int[] statuses)
    {
        lock (_gate)
            foreach (var status in statuses) _failures.Enqueue(status);
    }

    /// <summary>The same after so many that go well.</summary>
    public void FailAfter(int well, int status) => FailNext([.. Enumerable.Repeat(0, well), status]);

    public static async Task<StubContent> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var stub = new StubContent(app);
        app.Run(stub.Answer);
        await app.StartAsync();
        return stub;
    }

    async Task Answer(HttpContext http)
    {
        if (http.Request.Headers.Authorization != "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes($"{AccountSid}:{AuthToken}")))
        {
            await Fault(http, 401, 20003, "Authenticate");
            return;
        }

        int failure;
        lock (_gate) _failures.TryDequeue(out failure);
        if (failure > 0)
        {
            if (failure is 429) http.Response.Headers.RetryAfter = "3";
            await Fault(http, failure, 20429, "Not now");
            return;
        }

        var path = http.Request.Path.Value!;
        if (http.Request.Method is "POST" && path is "/v1/Content") await Create(http);
        else if (http.Request.Method is "POST" && SubmitPath().Match(path) is { Success: true } match) await Submit(http, match.Groups[1].Value);
        else if (http.Request.Method is "GET" && path is "/v1/ContentAndApprovals") await List(http);
        else await Fault(http, 404, 20404, "The requested resource was not found");
    }

    async Task Create(HttpContext http)
    {
        if (await Read(http) is not { } body) return;
        if (FaultOf(body) is { } fault)
        {
            await Fault(http, 400, 20001, fault);
            return;
        }

        var template = new Template("HX" + (Templates.Count + 1).ToString("x32", CultureInfo.InvariantCulture), body.GetProperty("friendly_name").GetString()!, body.GetProperty("language").GetString()!, body);
        lock (_gate)
        {
            Templates.Add(template);
            Creates++;
        }

        await Json(http, 201, new { sid = template.Sid, friendly_name = template.Name, language = template.Language, account_sid = AccountSid });
    }

    async Task Submit(HttpContext http, string sid)
    {
        if (await Read(http) is not { } body) return;
        var template = Templates.FirstOrDefault(t => t.Sid == sid);
        var fault = template is null ? "no such content"
            : body.EnumerateObject().Any(p => p.Name is not ("name" or "category" or "allow_category_change")) ? "unknown property"
            : !Name().IsMatch(body.GetProperty("name").GetString() ?? "") ? "name"
            : body.GetProperty("category").GetString() is not ("UTILITY" or "MARKETING" or "AUTHENTICATION") ? "category"
            : template.Status is not "unsubmitted" ? "handed in already"
            : null;
        if (fault is not null)
        {
            await Fault(http, 400, 20001, fault);
            return;
        }

        lock (_gate) Submits++;
        template!.Status = "received";
        template.Category = body.GetProperty("category").GetString()!;
        await Json(http, 201, new { name = body.GetProperty("name").GetString(), category = template.Category, content_type = "twilio/quick-reply", status = "received", rejection_reason = "", allow_category_change = true });
    }

    /// <summary>Fifty on a page, so that pages are turned.</summary>
    async Task List(HttpContext http)
    {
        var page = int.TryParse(http.Request.Query["Page"], out var number) ? number : 0;
        var all = Templates.Skip(page * 50).Take(50).Select(t => new
        {
            sid = t.Sid,
            friendly_name = t.Name,
            language = t.Language,
            approval_requests = t.Status is "unsubmitted" ? null : new { name = t.Name, category = t.Category, status = t.Status, rejection_reason = t.Reason },
        });
        var more = Templates.Count > (page + 1) * 50;
        await Json(http, 200, new { contents = all, meta = new { key = "contents", next_page_url = more ? $"https://content.twilio.com/v1/ContentAndApprovals?PageSize=100&Page={page + 1}" : null } });
    }

    static string? FaultOf(JsonElement body)
    {
        if (body.EnumerateObject().Any(p => p.Name is not ("friendly_name" or "language" or "variables" or "types"))) return "unknown property";
        if (body.GetProperty("friendly_name").GetString() is not { Length: > 0 and <= 256 }) return "friendly_name";
        if (body.GetProperty("language").GetString() is not ("nl" or "en" or "ar" or "fa" or "tr" or "prs_AF" or "fr" or "ps_AF" or "uk" or "ru" or "es")) return "language";
        if (body.GetProperty("types").EnumerateObject().ToList() is not [var type]) return "one type";
        if (type.Value.GetProperty("body").GetString() is not { Length: > 0 and <= 1024 } words) return "body";
        if (words.StartsWith("{{", StringComparison.Ordinal) || words.EndsWith("}}", StringComparison.Ordinal)) return "begins or ends with a variable";
        var used = Variable().Matches(type.Value.GetRawText()).Select(m => m.Groups[1].Value).Distinct().Order().ToList();
        var given = body.TryGetProperty("variables", out var variables) ? variables.EnumerateObject().Where(v => v.Value.GetString() is { Length: > 0 }).Select(v => v.Name).Order().ToList() : [];
        if (!used.SequenceEqual(given)) return "variables";
        return type.Name switch
        {
            "twilio/text" => type.Value.EnumerateObject().Count() == 1 ? null : "text",
            "twilio/quick-reply" => ActionsFault(type.Value),
            _ => "type",
        };
    }

    static string? ActionsFault(JsonElement reply)
    {
        if (reply.EnumerateObject().Any(p => p.Name is not ("body" or "actions"))) return "quick-reply";
        var actions = reply.GetProperty("actions").EnumerateArray().ToList();
        if (actions.Count is 0 or > 3) return "actions";
        return actions.All(a => a.EnumerateObject().Count() == 2 && a.GetProperty("title").GetString() is { Length: > 0 and <= 20 } && a.GetProperty("id").GetString() is { Length: > 0 and <= 200 }) ? null : "action";
    }

    static async Task<JsonElement?> Read(HttpContext http)
    {
        if (http.Request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) == true)
            return (await JsonDocument.ParseAsync(http.Request.Body)).RootElement;
        await Fault(http, 415, 20415, "JSON is expected");
        return null;
    }

    static Task Fault(HttpContext http, int status, int code, string message) => Json(http, status, new { code, message, status });

    static Task Json(HttpContext http, int status, object body)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(body);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    [GeneratedRegex("^/v1/Content/(HX[0-9a-fA-F]{32})/ApprovalRequests/whatsapp$")]
    private static partial Regex SubmitPath();

    [GeneratedRegex("^[a-z0-9_]{1,512}$")]
    private static partial Regex Name();

    [GeneratedRegex(@"\{\{(\d+)\}\}")]
    private static partial Regex Variable();

    /// <summary>A template as it stands here.</summary>
    public sealed record Template(string Sid, string Name, string Language, JsonElement Body)
    {
        public string Status { get; set; } = "unsubmitted";

        public string Category { get; set; } = "";

        public string Reason { get; set; } = "";
    }
}
