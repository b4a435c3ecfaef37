using System.Diagnostics;
using Npgsql;

namespace MdtChatBot.Support;

/// <summary>A real PostgreSQL server of our own in a temporary folder, reached by a socket; started once for a test run, gone with it.</summary>
public sealed class PostgresServer
{
    const string TestSettings = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off";

    static readonly Lazy<PostgresServer> One = new(() => new PostgresServer(TestSettings));

    readonly string _folder;
    int _databases;

    PostgresServer(string settings)
    {
        _folder = Directory.CreateTempSubdirectory("mdt-pg").FullName;
        if (IsRoot) Run("chown", "postgres", _folder);
        AsPostgres("initdb", "-D", Cluster, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        AsPostgres("pg_ctl", "-D", Cluster, "-w", "-s", "-l", Path.Combine(_folder, "log"), "-o", $"-c listen_addresses= -c unix_socket_directories={_folder} -c max_connections=200 {settings}", "start");
        StopWhenWeAreGone();
    }

    /// <summary>The server that all tests share: quick, and careless about a power cut.</summary>
    public static PostgresServer Shared => One.Value;

    /// <summary>Where Debian puts the programs; <c>MDT_POSTGRES_BIN</c> says otherwise.</summary>
    public static string Programs => Environment.GetEnvironmentVariable("MDT_POSTGRES_BIN") ?? "/usr/lib/postgresql/15/bin";

    static bool IsRoot => Environment.UserName == "root";

    string Cluster => Path.Combine(_folder, "d");

    /// <summary>A server that keeps every promise about durability, for benchmarks and crash tests; stop it yourself.</summary>
    public static PostgresServer StartDurable() => new("-c shared_buffers=512MB -c max_wal_size=4GB");

    /// <summary>Folder of the server's socket, for <c>psql -h</c> and <c>pgbench -h</c>.</summary>
    public string Socket => _folder;

    public string ConnectionString(string database) => $"Host={_folder};Username=postgres;Database={database};Maximum Pool Size=20";

    /// <summary>Makes a database, empty or a copy of <paramref name="template"/>, and returns how to connect to it.</summary>
    public async Task<string> CreateDatabase(string? template = null)
    {
        var name = $"mdt{Interlocked.Increment(ref _databases)}";
        await Administer(template is null ? $"create database {name}" : $"create database {name} template {template} strategy file_copy");
        return ConnectionString(name);
    }

    public async Task Administer(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public void Stop()
    {
        if (!Directory.Exists(_folder)) return;
        AsPostgres("pg_ctl", "-D", Cluster, "-m", "immediate", "-w", "-s", "stop");
        Directory.Delete(_folder, recursive: true);
    }

    // However this process ends, also when it is killed: a small guard outlives it, stops the server and clears up.
    void StopWhenWeAreGone()
    {
        const string guard = "while kill -0 \"$0\" 2>/dev/null; do sleep 1; done; [ -d \"$1/d\" ] && $2 $3/pg_ctl -D \"$1/d\" -m immediate -w -s stop; rm -rf \"$1\"";
        Run("/bin/sh", "-c", $"({guard}) &", $"{Environment.ProcessId}", _folder, IsRoot ? "runuser -u postgres --" : "", Programs);
    }

    // initdb and the server refuse to run as root.
    static void AsPostgres(string program, params string[] arguments)
    {
        var path = Path.Combine(Programs, program);
        if (IsRoot) Run("runuser", ["-u", "postgres", "--", path, .. arguments]);
        else Run(path, arguments);
    }

    // Output goes nowhere: the server inherits it, and a pipe would keep us waiting for it to end.
    static void Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", program, .. arguments]) { WorkingDirectory = "/" };
        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {arguments[0]} ended with {process.ExitCode}.");
    }
}
