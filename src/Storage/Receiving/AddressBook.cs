using MdtChatBot.Storage.Sql;

namespace MdtChatBot.Storage.Receiving;

/// <summary>An address within a channel.</summary>
sealed record Contact(string Channel, string Value)
{
    public static Rows<Contact> Rows => new Rows<Contact>().Text("channel", c => c.Channel).Text("value", c => c.Value);

    /// <summary>The addresses of one arrival, the one that is answered first.</summary>
    public static IEnumerable<Contact> Of(Arrived arrived)
    {
        yield return new Contact(arrived.Channel, arrived.Address);
        if (arrived.AlsoAddress is { Length: > 0 } also) yield return new Contact(arrived.Channel, also);
    }

    /// <summary>All addresses, each once, in one order everywhere: locks are then never taken in a circle.</summary>
    public static IReadOnlyList<Contact> AllOf(IReadOnlyList<Arrived> arrived) => [.. arrived.SelectMany(Of).Distinct().OrderBy(c => c.Key, StringComparer.Ordinal)];

    /// <summary>To sort by.</summary>
    public string Key => $"{Channel} {Value}";
}

/// <summary>Which youth is behind which address, as far as is known.</summary>
sealed class AddressBook
{
    readonly Dictionary<Contact, long> _youths = [];

    public void Add(Contact contact, long youth) => _youths[contact] = youth;

    public bool Has(Contact contact) => _youths.ContainsKey(contact);

    public bool HasYouth(long youth) => _youths.ContainsValue(youth);

    public bool Has(Arrived arrived) => Contact.Of(arrived).Any(Has);

    /// <summary>The youth of the address that is answered; else of the second one.</summary>
    public long Of(Arrived arrived) => _youths[Contact.Of(arrived).First(Has)];
}
