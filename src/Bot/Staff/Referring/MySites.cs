using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Programme;
using NodaTime;

namespace MdtChatBot.Bot.Staff.Referring;

/// <summary>The sites that who looks works for, by name; an Admin works for all.</summary>
public sealed class MySites(ProgrammeStore programme, StaffUser who, IClock clock)
{
    public async Task<IReadOnlyList<Site>> All(CancellationToken stop) =>
        [.. (await Everywhere(stop)).Where(s => who.Me.WorksFor(s.Id))];

    /// <summary>Also those where who looks does not work: to send somebody to.</summary>
    public async Task<IReadOnlyList<Site>> Everywhere(CancellationToken stop) =>
        [.. (await programme.Current(clock.GetCurrentInstant(), stop)).Sites.OrderBy(s => s.Name, StringComparer.CurrentCultureIgnoreCase)];

    /// <summary>The site by this id where who looks works for it; null otherwise.</summary>
    public async Task<Site?> Mine(string? id, CancellationToken stop) => (await All(stop)).FirstOrDefault(s => s.Id.Value == id);

    /// <summary>The sites without a balie whose youth who looks stands in for, wherever they work.</summary>
    public async Task<IReadOnlyList<SiteId>> StandsInFor(CancellationToken stop) =>
        [.. (await Everywhere(stop)).Where(s => !s.HasBalie && s.FallbackOwner == who.Id).Select(s => s.Id)];

    /// <summary>Where most of their work is: the site to offer first.</summary>
    public SiteId? First(IReadOnlyList<Site> mine) =>
        who.Me.PrimaryAt is [var primary, ..] ? primary : mine is [var first, ..] ? first.Id : null;

    public async Task<IReadOnlyDictionary<SiteId, string>> Names(CancellationToken stop) => (await Everywhere(stop)).ToDictionary(s => s.Id, s => s.Name);
}
