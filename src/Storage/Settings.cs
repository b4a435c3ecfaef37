namespace MdtChatBot.Storage;

/// <summary>A few values that all nodes share, by name: the time machine's offset in Development.</summary>
public sealed class Settings(Database database)
{
    public Task<string?> Read(string name, CancellationToken stop) => throw new NotImplementedException();

    public Task Write(string name, string value, CancellationToken stop) => throw new NotImplementedException();
}
