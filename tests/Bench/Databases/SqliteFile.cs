using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace MdtChatBot.Bench.Databases;

/// <summary>A file in a temporary folder, on the same disk as PostgreSQL's.</summary>
sealed class SqliteFile : BenchDatabase
{
    readonly string _folder = Directory.CreateTempSubdirectory("mdt-bench").FullName;

    public override string ConnectionString => $"Data Source={Path.Combine(_folder, "mdt.db")}";

    public override TimeSpan ServerCpu => TimeSpan.Zero;

    /// <summary>When its files were last written.</summary>
    public override Task<string> WriteMark() =>
        Task.FromResult(string.Join(' ', Directory.GetFiles(_folder).Where(f => !f.EndsWith("-shm", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(f => File.GetLastWriteTimeUtc(f).Ticks)));

    public override string Series(int last) =>
        $"(with recursive series(i) as (select 1 union all select i + 1 from series where i < {last}) select i from series)";

    /// <summary>SQLite never does unasked.</summary>
    public override Task Analyze() => Task.CompletedTask;

    public override Task LinesUpTo(int last) => Execute($"update line_id set last = {last}");

    public override ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    protected override DbConnection Connect() => new SqliteConnection(ConnectionString + ";Pooling=false");
}
