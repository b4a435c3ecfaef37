using System.Diagnostics;
using MdtChatBot.Bench.Databases;
using MdtChatBot.Storage;
using MdtChatBot.Support;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Invitations;
using NodaTime;

namespace MdtChatBot.Bench.Broadcasts;

/// <summary>An audience of so many among so many more, with invitations of earlier months; beside it the least that any program could do: as many rows from one table into another.</summary>
sealed class ResolvedAudience(BenchDatabase database, int invited, int youths)
{
    const int Rounds = 5;

    /// <summary>The middle of five rounds each, one after the other in turn: the machine's mood changes.</summary>
    public async Task<(TimeSpan Resolved, TimeSpan Plain)> Measure()
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        await JourneyOffer.Save(database.ConnectionString, 1, now);
        var invitees = new Invitees(database.ConnectionString);
        var to = await invitees.PlanEvent(now);
        await invitees.Save(invited, youths - invited);
        await database.Execute("create table bare_recipient (like recipient including all)");
        await EarlierInvitations();
        // As autovacuum would: every youth was just rewritten.
        await database.Execute("vacuum analyze youth");
        await database.Execute("analyze");
        var (resolved, plain) = (new List<TimeSpan>(), new List<TimeSpan>());
        await using var store = Database.Open(database.ConnectionString);
        for (var round = 0; round < Rounds; round++)
        {
            var copied = Plain(round);
            plain.Add(await Timed(() => database.Execute(copied)));
            var id = await invitees.Send(to, now);
            resolved.Add(await Timed(() => Begin(new BroadcastStore(store), id, to, now)));
        }

        return (Middle(resolved), Middle(plain));
    }

    // Half of them two months ago, a fifth ten days ago: looked up, and held against nobody.
    Task EarlierInvitations() => database.Execute("""
        update youth set asked_at = now() - case when id % 5 = 0 then interval '10 days' else interval '60 days' end, asked_events = ' 0 ' where id % 2 = 0 or id % 5 = 0;
        insert into recipient (broadcast_id, youth_id, session_id, state, asked_at) select 0, y.id, 0, 'Asked', y.asked_at from youth y where y.asked_at is not null;
        """);

    string Plain(int round) => $"""
        insert into bare_recipient (broadcast_id, youth_id, session_id, state)
        select {round}, y.id, 1, 'Queued'
          from youth y
         order by y.id
         limit {invited}
        """;

    async Task Begin(BroadcastStore store, BroadcastId id, SessionId to, Instant now)
    {
        var queued = await store.Begin(id, new AudienceQuery(Invitees.Plan(to).Audience, to, MinorsWelcome: true, InvitationRules.UsuallyAMonth, now), CancellationToken.None);
        if (queued != invited) throw new InvalidOperationException($"{queued} were queued, not {invited}.");
    }

    static async Task<TimeSpan> Timed(Func<Task> deed)
    {
        var began = Stopwatch.GetTimestamp();
        await deed();
        return Stopwatch.GetElapsedTime(began);
    }

    static TimeSpan Middle(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);
}
