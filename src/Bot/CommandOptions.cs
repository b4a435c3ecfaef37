namespace MdtChatBot.Bot;

/// <summary>What follows a command: <c>--name value</c>, any number of times.</summary>
static class CommandOptions
{
    /// <summary>The value of each option by its name, dashes included; of one that is given twice the first counts.</summary>
    /// <param name="args">What was typed behind the command.</param>
    /// <param name="known">The names there are.</param>
    /// <param name="usage">How the command is used.</param>
    /// <exception cref="StartUpException">There is no such option, or it has no value; says how the command is used.</exception>
    public static Dictionary<string, string> Read(string[] args, IReadOnlyCollection<string> known, string usage)
    {
        if (args.Where((_, i) => i % 2 == 0).FirstOrDefault(a => !known.Contains(a)) is { } unknown) throw new StartUpException($"There is no '{unknown}' here.\n{usage}");
        return args.Length % 2 == 0 ? args.Chunk(2).DistinctBy(a => a[0]).ToDictionary(a => a[0], a => a[1]) : throw new StartUpException($"{args[^1]} needs a value.\n{usage}");
    }
}
