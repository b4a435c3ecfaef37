using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace MdtChatBot.Browser.Tests;

/// <summary>The real program in a process of its own, on SQLite in a new folder; in Development with demo programme and time machine.</summary>
sealed class BotProcess(string environment, (string Name, string Value)[] settings) : IAsyncDisposable
{
    static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(60);

    readonly string _folder = Directory.CreateTempSubdirectory("mdt-browser-").FullName;
    readonly List<string> _output = [];
    Process? _process;

    public string Address { get; } = $"http://127.0.0.1:{FreePort()}";

    /// <param name="settings">Further ones, by their names as environment variables.</param>
    public static async Task<BotProcess> Start(string environment = "Development", params (string Name, string Value)[] settings)
    {
        var bot = new BotProcess(environment, settings);
        await bot.Run();
        return bot;
    }

    /// <summary>The last lines that the program printed.</summary>
    public string Output
    {
        get
        {
            lock (_output) return string.Join('\n', _output.TakeLast(60));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Starts the program, also again: on the same database and port.</summary>
    public async Task Run()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "MdtChatBot.Bot.dll")])
        {
            // As "dotnet run" does it.
            WorkingDirectory = Path.Combine(Repository.Root, "src/Bot"),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = environment,
                ["DOTNET_ENVIRONMENT"] = environment,
                ["ASPNETCORE_URLS"] = Address,
                ["ConnectionStrings__Mdt"] = $"Data Source={Path.Combine(_folder, "mdt.db")}",
            },
        };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        _process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await UntilReady();
    }

    async Task UntilReady()
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        for (var since = Stopwatch.StartNew(); since.Elapsed < LongestStart;)
        {
            if (_process!.HasExited) break;
            try
            {
                using var answer = await http.GetAsync(new Uri(Address + "/health/ready"));
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException($"The program did not get ready:\n{Output}");
    }

    void Keep(string? line)
    {
        if (line is null) return;
        lock (_output) _output.Add(line);
    }

    /// <summary>Ends the program without warning.</summary>
    public async Task Kill()
    {
        if (_process is null) return;
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
