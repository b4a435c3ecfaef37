using System.Data.Common;
using MdtChatBot.Storage.Sending;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Templates;
using NodaTime;

namespace MdtChatBot.Storage;

/// <summary>What became of templates at WhatsApp, each wording of a text in a language by itself.</summary>
public sealed class TemplateStore(Database database)
{
    /// <summary>All that were ever handed in, the newest first.</summary>
    public async Task<IReadOnlyList<TemplateState>> All(CancellationToken stop) => await database.List(TemplateSql.All, Read, stop);

    /// <summary>Those that may be sent now; of several wordings of a text the newest comes first.</summary>
    public async Task<ApprovedTemplates> Approved(CancellationToken stop) => new((await All(stop)).Where(t => t.Status is TemplateStatus.Approved).Select(t => t.AsApproved));

    /// <summary>Notes where these stand; a wording that is there already gets its new state.</summary>
    public async Task Save(IReadOnlyList<TemplateState> states, CancellationToken stop)
    {
        if (states.Count == 0) return;
        await using var transaction = await database.Begin(stop);
        await transaction.Commit([TemplateSql.Save.With(states)], stop);
    }

    static TemplateState Read(DbDataReader row) => new()
    {
        Key = row.Text(0),
        Language = new Language(row.Text(1)),
        Hash = row.Text(2),
        Name = row.Text(3),
        Sid = row.Text(4),
        Status = row.Name<TemplateStatus>(5),
        Category = row.Name<TemplateCategory>(6),
        Reason = row.Text(7),
        Variables = TemplateSql.Split(row.Text(8)),
        Buttons = TemplateSql.Split(row.Text(9)),
        At = row.Time(10),
    };
}

/// <summary>Where one wording of a template stands.</summary>
public sealed record TemplateState
{
    public required string Key { get; init; }

    public required Language Language { get; init; }

    /// <summary>As in <see cref="TemplateText.Hash"/>.</summary>
    public required string Hash { get; init; }

    public required string Name { get; init; }

    /// <summary>Its id at the provider.</summary>
    public required string Sid { get; init; }

    public required TemplateStatus Status { get; init; }

    /// <summary>As WhatsApp has it, which may be other than what was asked for.</summary>
    public required TemplateCategory Category { get; init; }

    /// <summary>Why it was rejected; empty without.</summary>
    public string Reason { get; init; } = "";

    public required IReadOnlyList<string> Variables { get; init; }

    public required IReadOnlyList<string> Buttons { get; init; }

    /// <summary>When this became so.</summary>
    public required Instant At { get; init; }

    public ApprovedTemplate AsApproved => new(Key, Language.Code, Sid, Category, Variables, Buttons);
}

/// <summary>Stored by name.</summary>
public enum TemplateStatus
{
    /// <summary>Made at the provider, not handed in yet.</summary>
    Draft,

    Submitted,
    Approved,
    Rejected,

    /// <summary>WhatsApp holds it back for a while: too many who got it did not want it.</summary>
    Paused,

    Disabled,
}
