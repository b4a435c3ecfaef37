using System.Data.Common;
using System.Text.Json;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Invitations;
using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Storage.Inviting;

/// <summary>Rounds of invitations: planned, approved, begun, ended.</summary>
static class BroadcastSql
{
    const string Columns = """
        select b.id, b.session_id, b.site_id, b.audience, b.sentences, b.state, b.reason, b.planner, b.planner_name, b.approver, b.approver_name,
               b.starts_at, b.created_at, b.begun_at, b.ended_at, b.tally, b.tally_base, b.tallied_at, b.version
          from broadcast b
        """;

    static readonly Rows<(BroadcastPlan Plan, BroadcastId Id)> Plans = new Rows<(BroadcastPlan Plan, BroadcastId Id)>()
        .Number("id", r => r.Id.Value)
        .Number("session_id", r => r.Plan.Event.Value)
        .Text("site_id", r => r.Plan.Site.Value)
        .Text("audience", r => JsonSerializer.Serialize(r.Plan.Audience, WorkflowJson.Stored.Audience))
        .Text("sentences", r => StorageJson.Write(r.Plan.Sentences))
        .Time("starts_at", r => r.Plan.StartsAt);

    public static readonly Statement<(BroadcastPlan Plan, BroadcastId Id)> Add = new(
        Plans,
        """
        insert into broadcast (session_id, site_id, audience, sentences, state, planner, planner_name, starts_at, created_at)
        select r.session_id, r.site_id, r.audience, r.sentences, 'Draft', @staff, @name, r.starts_at, @now
          from {rows}
        returning id
        """);

    /// <summary>Only a draft, and only as it was seen. Whoever changed it last is its planner: they may not approve it.</summary>
    public static readonly Statement<(BroadcastPlan Plan, BroadcastId Id)> Change = new(
        Plans,
        """
        update broadcast
           set session_id = r.session_id, site_id = r.site_id, audience = r.audience, sentences = r.sentences, starts_at = r.starts_at,
               planner = @staff, planner_name = @name, approver = null, approver_name = '', version = broadcast.version + 1
          from {rows}
         where broadcast.id = r.id and broadcast.state = 'Draft' and broadcast.version = @step
        """);

    public static readonly Statement ById = new($"{Columns} where b.id = @id");

    public static readonly Statement Lock = new($$"""{{Columns}} where b.id = @id {lock b}""");

    public static readonly Statement<SiteId> OfSites = new(
        new Rows<SiteId>().Text("site", s => s.Value),
        $$"""
        {{Columns}}
          join {rows} on b.site_id = r.site
         order by b.id desc
         limit @max
        """);

    public static readonly Statement ToBegin = new("select b.id from broadcast b where b.state = 'Scheduled' and b.starts_at <= @now order by b.starts_at, b.id");

    /// <summary>Those of which the figures may still change.</summary>
    public static readonly Statement ToTally = new($"""
        {Columns}
         where b.state in ('Running', 'Paused', 'Stopped', 'Cancelled', 'Done') and b.begun_at is not null
           and (b.ended_at is null or b.ended_at > @begins)
           and (b.state = 'Running' or b.ended_at > @before or b.tallied_at is null or b.tallied_at < @before)
         order by b.id
        """);

    /// <summary>A start in the past is none; who resumes or tries again begins with the first recipient.</summary>
    static readonly Statement Move = new("""
        update broadcast
           set state         = @state,
               reason        = @reason,
               approver      = case when @act = 'Approve' then @staff when @act = 'SendBack' then null else approver end,
               approver_name = case when @act = 'Approve' then @name when @act = 'SendBack' then '' else approver_name end,
               starts_at     = case when @act in ('Send', 'Approve') then coalesce(starts_at, @now) else starts_at end,
               begun_at      = case when @state = 'Running' then coalesce(begun_at, @now) else begun_at end,
               ended_at      = case when @state in ('Done', 'Cancelled') then @now when @state = 'Running' then null else ended_at end,
               fed_to        = 0,
               look_at       = case when @state = 'Running' then @now end,
               tally_base    = case when @act in ('Resume', 'Retry') then tally else tally_base end,
               version       = version + 1
         where id = @id
        """);

    /// <param name="by">Null where nobody of staff did it.</param>
    public static Call MoveTo(BroadcastId id, BroadcastState state, BroadcastAct act, StaffMember? by, Instant now, string reason = "") => Move.With(
        ("id", id.Value), ("state", state.ToString()), ("act", act.ToString()), ("reason", reason), ("staff", by?.Id.Value ?? 0), ("name", by?.Name ?? ""), ("now", now));

    public static readonly Statement Keep = new("update broadcast set tally = @tally, tallied_at = @now where id = @id and tally <> @tally");

    public static readonly Statement KeepMoment = new("update broadcast set tallied_at = @now where id = @id");

    public static Broadcast Read(DbDataReader row) => new()
    {
        Id = new BroadcastId(row.Number(0)),
        Plan = new BroadcastPlan
        {
            Event = new SessionId(row.Number(1)),
            Site = new SiteId(row.Text(2)),
            Audience = JsonSerializer.Deserialize(row.Text(3), WorkflowJson.Stored.Audience)!,
            Sentences = StorageJson.ReadWords(row.Text(4)),
            StartsAt = row.TimeOrNull(11),
        },
        State = row.Name<BroadcastState>(5),
        Reason = row.Text(6),
        Planner = new StaffId(row.Number(7)),
        PlannerName = row.Text(8),
        Approver = row.NumberOrNull(9) is { } approver ? new StaffId(approver) : null,
        ApproverName = row.Text(10),
        CreatedAt = row.Time(12),
        BegunAt = row.TimeOrNull(13),
        EndedAt = row.TimeOrNull(14),
        Tally = ReadTally(row.Text(15)),
        Before = ReadTally(row.Text(16)),
        TalliedAt = row.TimeOrNull(17),
        Version = row.Number(18),
    };

    public static string Write(Tally tally) => JsonSerializer.Serialize(tally, WorkflowJson.Stored.Tally);

    // As a round begins: nothing is counted yet.
    static Tally ReadTally(string json) => json is "{}" ? new Tally() : JsonSerializer.Deserialize(json, WorkflowJson.Stored.Tally)!;
}
