using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using MdtChatBot.Storage.Sql;
using Npgsql;

namespace MdtChatBot.Storage.Tests;

/// <summary>
/// On PostgreSQL no statement of a turn may scan a table, whether it was planned when the table was empty or when it is full
/// (performance.md, lesson 3: a prepared plan that scanned an empty table halved the speed until somebody analysed it).
/// </summary>
public sealed partial class PlanTests : StoreTest<OnPostgres>
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(0, true)]
    [InlineData(20_000, true)]
    public async Task No_statement_of_a_turn_scans_a_table(int rows, bool isAnalyzed)
    {
        await using var source = NpgsqlDataSource.Create(PostgresEngine.Settings(Connection));
        await using var connection = await source.OpenConnectionAsync();
        if (rows > 0) await Fill(connection, rows);
        if (isAnalyzed) await Run(connection, "analyze");

        foreach (var (name, statement) in HotStatements())
        {
            var plan = await Explain(connection, statement);
            Assert.False(plan.Contains("Seq Scan", StringComparison.Ordinal), $"{name} with {rows} rows:\n{plan}");
            // An "exists" for each row may be answered by reading the whole table once, dead rows and all; "min(id) is not null" walks the index.
            Assert.False(HashesTable().IsMatch(plan), $"{name} with {rows} rows:\n{plan}");
            Assert.False(QueuesWalked(plan).Any(index => !s_meant.Contains((name, index))), $"{name} with {rows} rows:\n{plan}");
            // There are as many addresses as youths; where there are none yet it does not matter.
            Assert.False(rows > 0 && Walked(plan, Addresses()).Any(), $"{name} with {rows} rows:\n{plan}");
            // What is chosen with a limit must be chosen once: for an empty table PostgreSQL planned to choose again for each row, slowly and more than the limit.
            Assert.False(ChoosesAgain().IsMatch(plan), $"{name} with {rows} rows:\n{plan}");
        }
    }

    /// <summary>However many are open: each part of the work list is read in the order of an index and stops at its limit.</summary>
    [Fact]
    public async Task The_work_list_sorts_nothing()
    {
        await using var source = NpgsqlDataSource.Create(PostgresEngine.Settings(Connection));
        await using var connection = await source.OpenConnectionAsync();
        await Fill(connection, 5_000);
        await Run(connection, """
            insert into handoff (youth_id, reason, urgency, opened_at, waits_from, staff_id, snoozed_until)
            select id, 'AskedForPerson', case id % 50 when 0 then 'Urgent' else 'Normal' end, now(), now() - id * interval '1 second', id % 40, case id % 10 when 0 then now() + interval '1 day' end
              from youth
            """);
        await Run(connection, "analyze");
        foreach (var (name, statement) in HotStatements().Where(s => s.Name is "WaitingSql.Urgent" or "WaitingSql.Mine" or "WaitingSql.Others" or "WaitingSql.Snoozed"))
        {
            var plan = await Explain(connection, statement);
            Assert.False(plan.Contains("Sort", StringComparison.Ordinal), $"{name}:\n{plan}");
        }
    }

    static IEnumerable<(string Name, Statement Statement)> HotStatements() =>
        from type in typeof(Statement).Assembly.GetTypes()
        where type.Namespace is "MdtChatBot.Storage.Turns" or "MdtChatBot.Storage.Sending" or "MdtChatBot.Storage.Receiving" or "MdtChatBot.Storage.Staffing"
            or "MdtChatBot.Storage.Referring" or "MdtChatBot.Storage.Figures" or "MdtChatBot.Storage.Handoffs"
            or "MdtChatBot.Storage.Inviting"
            || type == typeof(CodeStore) || type == typeof(YouthSearch) || type == typeof(TroubleStore)
        where !type.ContainsGenericParameters
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        where typeof(Statement).IsAssignableFrom(field.FieldType)
        let statement = (Statement)field.GetValue(null)!
        where !statement.PostgresText.Contains("json('true')", StringComparison.Ordinal)
        // Once for a round: short lists are hashed there on purpose.
        where type != typeof(Inviting.AudienceSql)
        // Read by staff, now and then, from a handful of rows.
        where field.Name is not "ReadSetAside" and not "Replay"
        select ($"{type.Name}.{field.Name}", statement);

    static async Task<string> Explain(NpgsqlConnection connection, Statement statement)
    {
        var types = Types(statement);
        var typed = types.Count == 0 ? "" : $"({string.Join(", ", types)})";
        var values = types.Count == 0 ? "" : $"({string.Join(", ", types.Select(_ => "null"))})";
        await Run(connection, $"prepare it {typed} as {statement.PostgresText}");
        var lines = new List<string>();
        await using (var command = new NpgsqlCommand($"explain verbose execute it{values}", connection))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        }
        await Run(connection, "deallocate it");
        return string.Join('\n', lines);
    }

    // Arrays come first and are cast in the text; what single parameters are is told by the driver otherwise.
    static List<string> Types(Statement statement)
    {
        var highest = Regex.Matches(statement.PostgresText, @"\$(\d+)").Select(m => int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).Append(0).Max();
        var arrays = Enumerable.Repeat("unknown", highest - statement.Scalars.Count);
        return [.. arrays, .. statement.Scalars.Select(name => name switch
        {
            "now" or "until" or "before" or "begins" or "ends" or "sorted" or "due" => "timestamptz",
            "max" or "tries" or "count" or "owner" or "id" or "youth" or "staff" or "step" or "skip" or "me" or "after" or "older"
                or "event" or "most" or "interests" or "fed" => "bigint",
            "active" or "urgent" or "everywhere" or "unplaced" or "answered" or "minors" => "boolean",
            _ => "text",
        })];
    }

    static async Task Fill(NpgsqlConnection connection, int rows)
    {
        await Run(connection, $"insert into youth (channel, address, first_name, age, stopped, turns, created_at, state) select 'twilio', 'a' || n, '', 'Unknown', false, 0, now(), '{{}}' from generate_series(1, {rows}) n");
        await Run(connection, "insert into address (channel, value, youth_id) select channel, address, id from youth");
        await Run(connection, $"insert into inbox (youth_id, at, inbound) select n, now(), '{{}}' from generate_series(1, {rows}) n");
        await Run(connection, $"insert into timer (youth_id, kind, due, set_for) select n, 'AskAgain', now(), '{{}}' from generate_series(1, {rows}) n");
        await Run(connection, $"insert into message (id, youth_id, at, speaker, kind, words, language) select n, n, now(), 'bot', 'Words', '', 'nl' from generate_series(1, {rows}) n");
        await Run(connection, $"insert into outbox (id, youth_id, channel, address, lane, written, template_key, language, due) select n, n, 'twilio', 'a', 1, '{{}}', '', 'nl', now() from generate_series(1, {rows}) n");
        await Run(connection, $"insert into audit (at, staff_name, act, detail) select now(), '', 'x', '' from generate_series(1, {rows}) n");
    }

    static async Task Run(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    // A hashed list of the statement's own rows is none.
    [GeneratedRegex(@"hashed SubPlan (?<n>\d+)[\s\S]*SubPlan \k<n>\s+->  (?!Function Scan)", RegexOptions.ExplicitCapture)]
    private static partial Regex HashesTable();

    // In the order of the index, until there are enough.
    static readonly HashSet<(string Statement, string Index)> s_meant =
    [
        ("ClaimSql.LockHeard", "inbox_pkey"), ("RecipientSql.OnTheWay", "inbox_pkey"), ("ClaimSql.NextTimer", "timer_due"),
        ("OutboxSql.Claim", "outbox_ready"), ("OutboxSql.IsAnythingDue", "outbox_ready"), ("OutboxSql.NextDue", "outbox_ready"),
    ];

    /// <summary>Indexes that are walked from end to end, of tables that are empty most of the time: no statistics tell how much stands in them now, dead rows and all.</summary>
    static IEnumerable<string> QueuesWalked(string plan) => Walked(plan, Queue());

    static IEnumerable<string> Walked(string plan, Regex scan)
    {
        var lines = plan.Split('\n');
        return
            from at in Enumerable.Range(0, lines.Length)
            let index = scan.Match(lines[at]).Groups["index"].Value
            where index.Length > 0 && !lines.Skip(at + 1).TakeWhile(l => !l.Contains("->", StringComparison.Ordinal)).Any(l => l.Contains("Index Cond", StringComparison.Ordinal))
            select index;
    }

    [GeneratedRegex(@"(Index|Index Only) Scan using (?<index>(?!outbox_waiting|inbox_set_aside)\w+) on public\.(inbox|outbox|timer)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Queue();

    [GeneratedRegex(@"(Index|Index Only) Scan using (?<index>\w+) on public\.address\b", RegexOptions.ExplicitCapture)]
    private static partial Regex Addresses();

    [GeneratedRegex(@"^(Update|Delete) on [\s\S]*Subquery Scan on \S+\s.*\n.*\n?\s+->  Limit", RegexOptions.ExplicitCapture)]
    private static partial Regex ChoosesAgain();
}
