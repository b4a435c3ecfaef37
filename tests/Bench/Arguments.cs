using System.Globalization;

namespace MdtChatBot.Bench;

/// <summary>The command line: the name of a bench and its options.</summary>
sealed class Arguments
{
    public const string Usage = """
        dotnet run -c Release --project tests/Bench -- <bench> [options]

          turns      hello to booked through the real webhook, with pgbench beside it
          webhook    only taking messages in, durably
          reminders  100,000 timers due at once on PostgreSQL
          broadcast  invitations on PostgreSQL: audience, sending, and replies beside it
          idle       what a node costs that has nothing to do
          console    pages of the staff console over 200,000 youths on PostgreSQL
          understanding  how well unseen messages are understood, by cross-validation; needs no database

          --db sqlite|postgres|both   (both)
          --bot <program>             measure this one (MdtChatBot.Bot, or its .dll); without, src/Bot is published first
          --youths <n>                conversations in each measurement of 'turns' (2000); youths in 'console' (200000) and 'broadcast' (500000)
          --users <n>                 'turns': only this number of youths at a time
          --rate <n>                  'turns': only this many turns a second, offered whether answered or not
          --warmup <seconds>          load before measuring (30)
          --stored <n>                rows already there: messages in 'turns' (1000000), other timers in 'reminders' (both 10000 and 1000000)
          --due <n>                   'reminders': timers due at once (100000)
          --invited <n>               'broadcast': youths in the audience (100000)
          --seconds <n>               'broadcast': each stretch with the limit (30)
          --folds <n>                 'understanding': parts of the utterances, each tested after learning from the others (10)
          --confused <n>              'understanding': pairs of intents that were taken for each other, with examples (25)
          --sent <n>                  'broadcast': invitations sent with the limit lifted (100000)
        """;

    readonly Dictionary<string, string> _options;

    Arguments(string bench, Dictionary<string, string> options) => (Bench, _options) = (bench, options);

    public string Bench { get; }

    /// <exception cref="UsageException">An option without a value.</exception>
    public static Arguments Parse(string[] args)
    {
        if (args.Length % 2 == 0) throw new UsageException();
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in args[1..].Chunk(2)) options[pair[0]] = pair[1];
        return new Arguments(args[0], options);
    }

    public string? Text(string name) => _options.GetValueOrDefault(name);

    public int? Number(string name) => Text(name) is { } text ? int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    public int Number(string name, int otherwise) => Number(name) ?? otherwise;

    public IReadOnlyList<DatabaseKind> Databases => Text("--db") switch
    {
        null or "both" => [DatabaseKind.Postgres, DatabaseKind.Sqlite],
        "postgres" => [DatabaseKind.Postgres],
        "sqlite" => [DatabaseKind.Sqlite],
        _ => throw new UsageException(),
    };
}

enum DatabaseKind
{
    Postgres,
    Sqlite,
}

/// <summary>The command line cannot be understood; the message is the usage.</summary>
sealed class UsageException() : Exception(Arguments.Usage);
