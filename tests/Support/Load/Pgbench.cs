using System.Globalization;
using System.Text.RegularExpressions;

namespace MdtChatBot.Support;

/// <summary>
/// PostgreSQL's own load generator with the statements of one naive turn: one select by key, one update, two inserts, one commit, 8 clients.
/// The measure that our figures are held against, in the same run on the same server.
/// </summary>
public static partial class Pgbench
{
    const string Database = "naive";

    const string Schema = """
        create table youth (id bigint primary key, state text not null);
        create table message (id bigserial primary key, youth_id bigint not null, from_youth boolean not null, words text not null, at timestamptz not null default now());
        insert into youth select i, rpad('{"t":"choosing-session"}', 300, ' ') from generate_series(1, 2000) i;
        analyze;
        """;

    const string Turn = """
        \set id random(1, 2000)
        begin;
        select state from youth where id = :id;
        update youth set state = rpad('{"t":"asking-age"}', 300, ' ') where id = :id;
        insert into message (youth_id, from_youth, words) values (:id, true, 'samen koken');
        insert into message (youth_id, from_youth, words) values (:id, false, rpad('Je plek is geregeld.', 250, '.'));
        commit;
        """;

    /// <summary>Naive turns per second.</summary>
    /// <param name="server">The server that the program was or will be measured on.</param>
    /// <param name="seconds">Of load, after a second to warm up.</param>
    public static async Task<double> NaiveTurnsPerSecond(DurablePostgres server, int seconds)
    {
        await server.CreateDatabase(Database);
        try
        {
            await DurablePostgres.RunAsPostgres("psql", "-h", server.Host, "-U", "postgres", "-d", Database, "-q", "-v", "ON_ERROR_STOP=1", "-c", Schema);
            var script = Path.Combine(server.Host, "turn.sql");
            await File.WriteAllTextAsync(script, Turn);
            await Run(server, script, 1);
            return await Run(server, script, seconds);
        }
        finally
        {
            await server.DropDatabase(Database);
        }
    }

    static async Task<double> Run(DurablePostgres server, string script, int seconds)
    {
        var said = await DurablePostgres.RunAsPostgres(
            "pgbench", "-h", server.Host, "-U", "postgres", "-n", "-c", "8", "-j", "2", "-T", seconds.ToString(CultureInfo.InvariantCulture), "-f", script, Database);
        return double.Parse(Rate().Match(said).Groups["tps"].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^tps = (?<tps>[0-9.]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Rate();
}
