using System.Text;
using MdtChatBot.Bot.Voice;
using MdtChatBot.Workflow.Content;

namespace MdtChatBot.Bot.Channels.Terminal;

/// <summary>
/// A conversation as a transcript test writes it (<c>tests/Workflow.Tests/Transcripts/README.md</c>): <c>&gt;</c> the youth, <c>&lt;</c> the bot,
/// <c>~</c> time, <c>@</c> staff.
/// </summary>
public sealed class TranscriptFile
{
    readonly StringBuilder _lines = new(
        """
        # what this shows: one sentence
        # Saved from the terminal. UPDATE_TRANSCRIPTS=1 writes the bot's lines anew for the programme of the tests.

        """);

    /// <summary>A line that a person wrote: <c>&gt; words</c>, <c>~ 24h</c>, <c>@attended 3</c>.</summary>
    public void Add(string line) => _lines.Append(line).Append('\n');

    public void Add(Written written)
    {
        foreach (var line in LinesOf(written)) Add(line);
    }

    public Task Save(string file, CancellationToken stop) => File.WriteAllTextAsync(file, _lines.ToString(), stop);

    /// <summary>The bot's lines for one message.</summary>
    public static IEnumerable<string> LinesOf(Written written)
    {
        foreach (var line in written.Body.Split('\n')) yield return line.Length == 0 ? "<" : "< " + line;
        if (written.Sound is { } sound) yield return $"< [sound {ClipEndpoint.Path}{sound}]";
        for (var i = 0; i < written.Choices.Count; i++)
        {
            var (label, description) = (written.Choices[i].Label, written.Choices[i].Description);
            yield return $"<   {i + 1}. {label}{(description.Length > 0 ? " — " + description : "")}";
        }
    }
}
