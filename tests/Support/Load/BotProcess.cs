using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;

namespace MdtChatBot.Support;

/// <summary>How a node is started.</summary>
public sealed record BotStart
{
    /// <summary><c>MdtChatBot.Bot.dll</c>, or the program itself where it was published with its runtime.</summary>
    public required string Program { get; init; }

    public required string ConnectionString { get; init; }

    public required StubTwilio Twilio { get; init; }

    public WebhookTarget Target => WebhookTarget.Of(Twilio);

    /// <summary>Further settings by their names as environment variables, for example <c>Pipeline__Workers</c>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}

/// <summary>The real program as a process of its own, for what only processes can show: a crash, two nodes, a clean measurement.</summary>
public sealed class BotProcess : IAsyncDisposable
{
    static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    readonly Process _process;
    readonly StringBuilder _log = new();

    BotProcess(Process process, IPEndPoint address) => (_process, Address) = (process, address);

    public IPEndPoint Address { get; }

    public int Pid => _process.Id;

    /// <summary>From the start of the process to the first good answer of <c>/health/ready</c>.</summary>
    public TimeSpan ReadyAfter { get; private set; }

    /// <summary>What the program wrote to its console.</summary>
    public string Log
    {
        get
        {
            lock (_log) return _log.ToString();
        }
    }

    public TimeSpan Cpu => ProcessUsage.Cpu(Pid);

    /// <summary>In bytes.</summary>
    public long PeakMemory => ProcessUsage.PeakMemory(Pid);

    /// <summary>Returns when the node says that it is ready.</summary>
    /// <exception cref="InvalidOperationException">It ended or was not ready in time; the message holds what it wrote.</exception>
    public static async Task<BotProcess> Start(BotStart start)
    {
        var address = new IPEndPoint(IPAddress.Loopback, FreePort());
        var began = Stopwatch.GetTimestamp();
        var bot = new BotProcess(Process.Start(Command(start, address))!, address);
        bot._process.OutputDataReceived += bot.Keep;
        bot._process.ErrorDataReceived += bot.Keep;
        bot._process.BeginOutputReadLine();
        bot._process.BeginErrorReadLine();
        try
        {
            await bot.UntilReady(began);
            return bot;
        }
        catch
        {
            await bot.DisposeAsync();
            throw;
        }
    }

    /// <summary><c>kill -9</c>: no chance to finish anything.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGTERM, as a deployment does; returns the exit code.</summary>
    public async Task<int> Stop()
    {
        if (PosixKill(Pid, Sigterm) != 0) throw new InvalidOperationException("The node could not be told to stop.");
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await Kill();
        _process.Dispose();
    }

    static ProcessStartInfo Command(BotStart start, IPEndPoint address)
    {
        var needsRuntime = start.Program.EndsWith(".dll", StringComparison.Ordinal);
        var command = new ProcessStartInfo(needsRuntime ? "dotnet" : start.Program)
        {
            WorkingDirectory = Path.GetDirectoryName(start.Program),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (needsRuntime) command.ArgumentList.Add(start.Program);
        var settings = command.Environment;
        settings["ASPNETCORE_ENVIRONMENT"] = "Production";
        settings["DOTNET_ENVIRONMENT"] = "Production";
        settings["ASPNETCORE_URLS"] = $"http://{address}";
        settings["ConnectionStrings__Mdt"] = start.ConnectionString;
        settings["Twilio__AccountSid"] = start.Twilio.AccountSid;
        settings["Twilio__AuthToken"] = start.Twilio.AuthToken;
        settings["Twilio__From"] = start.Target.Bot;
        settings["Twilio__PublicBaseUrl"] = start.Target.PublicBaseUrl;
        settings["Twilio__ApiBaseUrl"] = start.Twilio.BaseUrl;
        foreach (var (name, value) in start.Settings) settings[name] = value;
        return command;
    }

    async Task UntilReady(long began)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        while (!await IsReady(http))
        {
            if (_process.HasExited) throw new InvalidOperationException($"The node ended with {_process.ExitCode}:\n{Log}");
            if (Stopwatch.GetElapsedTime(began) > StartPatience) throw new InvalidOperationException($"The node was not ready in time:\n{Log}");
            // A refused connection costs an exception or two, on the processors that the program starts on.
            await Task.Delay(20);
        }

        ReadyAfter = Stopwatch.GetElapsedTime(began);
    }

    async Task<bool> IsReady(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri($"http://{Address}/health/ready"));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (TaskCanceledException)
        {
            return false;
        }
    }

    void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is null) return;
        lock (_log) _log.AppendLine(line.Data);
    }

    static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    const int Sigterm = 15;

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int PosixKill(int pid, int signal);
}
