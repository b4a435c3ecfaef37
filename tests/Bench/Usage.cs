namespace MdtChatBot.Bench;

/// <summary>Processor time of the program, of the database's server, and of this process: load generator and stub.</summary>
sealed record Usage(TimeSpan Bot, TimeSpan Server, TimeSpan Own)
{
    public Usage Since(Usage before) => new(Bot - before.Bot, Server - before.Server, Own - before.Own);
}
