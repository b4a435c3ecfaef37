using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;

namespace MdtChatBot.Bot.Channels.WebChat;

/// <summary>The page's own few words, in one language.</summary>
/// <param name="TimeMachine">Whether the page may show the time machine.</param>
public sealed record PageWords(string Language, string Direction, IReadOnlyDictionary<string, string> Words, bool TimeMachine)
{
    const string Prefix = "webchat.";

    /// <summary>In the language asked for, else the best of the browser's, else Dutch.</summary>
    internal static PageWords In(HttpRequest request, HttpResponse response, Catalogue catalogue, IHostEnvironment host, string? language)
    {
        response.Headers.CacheControl = "no-cache";
        response.Headers.Vary = "Accept-Language";
        var chosen = Known(catalogue, language) ?? Preferred(request, catalogue) ?? Workflow.Language.Dutch;
        return new PageWords(
            chosen.Code,
            catalogue.IsRightToLeft(chosen) ? "rtl" : "ltr",
            catalogue.Keys.Where(k => k.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(k => k[Prefix.Length..], k => catalogue.Write(k, chosen)),
            host.IsDevelopment());
    }

    /// <summary>The first of the browser's languages that we have.</summary>
    internal static Language? Preferred(HttpRequest request, Catalogue catalogue) =>
        request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(l => l.Quality ?? 1)
            .Select(l => Known(catalogue, l.Value.Value))
            .FirstOrDefault(l => l is not null);

    // "ar-SY" is Arabic to us; "fa-AF" is Dari, "kmr" Kurmanji, and "ku-Arab" or "ku-IQ" Sorani.
    static Language? Known(Catalogue catalogue, string? code)
    {
        var parts = (code ?? "").ToLowerInvariant().Split('-');
        var meant = (parts[0], parts.Length > 1 ? parts[^1] : "") switch
        {
            ("fa", "af") => "prs",
            ("ku", "arab" or "iq" or "ir") => "ckb",
            ("kmr", _) => "ku",
            var (primary, _) => primary,
        };
        return catalogue.Languages.Where(l => l.Code == meant).Select(l => (Language?)l).FirstOrDefault();
    }
}
