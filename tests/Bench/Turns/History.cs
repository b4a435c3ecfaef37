using MdtChatBot.Bench.Databases;

namespace MdtChatBot.Bench.Turns;

/// <summary>Conversations of earlier months, put into the tables directly: 100 messages for each of many youths, half of them ours.</summary>
static class History
{
    const int MessagesPerYouth = 100;

    // Far from the ids that the program gives out.
    const long FirstYouth = 1_000_000_000;

    const string NewConversation = "{}";

    public static async Task Store(BenchDatabase database, int messages)
    {
        var youths = messages / MessagesPerYouth;
        await database.Execute($"""
            insert into youth (id, channel, address, first_name, age, stopped, turns, created_at, state)
            select {FirstYouth} + i, 'twilio', 'whatsapp:+3161' || i, 'Amina', 'From18To29', false, 50, '2026-01-05T10:00:00.000000Z', '{NewConversation}'
              from {database.Series(youths)}
            """);
        await database.Execute($"insert into address (channel, value, youth_id) select channel, address, id from youth where id >= {FirstYouth}");
        await database.Execute($"""
            insert into message (id, youth_id, at, speaker, kind, words, language)
            select i, {FirstYouth} + 1 + i % {youths}, '2026-01-05T10:00:00.000000Z', case i % 2 when 0 then 'bot' else 'youth' end, 'text',
                   'Je plek is geregeld. Neem kleren mee die vies mogen worden, en kom op tijd naar de balie: daar gaan we samen heen.', 'nl'
              from {database.Series(messages)}
            """);
        await database.Execute("insert into delivery (message_id, state, provider_id, code, at) select id, 'Read', 'SMold' || id, '', at from message where speaker = 'bot'");
        await database.Execute("insert into received (key, at) select 'twilio:SMold' || id, at from message where speaker = 'youth'");
        await database.LinesUpTo(messages);
        await database.Analyze();
    }
}
