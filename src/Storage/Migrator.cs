using System.Globalization;
using System.Reflection;
using MdtChatBot.Storage.Sql;

namespace MdtChatBot.Storage;

/// <summary>Brings the schema up to date: numbered SQL files, each applied once and in order, also when several nodes start at once.</summary>
public sealed class Migrator(Database database)
{
    // Any number, as long as it is the same on all nodes.
    static readonly Statement Wait = new("select 1 from (select pg_advisory_xact_lock(6811201)) as waited");

    static readonly Statement MakeVersions = new("create table if not exists schema_version (version bigint primary key, name text not null)");

    static readonly Statement ReadVersions = new("select version from schema_version");

    static readonly Statement AddVersion = new("insert into schema_version (version, name) values (@version, @name)");

    /// <summary>Safe to call at every start; a node that comes second waits for the first and finds nothing to do.</summary>
    public async Task Migrate(CancellationToken stop)
    {
        await using var transaction = await database.Begin(stop);
        // A new PostgreSQL connection has its snapshot per statement, so what is read below is what the node before us committed.
        if (database.IsPostgres) await transaction.Run(Wait.With(_ => { }), stop);
        var applied = new HashSet<long>();
        await transaction.Run([MakeVersions.With(), ReadVersions.With(row => applied.Add(row.Number(0)))], stop);
        foreach (var (version, name) in Files().Where(file => !applied.Contains(file.Version)))
        {
            foreach (var statement in Statements(name)) await transaction.Run(new Statement(statement).With(), stop);
            await transaction.Run(AddVersion.With(("version", version), ("name", name)), stop);
        }
        await transaction.Commit([], stop);
    }

    IEnumerable<(long Version, string Name)> Files()
    {
        var folder = $".Migrations.{(database.IsPostgres ? "postgres" : "sqlite")}.";
        return
            from name in typeof(Migrator).Assembly.GetManifestResourceNames()
            let at = name.IndexOf(folder, StringComparison.Ordinal)
            where at >= 0
            let number = long.Parse(name.AsSpan(at + folder.Length, 4), CultureInfo.InvariantCulture)
            orderby number
            select (number, name);
    }

    // One at a time: a batch of prepared statements may hold only one each. A statement ends with the semicolon at the end of a line;
    // those inside a trigger stand before something else.
    static string[] Statements(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var text = new StreamReader(stream);
        var lines = text.ReadToEnd().Split('\n').Where(line => !line.TrimStart().StartsWith("--", StringComparison.Ordinal));
        return string.Join('\n', lines.Select(line => line.TrimEnd())).Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
