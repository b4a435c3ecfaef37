using System.Globalization;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using NodaTime;

namespace MdtChatBot.Bot.Channels.Terminal;

/// <summary>What a line typed at the terminal means. Closed list.</summary>
public abstract record TerminalLine
{
    TerminalLine() { }

    /// <summary>The youth writes, taps (<c>[choice id]</c>) or shares something.</summary>
    public sealed record Youth(Inbound Inbound) : TerminalLine;

    /// <summary><c>~ 24h</c>, <c>~ 30m</c>, <c>~ 2d</c>.</summary>
    public sealed record Wait(Duration Time) : TerminalLine;

    /// <summary><c>~ next</c>: to the youth's next timer.</summary>
    public sealed record WaitForTimer : TerminalLine;

    /// <summary><c>@attended</c>, <c>@missed</c>, of the named session or the youth's first that is still to be marked.</summary>
    public sealed record Mark(SessionId? Session, bool Attended) : TerminalLine;

    /// <summary><c>@take Name</c>, <c>@coach Name words</c>, <c>@end Name</c>.</summary>
    public sealed record Coach(Inbound Inbound) : TerminalLine;

    /// <summary>The line is not understood; says what would be.</summary>
    public sealed record Unclear(string Hint) : TerminalLine;

    public static TerminalLine Parse(string line) => line switch
    {
        ['~', .. var time] => Passing(time.Trim()),
        ['@', .. var act] => Staff(act.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries)),
        "[voice]" => new Youth(new Inbound.Media(MediaKind.Voice)),
        "[picture]" => new Youth(new Inbound.Media(MediaKind.Picture)),
        "[sticker]" => new Youth(new Inbound.Media(MediaKind.Sticker)),
        ['[', .. var id, ']'] => new Youth(new Inbound.Message("", id)),
        _ => new Youth(new Inbound.Message(line)),
    };

    static TerminalLine Passing(string time) => time switch
    {
        "next" => new WaitForTimer(),
        [.. var minutes, 'm'] when Number(minutes) is { } number => new Wait(Duration.FromMinutes(number)),
        [.. var hours, 'h'] when Number(hours) is { } number => new Wait(Duration.FromHours(number)),
        [.. var days, 'd'] when Number(days) is { } number => new Wait(Duration.FromDays(number)),
        _ => new Unclear("~ 30m, ~ 24h, ~ 2d or ~ next"),
    };

    static TerminalLine Staff(string[] words) => words switch
    {
        ["attended" or "missed"] => new Mark(null, words[0] is "attended"),
        ["attended" or "missed", var id] when long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var session) =>
            new Mark(new SessionId(session), words[0] is "attended"),
        ["take", var name] => new Coach(new Inbound.HandoffTaken(name)),
        ["coach", var name, var said] => new Coach(new Inbound.CoachWrote(name, said)),
        ["end", var name] => new Coach(new Inbound.HandoffEnded(name)),
        _ => new Unclear("@attended, @missed, @take Fatima, @coach Fatima words or @end Fatima"),
    };

    static double? Number(string text) =>
        double.TryParse(text.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= 10_000 ? number : null;
}
