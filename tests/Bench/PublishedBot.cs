using System.Diagnostics;

namespace MdtChatBot.Bench;

/// <summary>The program as it is deployed (deploy/README.md): with its runtime, all of it compiled beforehand as one.</summary>
static class PublishedBot
{
    /// <summary>The path of the program: the one named by <c>--bot</c>, or a fresh one in a temporary folder.</summary>
    public static async Task<string> Of(Arguments arguments)
    {
        if (arguments.Text("--bot") is { } given) return Path.GetFullPath(given);

        var folder = Path.Combine(Path.GetTempPath(), $"mdt-bench-bot-{Environment.ProcessId}");
        Console.Error.WriteLine("Publishing src/Bot, compiled beforehand: this takes minutes …");
        var command = new ProcessStartInfo("dotnet",
        [
            "publish", Path.Combine(Repository(), "src", "Bot"), "-c", "Release", "-r", "linux-x64", "--self-contained", "-o", folder, "-nologo", "-v", "q",
            "-p:PublishReadyToRun=true",
            "-p:PublishReadyToRunComposite=true",
            // A publish for one machine would otherwise write itself into the lock files of the repository.
            "-p:NuGetLockFilePath=obj/publish.lock.json",
        ])
        { UseShellExecute = false };
        using var process = Process.Start(command)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException("src/Bot could not be published.");
        return Path.Combine(folder, "MdtChatBot.Bot");
    }

    internal static string Repository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MdtChatBot.sln"))) return folder.FullName;
        }

        throw new InvalidOperationException("The bench runs from within the repository; elsewhere name the program with --bot.");
    }
}
