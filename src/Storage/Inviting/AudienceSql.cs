using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Invitations;
using MdtChatBot.Workflow.Programme;

namespace MdtChatBot.Storage.Inviting;

/// <summary>From an audience to its youths: who is among them, and what stands against inviting each. One statement for each site, whatever the number of youths.</summary>
static class AudienceSql
{
    /// <summary>The rules of <see cref="InvitationRules.Against"/>, in their order; a test holds both together.</summary>
    /// <remarks>The two short lists are read once and hashed; earlier rounds are looked up only of those who were
    /// asked in the last month, and so often or to this event that it matters: <see cref="Events"/>.</remarks>
    const string Against = """
        case when y.stopped then 'Stopped'
             when y.invitations <> 'Given' then 'NoConsent'
             when y.paused_until > @now then 'Paused'
             when y.id in (select h.youth_id from handoff h where h.closed_at is null and h.urgency = 'Urgent') then 'UrgentHandoff'
             when not @minors and y.age in ('Under16', 'From16To17') then 'Minor'
             when y.id in (select b.youth_id from booking b where b.session_id = @event) then 'AlreadyAnswered'
             when y.asked_at is null or y.asked_at <= @before then null
             when y.asked_events not like '% ' || @event || ' %' and length(y.asked_events) - length(replace(y.asked_events, ' ', '')) <= @most then null
             else (select case when max(case when p.session_id = @event and p.answered_at is not null then 1 else 0 end) = 1 then 'AlreadyAnswered'
                               when max(case when p.session_id = @event then 1 else 0 end) = 1 then 'AlreadyInvited'
                               when sum(case when p.asked_at > @before then 1 else 0 end) >= @most then 'AskedTooRecently'
                          end
                     from recipient p
                    where p.youth_id = y.id and p.asked_at is not null)
        end
        """;

    // One site at a time: with a list of them the database walks through the youths of all.
    const string Among = """
          from youth y
         where y.site = @site
           and (@languages = '' or @languages like '% ' || y.language || ' %')
           and (@ages = '' or @ages like '% ' || y.age || ' %')
           and (@stages = '' or @stages like '% ' || y.stage || ' %')
           and (@sources = '' or @sources like '% ' || y.source || ' %')
           and (@interests = 0 or (y.interests & @interests) <> 0)
           and coalesce(y.last_heard, y.created_at) >= @begins and coalesce(y.last_heard, y.created_at) < @ends
        """;

    /// <summary>How many there are by what stands against them and by language.</summary>
    public static readonly Statement Count = new($"""
        select w.against, w.language, count(*)
          from (select {Against} as against, coalesce(y.language, '') as language
                {Among}) as w
         group by w.against, w.language
        """);

    /// <summary>A row for each whom nothing stands against. Not sorted: the index of a site gives them nearly in the order of their ids, and an order asked for would have all youths walked in it.</summary>
    public static readonly Statement Queue = new($"""
        insert into recipient (broadcast_id, youth_id, session_id, state)
        select @id, w.id, @event, 'Queued'
          from (select y.id as id, {Against} as against
                {Among}) as w
         where w.against is null
        """);

    /// <summary>The parameters of both, for one of the sites.</summary>
    public static (string Name, object? Value)[] Parameters(AudienceQuery query, SiteId site)
    {
        var (audience, (from, to)) = (query.Audience, query.Audience.LastHeard(query.Now));
        return
        [
            ("site", site.Value),
            ("now", query.Now),
            ("minors", query.MinorsWelcome),
            ("event", query.Event.Value),
            ("before", query.Now - InvitationRules.Month),
            ("most", (long)query.MostAMonth),
            ("languages", Words(audience.Languages.Select(l => l.Code))),
            ("ages", Words(audience.Ages.Select(a => a.ToString()))),
            ("stages", Words(audience.Stages.Select(s => s.ToString()))),
            ("sources", Words(audience.Sources.Select(s => s.ToString()))),
            ("interests", Bits(audience.Interests)),
            ("begins", from),
            ("ends", to),
        ];
    }

    /// <summary>Interests as they are kept beside the youth: one bit each, by their order, which never changes.</summary>
    public static long Bits(IEnumerable<Interest> interests) => interests.Aggregate(0L, (bits, one) => bits | (1L << (int)one));

    /// <summary>The events that a youth was asked to and that still count, as they are kept beside the youth: a space before and behind each. One fewer than spaces.</summary>
    public static string Events(IReadOnlyList<Workflow.Conversations.Invitation> invited) => Words(invited.Select(i => i.Event.Value.ToString()));

    // With a space on both sides, so that no word is found within another.
    static string Words(IEnumerable<string> words) => string.Join(' ', words) is { Length: > 0 } joined ? $" {joined} " : "";
}
