using MdtChatBot.Storage;
using NodaTime;

namespace MdtChatBot.Bot.Staff.Numbers;

/// <summary>What got stuck of the youths whom who looks may see.</summary>
public sealed class MyTroubles(TroubleStore troubles, StaffUser who, IClock clock)
{
    const int MostMessages = 5000;
    const int MostInputs = 200;

    static readonly Duration Back = Duration.FromDays(7);

    /// <summary>Messages that did not arrive; those that failed, in the last week.</summary>
    public Task<IReadOnlyList<(Delivery State, string Code, int Count)>> Undelivered(CancellationToken stop) =>
        troubles.Undelivered(who.Me, clock.GetCurrentInstant() - Back, MostMessages, stop);

    public Task<IReadOnlyList<AsideLine>> Aside(CancellationToken stop) => troubles.SetAside(who.Me, MostInputs, stop);
}
