namespace MdtChatBot.Storage;

/// <summary>Brings the schema up to date: numbered SQL files, each applied once and in order, also when several nodes start at once.</summary>
public sealed class Migrator(Database database)
{
    public Task Migrate(CancellationToken stop) => throw new NotImplementedException();
}
