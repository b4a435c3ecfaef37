using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Storage;

/// <summary>Texts that staff spoke, and how often each text is said.</summary>
public sealed class ClipStore(Database database)
{
    static readonly Statement ReadAll = new("""
        select c.text_key, c.language, c.address, coalesce(s.name, ''), c.at
          from clip c
          left join staff s on s.id = c.staff_id
        """);

    static readonly Statement ReadSound = new("select type, sound from clip where address = @address");

    static readonly Statement Put = new("""
        insert into clip (text_key, language, address, type, sound, staff_id, at)
        values (@key, @language, @address, @type, @sound, @staff, @now)
            on conflict (text_key, language) do update
           set address = excluded.address, type = excluded.type, sound = excluded.sound, staff_id = excluded.staff_id, at = excluded.at
        """);

    static readonly Statement Delete = new("delete from clip where text_key = @key and language = @language");

    // In one order everywhere, so that two nodes that add at once never wait in a circle.
    static readonly Statement<(SpokenText Text, long Count)> AddSaid = new(
        new Rows<(SpokenText Text, long Count)>().Text("text_key", r => r.Text.Key).Text("language", r => r.Text.Language).Number("count", r => r.Count),
        """
        insert into said (text_key, language, count)
        select r.text_key, r.language, r.count
          from {rows}
         where true
         order by r.text_key, r.language
            on conflict (text_key, language) do update set count = said.count + excluded.count
        """);

    static readonly Statement ReadSaid = new("select text_key, language, count from said order by count desc, text_key, language limit @max");

    /// <summary>All there are, without their sounds.</summary>
    public async Task<IReadOnlyList<Clip>> All(CancellationToken stop) =>
        await database.List(ReadAll, row => new Clip(new SpokenText(row.Text(0), row.Text(1)), row.Text(2), row.Text(3), row.Time(4)), stop);

    /// <summary>The sound at this address; null where there is none any more.</summary>
    public async Task<(string Type, byte[] Bytes)?> Sound(string address, CancellationToken stop) =>
        (await database.List(ReadSound, row => (row.Text(0), Convert.FromBase64String(row.Text(1))), stop, ("address", address))) is [var one] ? one : null;

    /// <summary>Keeps a sound, in place of the one that was there.</summary>
    public async Task Save(SpokenText text, string address, string type, byte[] bytes, StaffId by, Instant now, CancellationToken stop)
    {
        await using var transaction = await database.Begin(stop);
        await transaction.Commit(
            [Put.With(("key", text.Key), ("language", text.Language), ("address", address), ("type", type), ("sound", Convert.ToBase64String(bytes)), ("staff", by.Value), ("now", now))], stop);
    }

    /// <summary>Takes it away.</summary>
    public async Task Remove(SpokenText text, CancellationToken stop)
    {
        await using var transaction = await database.Begin(stop);
        await transaction.Commit([Delete.With(("key", text.Key), ("language", text.Language))], stop);
    }

    /// <summary>Adds how often texts were said since the last time.</summary>
    public async Task Add(IReadOnlyList<(SpokenText Text, long Count)> said, CancellationToken stop)
    {
        if (said.Count == 0) return;
        await using var transaction = await database.Begin(stop);
        await transaction.Commit([AddSaid.With(said)], stop);
    }

    /// <summary>What was said most, first.</summary>
    public async Task<IReadOnlyList<(SpokenText Text, long Count)>> MostSaid(int max, CancellationToken stop) =>
        await database.List(ReadSaid, row => (new SpokenText(row.Text(0), row.Text(1)), row.Number(2)), stop, ("max", max));
}

/// <summary>A text that was spoken.</summary>
/// <param name="Address">Who knows it may hear it.</param>
/// <param name="By">Who put it there; empty where that is not known.</param>
public sealed record Clip(SpokenText Text, string Address, string By, Instant At);
