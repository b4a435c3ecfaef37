using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Understanding;
using NodaTime;
using NodaTime.Text;

namespace MdtChatBot.Storage.Turns;

/// <summary>What the decisions of a batch did not understand: the same words in a language are one row that counts up.</summary>
sealed class MisunderstoodWrites
{
    // In one order everywhere, so that two nodes that write at once never wait in a circle.
    static readonly Statement<Row> Keep = new(
        new Rows<Row>()
            .Text("language", r => r.Language)
            .Text("normal", r => r.Normal)
            .Text("words", r => r.Words)
            .Text("site", r => r.Site)
            .Number("count", r => r.Count)
            .Text("best", r => IntentName.Of(r.Guess.Intent))
            .Number("best_percent", r => Percent(r.Guess.Confidence))
            .Text("second", r => r.Guess.Other is { } other ? IntentName.Of(other) : "")
            .Number("second_percent", r => Percent(r.Guess.OtherConfidence)),
        """
        insert into misunderstood (language, normal, words, site, day, count, best, best_percent, second, second_percent, label)
        select r.language, r.normal, r.words, r.site, @day, r.count, r.best, r.best_percent, r.second, r.second_percent, ''
          from {rows} where true
         order by r.language, r.normal
            on conflict (language, normal) do update
           set count          = misunderstood.count + excluded.count,
               day            = excluded.day,
               site           = case when misunderstood.site = excluded.site then excluded.site else '*' end,
               best           = excluded.best,
               best_percent   = excluded.best_percent,
               second         = excluded.second,
               second_percent = excluded.second_percent
        """);

    readonly Dictionary<(string Language, string Normal), Row> _rows = [];

    public void Add(Effect.KeepMisunderstood one)
    {
        var key = (one.Language.Code, Heard.Of(one.Words).Normal);
        var site = one.Site?.Value ?? "";
        _rows[key] = _rows.TryGetValue(key, out var known)
            ? known with { Count = known.Count + 1, Site = known.Site == site ? site : MisunderstoodStore.ManySites }
            : new Row(key.Code, key.Normal, one.Words, site, one.Guess, 1);
    }

    public IEnumerable<Call> Calls(Instant now) => _rows.Count == 0 ? [] : [Keep.With([.. _rows.Values], ("day", LocalDatePattern.Iso.Format(now.InUtc().Date)))];

    static long Percent(double likely) => (long)Math.Round(likely * 100);

    sealed record Row(string Language, string Normal, string Words, string Site, Understood Guess, long Count);
}
