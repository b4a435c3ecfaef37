using MdtChatBot.Storage.Inviting;
using MdtChatBot.Storage.Receiving;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Storage.Staffing;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Invitations;
using NodaTime;

namespace MdtChatBot.Storage;

/// <summary>
/// Hands the recipients of running rounds to the turns, a few at a time: as an input of the youth, in the same transaction that notes it. What is
/// held anywhere at a time is so much and no more, however many are invited.
/// </summary>
public sealed class BroadcastFeed(Database database)
{
    /// <summary>How soon a round is looked at again whose last recipients are being decided.</summary>
    static readonly Duration Soon = Duration.FromSeconds(1);

    /// <summary>Hands over as many as may be on their way, of one round. Returns how many; null where no round has anything to do.</summary>
    /// <param name="most">How many invitations may be on their way at a time, on all nodes.</param>
    public async Task<int?> Next(int most, Instant now, CancellationToken stop)
    {
        var (isAny, room) = (false, most);
        // A look that locks nothing: an idle node must not write, and a round that waits for the sender is not touched.
        await database.Read(
            [RecipientSql.IsAnyRunning.With(row => isAny = row.Flag(0), ("now", now)), RecipientSql.OnTheWay.With(row => room -= (int)row.Number(0), ("max", most))], stop);
        if (!isAny) return null;
        if (room <= 0) return 0;
        await using var transaction = await database.Begin(stop);
        if (await Lock(transaction, now, stop) is not { } round) return null;
        var chosen = new List<YouthId>();
        await transaction.Run(
            RecipientSql.HandOver.With(row => chosen.Add(new YouthId(row.Number(0))), ("id", round.Id.Value), ("after", round.FedTo), ("now", now), ("max", room)), stop);
        if (chosen.Count < room) await End(transaction, round, chosen, now, stop);
        else await transaction.Commit([.. await Inputs(transaction, round, chosen, now, stop), Fed(round, chosen.Max(y => y.Value), now)], stop);
        return chosen.Count;
    }

    /// <summary>How a round stands, counted from its recipients; kept with it. </summary>
    public async Task<Tally> Tally(BroadcastId id, Instant now, CancellationToken stop)
    {
        var count = new TallyCount();
        await database.Read([RecipientSql.Tally.With(row => count.Add(row.Text(0), row.Text(1), row.Text(2), row.Text(3), (int)row.Number(4), (int)row.Number(5)), ("id", id.Value))], stop);
        var tally = count.Tally;
        var keep = BroadcastSql.Keep.With(("id", id.Value), ("tally", BroadcastSql.Write(tally)), ("now", now));
        await using var transaction = await database.Begin(stop);
        await transaction.Run(keep, stop);
        await transaction.Commit([keep.Changed == 1 ? TopicSql.Changed(LiveTopics.Invitations) : BroadcastSql.KeepMoment.With(("id", id.Value), ("now", now))], stop);
        return tally;
    }

    /// <summary>Rounds of which the figures may have changed: those that run, and others that ended after <paramref name="since"/> and were not counted for a while.</summary>
    public async Task<IReadOnlyList<Broadcast>> ToTally(Instant since, Instant countedBefore, CancellationToken stop) =>
        await database.List(BroadcastSql.ToTally, BroadcastSql.Read, stop, ("begins", since), ("before", countedBefore));

    /// <summary>All have been walked over: what is put off waits for its time, and with nothing left the round is done.</summary>
    static async Task End(Transaction transaction, Round round, List<YouthId> chosen, Instant now, CancellationToken stop)
    {
        (long Queued, Instant? First, long Deciding) left = default;
        await transaction.Run(RecipientSql.Left.With(row => left = (row.NumberOrNull(0) ?? 0, row.TimeOrNull(1), row.NumberOrNull(2) ?? 0), ("id", round.Id.Value), ("now", now)), stop);
        if (left is (0, _, 0))
        {
            await transaction.Commit([BroadcastSql.MoveTo(round.Id, BroadcastState.Done, BroadcastAct.Finish, by: null, now), TopicSql.Changed(LiveTopics.Invitations)], stop);
            return;
        }

        var next = left.Deciding > 0 || left.First is not { } first ? now + Soon : Instant.Max(first, now);
        await transaction.Commit(
            [
                .. await Inputs(transaction, round, chosen, now, stop),
                // Those handed over just now are in the queue with this commit.
                .. chosen.Count == 0 && left.Queued == 0 ? [RecipientSql.GiveUp.With(("id", round.Id.Value))] : Array.Empty<Call>(),
                Fed(round, 0, next),
            ],
            stop);
    }

    static Call Fed(Round round, long to, Instant next) => RecipientSql.Fed.With(("id", round.Id.Value), ("fed", to), ("due", next));

    static async Task<IReadOnlyList<Call>> Inputs(Transaction transaction, Round round, List<YouthId> chosen, Instant now, CancellationToken stop)
    {
        if (chosen.Count == 0) return [];
        var there = new List<(YouthId Youth, Language? Language)>(chosen.Count);
        await transaction.Run(
            RecipientSql.Languages.With(chosen, row => there.Add((new YouthId(row.Number(0)), row.TextOrNull(1) is { } code ? new Language(code) : null))), stop);
        var gone = chosen.Except(there.Select(t => t.Youth)).ToList();
        return
        [
            .. gone.Count > 0 ? [RecipientSql.Forget.With(gone, ("id", round.Id.Value))] : Array.Empty<Call>(),
            .. InboxSql.Queue([.. there.Select(t => new InboxRow(t.Youth.Value, now, null, null, round.For(t.Language)))]),
        ];
    }

    static async Task<Round?> Lock(Transaction transaction, Instant now, CancellationToken stop)
    {
        Round? round = null;
        await transaction.Run(
            RecipientSql.LockNext.With(
                row => round = new Round(new BroadcastId(row.Number(0)), new SessionId(row.Number(1)), StorageJson.ReadWords(row.Text(2)), row.Number(3)), ("now", now)),
            stop);
        return round;
    }

    sealed record Round(BroadcastId Id, SessionId Event, LocalText Sentences, long FedTo)
    {
        public Inbound.Invited For(Language? language) =>
            language is { } own && Sentences.TryGetValue(own.Code, out var sentence) ? new Inbound.Invited(Id, Event, sentence, own) : new Inbound.Invited(Id, Event);
    }
}
