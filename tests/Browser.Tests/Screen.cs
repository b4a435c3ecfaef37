using Microsoft.Playwright;

namespace MdtChatBot.Browser.Tests;

/// <summary>A page that somebody has open, and what goes wrong in it.</summary>
abstract class Screen : IAsyncDisposable
{
    readonly List<string> _complaints = [];

    protected Screen(IBrowserContext context, IPage page, string address)
    {
        (Context, Page, Address) = (context, page, address);
        page.SetDefaultTimeout(15_000);
        page.Console += (_, message) => Complain(message.Type is "error" or "warning", $"console: {message.Text}");
        page.PageError += (_, error) => Complain(true, $"script: {error}");
        page.Request += (_, request) => Complain(!request.Url.Replace("blob:", "", StringComparison.Ordinal).StartsWith(address, StringComparison.Ordinal), $"request elsewhere: {request.Url}");
    }

    public IPage Page { get; }

    /// <summary>Errors in the console, broken rules of the content policy, requests to elsewhere.</summary>
    public IReadOnlyList<string> Complaints => _complaints;

    protected IBrowserContext Context { get; }

    protected string Address { get; }

    public Task Visit(string path = "/") => Page.GotoAsync(Address + path);

    public async ValueTask DisposeAsync() => await Context.DisposeAsync();

    void Complain(bool indeed, string about)
    {
        if (indeed) _complaints.Add(about);
    }
}
