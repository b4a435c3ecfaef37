using MdtChatBot.Storage.Sql;

namespace MdtChatBot.Storage;

/// <summary>A few values that all nodes share, by name: the time machine's offset in Development.</summary>
public sealed class Settings(Database database)
{
    static readonly Statement ReadOne = new("select value from setting where name = @name");

    static readonly Statement WriteOne = new("""
        insert into setting (name, value) values (@name, @value)
            on conflict (name) do update set value = excluded.value
        """);

    /// <summary>The value; null where none was written.</summary>
    public async Task<string?> Read(string name, CancellationToken stop) =>
        (await database.List(ReadOne, row => row.Text(0), stop, ("name", name))).FirstOrDefault();

    public async Task Write(string name, string value, CancellationToken stop)
    {
        await using var transaction = await database.Begin(stop);
        await transaction.Commit([WriteOne.With(("name", name), ("value", value))], stop);
    }
}
