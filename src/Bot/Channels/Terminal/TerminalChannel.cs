using MdtChatBot.Storage;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Templates;

namespace MdtChatBot.Bot.Channels.Terminal;

/// <summary>A youth at the keyboard: messages are written below each other, choices numbered.</summary>
public sealed class TerminalChannel(TextWriter to) : IChannel
{
    public const string ChannelName = "terminal";

    long _sent;

    /// <summary>What was said, after it was written.</summary>
    public event Action<Written>? Said;

    public string Name => ChannelName;

    public bool HasWindow => false;

    public bool IsLimited => false;

    public async Task<SendResult> Send(OutboxMessage message, Way way, CancellationToken stop)
    {
        foreach (var line in TranscriptFile.LinesOf(message.Written)) await to.WriteLineAsync(line.Length < 2 ? "" : line[2..]);
        await to.WriteLineAsync();
        Said?.Invoke(message.Written);
        return new SendResult.Accepted($"terminal-{Interlocked.Increment(ref _sent)}");
    }

    /// <summary>A send ends before its answer can be lost.</summary>
    public Task<string?> FindSent(OutboxMessage message, Way way, Func<string, Task<bool>> isTaken, CancellationToken stop) => Task.FromResult<string?>(null);
}
