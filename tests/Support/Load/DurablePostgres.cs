using System.Diagnostics;
using System.Globalization;

namespace MdtChatBot.Support;

/// <summary>
/// A PostgreSQL of its own with Debian's settings, so with fsync and synchronous_commit on: for benchmarks and crash tests, where a commit must cost what it costs.
/// Only on a Unix socket in a folder under /tmp, which goes with it.
/// </summary>
public sealed class DurablePostgres : IAsyncDisposable
{
    const string Binaries = "/usr/lib/postgresql/15/bin";
    readonly string _folder;

    DurablePostgres(string folder) => _folder = folder;

    /// <summary>The folder of the socket, for <c>-h</c> and <c>Host=</c>.</summary>
    public string Host => _folder;

    /// <summary>The postmaster, parent of all server processes.</summary>
    public int Pid => int.Parse(File.ReadLines(Path.Combine(_folder, "d", "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    public string ConnectionString(string database) => $"Host={_folder};Username=postgres;Database={database}";

    public static async Task<DurablePostgres> Start()
    {
        // Short: a socket's path may hold 107 bytes.
        var folder = Directory.CreateTempSubdirectory("pgd").FullName;
        var server = new DurablePostgres(folder);
        if (IsRoot) await Run("chown", ["postgres", folder]);
        await RunAsPostgres("initdb", "-D", $"{folder}/d", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        await RunAsPostgres("pg_ctl", "-D", $"{folder}/d", "-w", "-s", "-l", $"{folder}/log", "-o", $"-c listen_addresses= -c unix_socket_directories={folder}", "start");
        return server;
    }

    public Task CreateDatabase(string name) => RunAsPostgres("createdb", "-h", _folder, "-U", "postgres", name);

    public Task DropDatabase(string name) => RunAsPostgres("dropdb", "-h", _folder, "-U", "postgres", "--force", name);

    /// <summary>Runs one of PostgreSQL's programs and returns what it wrote to its standard output.</summary>
    public static Task<string> RunAsPostgres(string program, params string[] arguments) =>
        IsRoot
            ? Run("runuser", ["-u", "postgres", "--", $"{Binaries}/{program}", .. arguments])
            : Run($"{Binaries}/{program}", arguments);

    public async ValueTask DisposeAsync()
    {
        await RunAsPostgres("pg_ctl", "-D", $"{_folder}/d", "-m", "immediate", "-w", "-s", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    static bool IsRoot => Environment.UserName == "root";

    static async Task<string> Run(string program, string[] arguments)
    {
        // pg_ctl leaves its standard output to the server, which never closes it: only short-lived programs are read.
        var isRead = !arguments.Contains("start");
        var command = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Path.GetTempPath(),
            UseShellExecute = false,
            RedirectStandardOutput = isRead,
            RedirectStandardError = isRead,
        };
        using var process = Process.Start(command)!;
        var said = isRead ? await Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync()) : ["", ""];
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {said[1]}");
        return said[0];
    }
}
