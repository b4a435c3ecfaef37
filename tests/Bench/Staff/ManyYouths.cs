using MdtChatBot.Bench.Databases;

namespace MdtChatBot.Bench.Staff;

/// <summary>A country's worth of conversations, put into the tables directly: what the pages of the console must cope with.</summary>
sealed class ManyYouths(BenchDatabase database, int youths, int messages, int handoffs, int openHandoffs)
{
    // Far from the ids that the program gives out.
    const long First = 3_000_000_000;

    const string Site = "(array['deventer', 'hardenberg', 'utrecht', 'ter-apel'])[1 + i % 4]";

    public long AYouth => First + 1;

    public async Task Store()
    {
        await database.Execute($$"""
            insert into youth (id, channel, address, language, site, first_name, name_key, age, stopped, last_heard, turns, created_at, state)
            select {{First}} + i, 'twilio', 'whatsapp:+3163' || i, (array['nl', 'en', 'ar', 'ti', 'fa', 'tr'])[1 + i % 6], {{Site}}, 'Amina' || i % 5000, 'amina' || i % 5000,
                   'From18To29', false, now() - i * interval '10 seconds', 8, now() - interval '90 days',
                   '{"step":{"t":"in-menu"},"language":{"code":"ar"},"consent":"Given","site":{"value":"deventer"},"interests":["Cooking"],"age":"From18To29","firstName":"Amina"}'
              from {{database.Series(youths)}}
            """);
        await database.Execute($"insert into address (channel, value, youth_id) select channel, address, id from youth where id > {First}");
        await database.Execute($$$"""
            insert into message (id, youth_id, at, speaker, kind, words, saying, language)
            select i, {{{First}}} + 1 + i % {{{youths}}}, now() - interval '60 days' + i * interval '1 second', case i / {{{youths}}} % 2 when 0 then 'bot' else 'youth' end, 'Words',
                   case i / {{{youths}}} % 2 when 0 then '' else 'Kan ik ook met mijn broer komen? Hij wil graag mee.' end,
                   case i / {{{youths}}} % 2 when 0 then '{"parts":[{"text":{"key":"privacy.accepted"}},{"text":{"key":"menu.body"}}],"choices":[]}' end, 'ar'
              from {{{database.Series(messages)}}}
            """);
        await database.Execute($"insert into delivery (message_id, state, provider_id, code, at) select id, 'Read', 'SMold' || id, '', at from message where speaker = 'bot' and youth_id > {First}");
        await database.LinesUpTo(messages);
        await database.Execute($"""
            insert into booking (youth_id, session_id, status, version, booked_at, at_risk)
            select {First} + i, 1 + i % 24, case i % 10 when 0 then 'NoShow' when 1 then 'Booked' else 'Attended' end, 1, now() - interval '20 days', i % 100 = 1
              from {database.Series(youths)}
            """);
        await database.Execute($"""
            insert into handoff (youth_id, reason, urgency, opened_at, waits_from, closed_at)
            select {First} + 1 + (i * 7) % {youths}, 'AskedForPerson', case i % 50 when 0 then 'Urgent' else 'Normal' end, now() - i * interval '1 minute', now() - i * interval '1 minute',
                   case when i <= {openHandoffs} then null else now() - i * interval '30 seconds' end
              from {database.Series(handoffs)}
            """);
        await database.Analyze();
    }
}
