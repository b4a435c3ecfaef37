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
    static readonly Statement<Contact> FindAddresses = new(
        Contact.Rows,
        """
        select a.channel, a.value, a.youth_id
          from {rows}
          join address a on a.channel = r.channel and a.value = r.value
        {share a}
        """);

    static readonly Statement<Arrived> InsertYouths = new(
        new Rows<Arrived>().Text("channel", a => a.Channel).Text("address", a => a.Address).Time("at", a => a.At),
        """
        insert into youth (channel, address, first_name, age, stopped, turns, created_at, state)
        select r.channel, r.address, '', 'Unknown', false, 0, r.at, @state
          from {rows}
         order by r.n
        returning id
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

    /// <summary>Which of these were never received, and the youths of their addresses that are known.</summary>
    public static async Task<(IReadOnlyList<Arrived> Fresh, AddressBook Known)> Admit(Transaction transaction, IReadOnlyList<Arrived> arrived, CancellationToken stop)
    {
        var fresh = new HashSet<string>();
        var known = new AddressBook();
        var keys = arrived.SelectMany(Keys).ToList();
        await transaction.Run([Remember(keys, fresh), Find(Contact.AllOf(arrived), known)], stop);
        return ([.. arrived.Where(a => Keys(a).All(k => fresh.Contains(k.Key)))], known);
    }

    /// <summary>Notes the keys; those that were not there before come into <paramref name="fresh"/>.</summary>
    public static Call Remember(IReadOnlyList<(string Key, Instant At)> keys, HashSet<string> fresh) =>
        // In one order everywhere, so that two nodes with the same keys wait for each other and never in a circle.
        InsertKeys.With([.. keys.OrderBy(k => k.Key, StringComparer.Ordinal)], row => fresh.Add(row.Text(0)));

    /// <summary>Makes a youth for every address that has none, and links second addresses.</summary>
    public static async Task Introduce(Transaction transaction, IReadOnlyList<Arrived> fresh, AddressBook known, CancellationToken stop)
    {
        var strangers = fresh.Where(a => !known.Has(a)).DistinctBy(a => (a.Channel, a.Address)).ToList();
        var made = new List<long>();
        if (strangers.Count > 0) await transaction.Run(InsertYouths.With(strangers, row => made.Add(row.Number(0)), ("state", StorageJson.Write(new Conversation()))), stop);
        var youths = strangers.Zip(made).ToDictionary(pair => (pair.First.Channel, pair.First.Address), pair => pair.Second);
        var links = fresh.SelectMany(a => Links(a, known, youths)).DistinctBy(link => link.Contact).OrderBy(link => link.Contact.Key, StringComparer.Ordinal).ToList();
        if (links.Count == 0) return;
        await transaction.Run([InsertAddresses.With(links), Find([.. links.Select(link => link.Contact)], known)], stop);
        // Another node met the same stranger at the same moment and was first.
        var superfluous = made.Where(id => !known.HasYouth(id)).ToList();
        if (superfluous.Count > 0) await transaction.Run(DeleteYouths.With(superfluous), stop);
    }

    static IEnumerable<(Contact Contact, long Youth)> Links(Arrived arrived, AddressBook known, Dictionary<(string, string), long> made)
    {
        var youth = known.Has(arrived) ? known.Of(arrived) : made[(arrived.Channel, arrived.Address)];
        return Contact.Of(arrived).Where(contact => !known.Has(contact)).Select(contact => (contact, youth));
    }

    static Call Find(IReadOnlyList<Contact> contacts, AddressBook known) =>
        FindAddresses.With(contacts, row => known.Add(new Contact(row.Text(0), row.Text(1)), row.Number(2)));

    static IEnumerable<(string Key, Instant At)> Keys(Arrived arrived)
    {
        yield return (Once.Key(arrived), arrived.At);
        if (Once.RepeatKey(arrived) is { } repeat) yield return (repeat, arrived.At);
    }
}
