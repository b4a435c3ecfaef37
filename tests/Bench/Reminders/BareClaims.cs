using System.Diagnostics;
using MdtChatBot.Bench.Databases;

namespace MdtChatBot.Bench.Reminders;

/// <summary>The least that any program could do with due timers: claim a thousand, delete them, commit, again.</summary>
sealed class BareClaims(BenchDatabase database)
{
    const string ClaimSql = """
        with claimed as (
            delete from bare_timer
             where id in (select id from bare_timer where due <= now() order by due limit 1000 for update skip locked)
            returning id)
        select count(*) from claimed
        """;

    public async Task<TimeSpan> Run(int due, int stored)
    {
        await database.Execute("create table bare_timer (like timer including all)");
        await Insert(stored, "now() + interval '30 days' + i * interval '1 second'");
        await Insert(due, "now()");
        await database.Execute("analyze bare_timer");

        var began = Stopwatch.GetTimestamp();
        var claimed = await database.CountUntilNone(ClaimSql);
        return claimed == due ? Stopwatch.GetElapsedTime(began) : throw new InvalidOperationException("The bare claims did not find every row.");
    }

    Task Insert(int rows, string due) => database.Execute($$"""
        insert into bare_timer (youth_id, kind, due, set_for)
        select i, 'ReminderEvening', {{due}}, '{"t":"b","session":{"value":1},"version":1}' from {{database.Series(rows)}}
        """);
}
