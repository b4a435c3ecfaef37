namespace MdtChatBot.Bot.Channels.Terminal;

/// <summary>What stands behind <c>-- chat</c> on the command line.</summary>
/// <param name="Language">Begins with a code that carries this language; null to be asked.</param>
/// <param name="Site">Begins with this site's code; null to be asked.</param>
/// <param name="Save">The file that the conversation is written to as a transcript test; null without.</param>
public sealed record TerminalOptions(string? Language, string? Site, string? Save)
{
    const string Usage = """
        dotnet run --project src/Bot -- chat [--language ar] [--site deventer] [--save file]
        """;

    /// <exception cref="StartUpException">An option is not known, or has no value.</exception>
    public static TerminalOptions Parse(IReadOnlyList<string> args)
    {
        var options = new TerminalOptions(null, null, null);
        for (var i = 0; i < args.Count; i += 2)
        {
            if (i + 1 == args.Count) throw new StartUpException($"{args[i]} needs a value.\n{Usage}");
            options = args[i] switch
            {
                "--language" => options with { Language = args[i + 1] },
                "--site" => options with { Site = args[i + 1] },
                "--save" => options with { Save = args[i + 1] },
                _ => throw new StartUpException($"{args[i]} is not an option of chat.\n{Usage}"),
            };
        }

        return options;
    }
}
