using Microsoft.Playwright;

namespace MdtChatBot.Browser.Tests;

/// <summary>Looks at a page with axe-core.</summary>
static class Accessibility
{
    static readonly string Axe = Path.Combine(Repository.Root, "tests/Browser.Tests/node_modules/axe-core/axe.min.js");

    const string Run = """
        async () => (await axe.run(document, { resultTypes: ["violations"] })).violations
            .filter(v => v.impact === "serious" || v.impact === "critical")
            .map(v => `${v.id}: ${v.help}: ${v.nodes.map(n => n.html).join(" | ")}`)
        """;

    /// <summary>What axe-core finds serious or critical; empty is good.</summary>
    public static Task<IReadOnlyList<string>> Faults(Phone phone) => Faults(phone.Page);

    public static async Task<IReadOnlyList<string>> Faults(IPage page)
    {
        // Evaluated by the browser's debugger, so the page's content policy need not allow it.
        await page.EvaluateAsync(await File.ReadAllTextAsync(Axe));
        return await page.EvaluateAsync<string[]>(Run);
    }
}

/// <summary>The folder of the repository, for files that tests read or write.</summary>
static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>A place for a screenshot that is not kept in the repository.</summary>
    public static string Artifact(string name) => Path.Combine(Directory.CreateDirectory(Path.Combine(Root, "artifacts")).FullName, name);

    static string Find(DirectoryInfo? folder) =>
        folder is null ? throw new DirectoryNotFoundException("MdtChatBot.sln is in no folder above the tests")
        : File.Exists(Path.Combine(folder.FullName, "MdtChatBot.sln")) ? folder.FullName
        : Find(folder.Parent);
}
