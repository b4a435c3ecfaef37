using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow.Conversations;

namespace MdtChatBot.Storage.Receiving;

/// <summary>Whoever wrote for the first time, and addresses under which nobody was known.</summary>
/// <param name="Youths">To be made, each under an id of their own.</param>
/// <param name="Links">Addresses and whose they are: of the new youths, and second ones of others.</param>
sealed record Newcomers(IReadOnlyList<(long Id, Arrived Arrived)> Youths, IReadOnlyList<(Contact Contact, long Youth)> Links)
{
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

    static readonly Rows<(Contact Contact, long Youth)> Addresses =
        new Rows<(Contact Contact, long Youth)>().Text("channel", r => r.Contact.Channel).Text("value", r => r.Contact.Value).Number("youth_id", r => r.Youth);

    static readonly Statement<(Contact Contact, long Youth)> InsertAddresses = new(
        Addresses,
        """
        insert into address (channel, value, youth_id)
        select r.channel, r.value, r.youth_id from {rows}
        """);

    static readonly Statement<(Contact Contact, long Youth)> InsertFreeAddresses = new(
        Addresses,
        """
        insert into address (channel, value, youth_id)
        select r.channel, r.value, r.youth_id from {rows} where true
            on conflict (channel, value) do nothing
        """);

    /// <param name="ids">For the youths; at least as many as there are arrivals.</param>
    public static Newcomers Among(IReadOnlyList<Arrived> arrived, AddressBook known, IReadOnlyList<long> ids)
    {
        var youths = arrived.Where(a => !known.Has(a)).DistinctBy(a => (a.Channel, a.Address)).Zip(ids, (a, id) => (Id: id, Arrived: a)).ToList();
        var made = youths.ToDictionary(y => (y.Arrived.Channel, y.Arrived.Address), y => y.Id);
        return new(youths, [.. arrived.SelectMany(a => LinksOf(a, known, made)).DistinctBy(link => link.Contact).OrderBy(link => link.Contact.Key, StringComparer.Ordinal)]);
    }

    /// <summary>Only those of whom something arrived that was not there before.</summary>
    public Newcomers Of(IReadOnlyList<Arrived> fresh)
    {
        if (Links.Count == 0) return this;
        var contacts = fresh.SelectMany(Contact.Of).ToHashSet();
        var links = Links.Where(link => contacts.Contains(link.Contact)).ToList();
        var youths = links.Select(link => link.Youth).ToHashSet();
        return new([.. Youths.Where(y => youths.Contains(y.Id))], links);
    }

    /// <summary>Writes them. Another node may meet the same youth at the same moment: an address that it took first stays its own.</summary>
    public IEnumerable<Call> Introduce()
    {
        if (Youths.Count > 0) yield return Make(Youths);
        if (Links.Count > 0) yield return InsertFreeAddresses.With(Links);
    }

    /// <summary>
    /// Writes them where some have been written with what was decided for them (<paramref name="written"/>) or are to leave no trace.
    /// Fails where another node met the same youth at the same moment and was first: its decision rests on nobody having been there.
    /// </summary>
    public IEnumerable<Call> Introduce(IReadOnlySet<long> written, IReadOnlySet<long> erased)
    {
        var youths = Youths.Where(y => !written.Contains(y.Id) && !erased.Contains(y.Id)).ToList();
        if (youths.Count > 0) yield return Make(youths);
        var links = Links.Where(link => !erased.Contains(link.Youth)).ToList();
        if (links.Count > 0) yield return InsertAddresses.With(links);
    }

    static Call Make(IReadOnlyList<(long Id, Arrived Arrived)> youths) => InsertYouths.With(youths, ("state", StorageJson.Write(new Conversation())));

    static IEnumerable<(Contact Contact, long Youth)> LinksOf(Arrived arrived, AddressBook known, Dictionary<(string, string), long> made)
    {
        var youth = known.Has(arrived) ? known.Of(arrived) : made[(arrived.Channel, arrived.Address)];
        return Contact.Of(arrived).Where(contact => !known.Has(contact)).Select(contact => (contact, youth));
    }
}
