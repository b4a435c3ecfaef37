using MdtChatBot.Storage.Sql;
using NodaTime;

namespace MdtChatBot.Storage.Receiving;

/// <summary>Lets in what was not received before, and finds or makes the youth behind each address.</summary>
static class Doorman
{
    static readonly Statement<(string Key, Instant At)> InsertKeys = new(
        new Rows<(string Key, Instant At)>().Text("key", r => r.Key).Time("at", r => r.At),
        """
        insert into received (key, at)
        select r.key, r.at from {rows} where true
            on conflict (key) do nothing
        returning key
        """);

    // Shared lock: erasing a youth removes the address, and must wait until this input is in, or be over before it.
    static readonly Statement<Contact> HoldAddresses = new(
        Contact.Rows,
        """
        select a.channel, a.value, a.youth_id
          from {rows}
          join address a on a.channel = r.channel and a.value = r.value
        {share a}
        """);

    static readonly Statement<long> DeleteYouths = new(
        new Rows<long>().Number("id", id => id),
        "delete from youth where id in (select r.id from {rows})");

    /// <summary>Notes the keys; those that were not there before come into <paramref name="fresh"/>.</summary>
    public static Call Remember(IReadOnlyList<(string Key, Instant At)> keys, HashSet<string> fresh) =>
        // In one order everywhere, so that two nodes with the same keys wait for each other and never in a circle.
        InsertKeys.With([.. keys.OrderBy(k => k.Key, StringComparer.Ordinal)], row => fresh.Add(row.Text(0)));

    public static bool IsFresh(Arrived arrived, HashSet<string> fresh) => KeysOf(arrived).All(k => fresh.Contains(k.Key));

    public static IReadOnlyList<(string Key, Instant At)> Keys(IReadOnlyList<Arrived> arrived) => [.. arrived.SelectMany(KeysOf)];

    /// <summary>Finds these youths; nobody can erase them before the commit.</summary>
    public static Call Hold(IReadOnlyList<Contact> contacts, AddressBook known) =>
        HoldAddresses.With(contacts, row => known.Add(new Contact(row.Text(0), row.Text(1)), row.Number(2)));

    /// <summary>Makes a youth for every address that has none, under one of the ids, and links second addresses.</summary>
    public static async Task Introduce(
        Transaction transaction, IReadOnlyList<Arrived> fresh, AddressBook known, IReadOnlyList<long> ids, CancellationToken stop)
    {
        var newcomers = Newcomers.Among(fresh, known, ids);
        if (newcomers.Links.Count == 0) return;
        await transaction.Run([.. newcomers.Introduce(), Hold([.. newcomers.Links.Select(link => link.Contact)], known)], stop);
        // Another node met the same stranger at the same moment and was first.
        var superfluous = newcomers.Youths.Select(y => y.Id).Where(id => !known.HasYouth(id)).ToList();
        if (superfluous.Count > 0) await transaction.Run(DeleteYouths.With(superfluous), stop);
    }

    static IEnumerable<(string Key, Instant At)> KeysOf(Arrived arrived)
    {
        yield return (Once.Key(arrived), arrived.At);
        if (Once.RepeatKey(arrived) is { } repeat) yield return (repeat, arrived.At);
    }
}
