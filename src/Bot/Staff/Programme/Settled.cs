using MdtChatBot.Bot.Turns;
using MdtChatBot.Storage;
using NodaTime;

namespace MdtChatBot.Bot.Staff.Programme;

/// <summary>Puts an act of staff in the inbox of a youth, and waits a moment for its turn, so that the next page shows it without reloading.</summary>
public sealed class Settled(InboxWriter inbox, IClock clock)
{
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(40);

    const int Looks = 40;

    /// <param name="youth">Whom it happens to.</param>
    /// <param name="happens">What.</param>
    /// <param name="shows">Whether the page would show it.</param>
    /// <param name="stop">Ends the waiting; the act stays.</param>
    public async Task Do(Workflow.YouthId youth, Workflow.Conversations.Inbound happens, Func<Task<bool>> shows, CancellationToken stop)
    {
        await inbox.Accept(new Addressed(youth, "staff:" + Guid.NewGuid().ToString("N"), happens, clock.GetCurrentInstant()), stop);
        for (var look = 0; look < Looks && !await shows(); look++) await Task.Delay(Look, stop);
    }
}
