using System.Diagnostics;
using System.Text.Json;
using MdtChatBot.Bench.Databases;
using MdtChatBot.Bench.Turns;
using MdtChatBot.Support;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Reminders;
using NodaTime;

namespace MdtChatBot.Bench.Reminders;

/// <summary>Youths who each have a seat, and reminders for all of them at the same moment, put into the tables directly.</summary>
sealed class DueReminders(BenchDatabase database)
{
    // Far from the ids that the program and the history give out.
    const long FirstYouth = 2_000_000_000;

    // Stands for the session's id until the statement puts in the real one.
    const long AnySession = 987_654_321;

    const string LinesTaken = "select last_value from line_id";

    const string AnyLeft = "select count(*) from (select 1 from timer where due <= now() limit 1) as first";

    static readonly int Sessions = JourneyOffer.Projects * JourneyOffer.SessionsOfEach;

    static readonly string SetForAny = JsonSerializer.Serialize(new SetFor.ForBooking(new SessionId(AnySession), 1), WorkflowJson.Stored.SetFor);

    /// <summary>Everything but the due timers: the youths with their seats, and rows of other times in every table that matters.</summary>
    public async Task Prepare(int youths, int stored)
    {
        await History.Store(database, stored);
        await database.Execute($"""
            insert into timer (youth_id, kind, due, set_for)
            select 1000000000 + i, 'ReminderEvening', now() + interval '30 days' + i * interval '1 second', '{SetForAny}'
              from {database.Series(stored)}
            """);
        await database.Execute($"""
            insert into youth (id, channel, address, language, site, first_name, age, stopped, last_heard, turns, created_at, state)
            select {FirstYouth} + i, 'twilio', 'whatsapp:+3162' || i, 'nl', 'deventer', 'Amina', 'From18To29', false, now(), 8, now(), '{Booked()}'
              from {database.Series(youths)}
            """);
        await database.Execute($"insert into address (channel, value, youth_id) select channel, address, id from youth where id > {FirstYouth}");
        await database.Execute($"""
            insert into booking (youth_id, session_id, status, version, booked_at, at_risk)
            select {FirstYouth} + i, 1 + i % {Sessions}, 'Booked', 1, now(), false
              from {database.Series(youths)}
            """);
        await database.Execute("update session set taken = (select count(*) from booking where session_id = session.id)");
        await database.Analyze();
    }

    /// <summary>Makes the reminders of the first youths due, all in one moment. Returns the time from the first one done to the last.</summary>
    public async Task<TimeSpan> Fire(int youths)
    {
        // Asked often, so it must cost next to nothing: counting what is due walked over all that was done, and took a tenth of the database's time.
        var untouched = await database.Count(LinesTaken);
        await database.Execute($"""
            insert into timer (youth_id, kind, due, set_for)
            select {FirstYouth} + i, 'ReminderEvening', now(), replace('{SetForAny}', '{AnySession}', (1 + i % {Sessions})::text)
              from {database.Series(youths)}
            """);
        while (await database.Count(LinesTaken) == untouched) await Task.Delay(10);
        var began = Stopwatch.GetTimestamp();
        await database.CountUntilNone(AnyLeft, TimeSpan.FromMilliseconds(50));
        return Stopwatch.GetElapsedTime(began);
    }

    /// <summary>Reminders in the transcripts.</summary>
    public Task<long> Written() => database.Count($"select count(*) from message where youth_id > {FirstYouth} and speaker = 'bot'");

    static string Booked() => JsonSerializer.Serialize(
        new Conversation
        {
            Step = new Step.InMenu(),
            Language = Language.Dutch,
            Consent = Consent.Given,
            Site = new SiteId("deventer"),
            Age = AgeGroup.From18To29,
            FirstName = "Amina",
            LastHeard = SystemClock.Instance.GetCurrentInstant(),
        },
        WorkflowJson.Stored.Conversation);
}
