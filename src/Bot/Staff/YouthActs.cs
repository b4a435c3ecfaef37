using MdtChatBot.Bot.Turns;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Bot.Staff;

/// <summary>An act of staff becomes an input of the youth, like all that happens to them; the page waits a moment until it was decided.</summary>
public sealed class YouthActs(InboxWriter inbox, TurnSignal signal, YouthFiles files, HandoffLists lists, IClock clock)
{
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    const int Looks = 75;

    /// <summary>A member of staff is away or has left: each youth whose conversation they have or were asked to take is found somebody else.</summary>
    public async Task TellAbsent(StaffId staff, CancellationToken stop)
    {
        if (await lists.TellAbsent(staff, clock.GetCurrentInstant(), stop) > 0) signal.Raise();
    }

    /// <param name="youth">To whom it happens.</param>
    /// <param name="once">Made with the form: sent twice, it happens once.</param>
    /// <param name="inbound">What happens.</param>
    /// <param name="stop">Ends the waiting; the act stands.</param>
    public async Task Do(YouthId youth, string once, Inbound inbound, CancellationToken stop)
    {
        await inbox.Accept(new Addressed(youth, "console:" + once, inbound, clock.GetCurrentInstant()), stop);
        for (var look = 0; look < Looks && await files.Waits(youth, stop); look++) await Task.Delay(Look, stop);
    }
}
