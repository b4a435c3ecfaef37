using MdtChatBot.Storage.Sql;
using NodaTime;

namespace MdtChatBot.Storage;

/// <summary>The keys that seal cookies and secrets, shared by all nodes. Whoever reads this table can open them: it is as secret as the data beside it.</summary>
public sealed class ProtectionKeys(Database database)
{
    static readonly Statement ReadAll = new("select xml from protection_key where name > '' order by name");

    static readonly Statement WriteOne = new("""
        insert into protection_key (name, xml, created_at) values (@name, @xml, @at)
            on conflict (name) do update set xml = excluded.xml
        """);

    public async Task<IReadOnlyList<string>> Read(CancellationToken stop) => await database.List(ReadAll, row => row.Text(0), stop);

    public async Task Write(string name, string xml, Instant at, CancellationToken stop)
    {
        await using var transaction = await database.Begin(stop);
        await transaction.Commit([WriteOne.With(("name", name), ("xml", xml), ("at", at))], stop);
    }
}
