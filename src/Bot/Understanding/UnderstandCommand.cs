using System.Text;
using System.Text.Json;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Understanding;

namespace MdtChatBot.Bot.Understanding;

/// <summary>
/// <c>-- understand</c>: one message per line from standard input (<c>ar</c>, a tab and the text; or the text alone), one JSON object per line:
/// what the bot makes of it. Without a conversation around it, and without a database.
/// </summary>
public static class UnderstandCommand
{
    public static int Run()
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var content = ContentFiles.Of(configuration);
        var classifier = Task.Run(content.Classifier);
        var phrases = content.Phrases();
        using var from = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), detectEncodingFromByteOrderMarks: false);
        using var to = Console.OpenStandardOutput();
        Run(new Interpreter(phrases, classifier.Result), classifier.Result.Languages, from, to);
        return 0;
    }

    internal static void Run(Interpreter interpreter, IReadOnlyList<Language> languages, TextReader from, Stream to)
    {
        while (from.ReadLine() is { } line)
        {
            var (given, words) = Split(line.TrimStart('\uFEFF'), languages);
            var heard = Heard.Of(words);
            Write(to, given ?? interpreter.LanguageOf(heard), interpreter.Read(heard, given));
            to.Flush();
        }
    }

    // Dari is Farsi with other words here and there.
    static (Language? Given, string Words) Split(string line, IReadOnlyList<Language> languages)
    {
        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        if (tab < 0) return (null, line);
        var given = new Language(line[..tab].Trim().ToLowerInvariant());
        return languages.Contains(given) || given.Base is not null ? (given, line[(tab + 1)..]) : (null, line);
    }

    static void Write(Stream to, Language? language, Understood understood)
    {
        using (var json = new Utf8JsonWriter(to))
        {
            json.WriteStartObject();
            json.WriteString("language", language?.Code);
            json.WriteString("intent", IntentName.Of(understood.Intent));
            json.WriteNumber("confidence", Math.Round(understood.Confidence, 3));
            json.WriteString("outcome", NameOf(understood.Outcome));
            json.WriteEndObject();
        }

        to.WriteByte((byte)'\n');
    }

    static string NameOf(Outcome outcome) => outcome switch
    {
        Outcome.Answered => "answered",
        Outcome.AskedBetween => "asked-between",
        _ => "not-understood",
    };
}
