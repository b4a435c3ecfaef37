using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow.Conversations;
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

    static readonly Statement<(long Id, Arrived Arrived)> InsertYouths = new(
        new Rows<(long Id, Arrived Arrived)>()
            .Number("id", r => r.Id)
            .Text("channel", r => r.Arrived.Channel)
            .Text("address", r => r.Arrived.Address)
            .Time("at", r => r.Arrived.At),
        """
        insert into youth (id, channel, address, first_name, age, stopped, turns, created_at, state)
        select r.id, r.channel, r.address, '', 'Unknown', false, 0, r.at, @state
          from {rows}
        """);

    static readonly Statement<(Contact Contact, long Youth)> InsertAddresses = new(
        new Rows<(Contact Contact, long Youth)>().Text("channel", r => r.Contact.Channel).Text("value", r => r.Contact.Value).Number("youth_id", r => r.Youth),
        """
        insert into address (channel, value, youth_id)
        select r.channel, r.value, r.youth_id from {rows} where true
            on conflict (channel, value) do nothing
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

    /// <summary>Makes a youth for every address that has none, under one of the ids, and links second addresses. Returns the youths made.</summary>
    public static async Task<IReadOnlyList<long>> Introduce(
        Transaction transaction, IReadOnlyList<Arrived> fresh, AddressBook known, IReadOnlyList<long> ids, CancellationToken stop)
    {
        var strangers = fresh.Where(a => !known.Has(a)).DistinctBy(a => (a.Channel, a.Address)).Zip(ids, (a, id) => (Id: id, Arrived: a)).ToList();
        var youths = strangers.ToDictionary(s => (s.Arrived.Channel, s.Arrived.Address), s => s.Id);
        var links = fresh.SelectMany(a => Links(a, known, youths)).DistinctBy(link => link.Contact).OrderBy(link => link.Contact.Key, StringComparer.Ordinal).ToList();
        if (links.Count == 0) return [];
        await transaction.Run(
            [
                .. strangers.Count == 0 ? [] : new[] { InsertYouths.With(strangers, ("state", StorageJson.Write(new Conversation()))) },
                InsertAddresses.With(links),
                Hold([.. links.Select(link => link.Contact)], known),
            ],
            stop);
        // Another node met the same stranger at the same moment and was first.
        var superfluous = strangers.Select(s => s.Id).Where(id => !known.HasYouth(id)).ToList();
        if (superfluous.Count > 0) await transaction.Run(DeleteYouths.With(superfluous), stop);
        return [.. strangers.Select(s => s.Id).Except(superfluous)];
    }

    static IEnumerable<(Contact Contact, long Youth)> Links(Arrived arrived, AddressBook known, Dictionary<(string, string), long> made)
    {
        var youth = known.Has(arrived) ? known.Of(arrived) : made[(arrived.Channel, arrived.Address)];
        return Contact.Of(arrived).Where(contact => !known.Has(contact)).Select(contact => (contact, youth));
    }

    static IEnumerable<(string Key, Instant At)> KeysOf(Arrived arrived)
    {
        yield return (Once.Key(arrived), arrived.At);
        if (Once.RepeatKey(arrived) is { } repeat) yield return (repeat, arrived.At);
    }
}
