using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Invitations;
using MdtChatBot.Workflow.Numbers;
using MdtChatBot.Workflow.Programme;
using NodaTime;
using NodaTime.Text;

namespace MdtChatBot.Bot.Staff.Inviting;

/// <summary>What a worker typed in the form of a round.</summary>
public sealed class BroadcastDraft
{
    static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public long? Event { get; set; }

    public List<string> Sites { get; set; } = [];

    public List<string> Languages { get; set; } = [];

    public List<Interest> Interests { get; set; } = [];

    public List<FunnelStage> Stages { get; set; } = [];

    public List<AgeGroup> Ages { get; set; } = [];

    public List<EntrySource> Sources { get; set; } = [];

    public int? HeardWithinDays { get; set; }

    public int? QuietForDays { get; set; }

    /// <summary>A free sentence by language.</summary>
    public Dictionary<string, string?> Sentences { get; set; } = [];

    public string? Date { get; set; }

    public string? Time { get; set; }

    public static BroadcastDraft Of(BroadcastPlan plan)
    {
        var starts = plan.StartsAt?.InZone(StaffTexts.Zone).LocalDateTime;
        return new()
        {
            Event = plan.Event.Value,
            Sites = [.. plan.Audience.Sites.Select(s => s.Value)],
            Languages = [.. plan.Audience.Languages.Select(l => l.Code)],
            Interests = [.. plan.Audience.Interests],
            Stages = [.. plan.Audience.Stages],
            Ages = [.. plan.Audience.Ages],
            Sources = [.. plan.Audience.Sources],
            HeardWithinDays = plan.Audience.HeardWithinDays,
            QuietForDays = plan.Audience.QuietForDays,
            Sentences = plan.Sentences.ToDictionary(s => s.Key, s => (string?)s.Value),
            Date = starts is { } at ? LocalDatePattern.Iso.Format(at.Date) : null,
            Time = starts is { } local ? Clock.Format(local.TimeOfDay) : null,
        };
    }

    /// <summary>When it is to begin: null for as soon as it may, and where what was typed is no date or time.</summary>
    public Instant? StartsAt =>
        LocalDatePattern.Iso.Parse(Date ?? "").TryGetValue(default, out var day) && Clock.Parse(Time ?? "").TryGetValue(default, out var time)
            ? day.At(time).InZoneLeniently(StaffTexts.Zone).ToInstant()
            : null;

    /// <summary>Something was typed for the start.</summary>
    public bool HasStart => Date is { Length: > 0 } || Time is { Length: > 0 };

    public BroadcastPlan Plan(TrialSession to) => new()
    {
        Event = to.Id,
        Site = to.Site,
        Audience = new Audience
        {
            Sites = [.. Sites.Distinct().Select(s => new SiteId(s))],
            Languages = [.. Languages.Distinct().Select(l => new Language(l))],
            Interests = [.. Interests.Distinct()],
            Stages = [.. Stages.Distinct()],
            Ages = [.. Ages.Distinct()],
            Sources = [.. Sources.Distinct()],
            HeardWithinDays = HeardWithinDays,
            QuietForDays = QuietForDays,
        },
        Sentences = new LocalText(Sentences.Where(s => !string.IsNullOrWhiteSpace(s.Value)).ToDictionary(s => s.Key, s => s.Value!.Trim())),
        StartsAt = StartsAt,
    };
}
