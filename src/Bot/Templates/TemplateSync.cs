using MdtChatBot.Storage;
using MdtChatBot.Workflow.Templates;
using NodaTime;

namespace MdtChatBot.Bot.Templates;

/// <summary>
/// Makes at Twilio what is missing, hands it in, and notes what WhatsApp says. What is there already is found by its name, which holds a hash of its words:
/// run as often as one likes, it does everything once.
/// </summary>
public sealed class TemplateSync(TemplateBook book, ContentApi api, TemplateStore store, IClock clock)
{
    /// <summary>Everything; what goes wrong with one template is told at the end and holds up no other.</summary>
    public async Task<SyncReport> Run(CancellationToken stop)
    {
        var there = await ByName(stop);
        var before = (await store.All(stop)).ToDictionary(Id);
        var (states, faults) = (new List<TemplateState>(), new List<(TemplateText, string)>());
        foreach (var text in book.Texts)
        {
            try
            {
                var state = await Bring(text, there.GetValueOrDefault(text.Name), stop);
                // When it became so stays, where nothing has changed.
                var old = before.GetValueOrDefault(Id(state));
                states.Add(old is not null && old.Status == state.Status && old.Category == state.Category ? state with { At = old.At } : state);
                await store.Save([states[^1]], stop);
            }
            catch (ContentException e)
            {
                faults.Add((text, $"{e.Code} {e.Message}".Trim()));
            }
        }

        return new SyncReport(states, faults);
    }

    /// <summary>Only asks how those stand that were handed in: one may have been approved, or paused, since.</summary>
    public async Task Poll(CancellationToken stop)
    {
        var known = await store.All(stop);
        if (known.Count == 0) return;
        var there = await ByName(stop);
        var changed = known
            .Select(old => there.GetValueOrDefault(old.Name) is { } line ? StateOf(old, line.ApprovalRequests) : old)
            .Zip(known)
            .Where(pair => pair.First.Status != pair.Second.Status || pair.First.Category != pair.Second.Category)
            .Select(pair => pair.First);
        await store.Save([.. changed], stop);
    }

    async Task<TemplateState> Bring(TemplateText text, ContentLine? line, CancellationToken stop)
    {
        var sid = line?.Sid ?? await api.Create(text, stop);
        var state = new TemplateState
        {
            Key = text.Key,
            Language = text.Language,
            Hash = text.Hash,
            Name = text.Name,
            Sid = sid,
            Status = TemplateStatus.Draft,
            Category = text.Category,
            Variables = text.Variables,
            Buttons = [.. text.Buttons.Select(b => b.Title)],
            At = clock.GetCurrentInstant(),
        };
        var approval = line?.ApprovalRequests;
        if (StatusOf(approval) is TemplateStatus.Draft) approval = await api.Submit(sid, text, stop);
        return StateOf(state, approval);
    }

    TemplateState StateOf(TemplateState state, ContentApproval? approval) => state with
    {
        Status = StatusOf(approval),
        Category = Enum.TryParse<TemplateCategory>(approval?.Category, ignoreCase: true, out var category) ? category : state.Category,
        Reason = approval?.RejectionReason ?? "",
        At = clock.GetCurrentInstant(),
    };

    static TemplateStatus StatusOf(ContentApproval? approval) => approval?.Status?.ToLowerInvariant() switch
    {
        null or "" or "unsubmitted" => TemplateStatus.Draft,
        "approved" => TemplateStatus.Approved,
        "rejected" => TemplateStatus.Rejected,
        "paused" => TemplateStatus.Paused,
        "disabled" => TemplateStatus.Disabled,
        // received, pending, and what may be added.
        _ => TemplateStatus.Submitted,
    };

    async Task<Dictionary<string, ContentLine>> ByName(CancellationToken stop) => (await api.List(stop))
        .Where(l => l is { Sid.Length: > 0, FriendlyName.Length: > 0 })
        .GroupBy(l => l.FriendlyName!)
        .ToDictionary(g => g.Key, g => g.OrderBy(l => StatusOf(l.ApprovalRequests) is TemplateStatus.Draft).ThenBy(l => l.Sid, StringComparer.Ordinal).First());

    static (string, string, string) Id(TemplateState state) => (state.Key, state.Language.Code, state.Hash);
}

/// <summary>What came of it.</summary>
/// <param name="Faults">Templates that could not be brought there, and why.</param>
public sealed record SyncReport(IReadOnlyList<TemplateState> States, IReadOnlyList<(TemplateText Text, string Why)> Faults);
