using MdtChatBot.Bot.Staff.Referring;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Numbers;
using MdtChatBot.Workflow.Programme;
using NodaTime;
using Period = MdtChatBot.Workflow.Numbers.Period;

namespace MdtChatBot.Bot.Staff.Numbers;

/// <summary>From counts to what may be told of them, in words of who looks.</summary>
public sealed class NumbersQuery(FigureStore figures, TroubleStore troubles, ProgrammeStore programme, MySites sites, StaffWords words, StaffUser who, IClock clock)
{
    const int MostWishes = 50;

    static readonly IReadOnlyList<CountedStep> Steps =
        [CountedStep.Reached, CountedStep.Talked, CountedStep.Interested, CountedStep.Booked, CountedStep.Confirmed, CountedStep.Attended, CountedStep.Started];

    public Month ThisMonth => Month.Of(clock.GetCurrentInstant());

    /// <summary>What was asked, as far as there is such a thing and who looks may see it.</summary>
    public async Task<NumbersAsked> Ask(string? period, string? site, string? language, string? source, string? by, CancellationToken stop)
    {
        var mine = await sites.All(stop);
        var asked = Period.Offered(ThisMonth).FirstOrDefault(p => p.Name == period) ?? Period.Of(ThisMonth);
        var one = mine.FirstOrDefault(s => s.Id.Value == site);
        var filter = new FigureFilter
        {
            From = asked.From,
            To = asked.To,
            Sites = one is not null ? [one.Id] : who.Me.WorksEverywhere ? null : [.. mine.Select(s => s.Id)],
            Language = language is { Length: > 0 } ? new Language(language) : null,
            Source = Enum.TryParse<EntrySource>(source, out var known) && Enum.IsDefined(known) ? known : null,
        };
        return new NumbersAsked(asked, filter, Enum.TryParse<FigureBy>(by, out var broken) && broken is not FigureBy.Nothing && Enum.IsDefined(broken) ? broken : FigureBy.Site);
    }

    public async Task<NumbersView> Read(NumbersAsked asked, CancellationToken stop)
    {
        var offer = await programme.Current(clock.GetCurrentInstant(), stop);
        var all = await figures.Read(asked.Filter, FigureBy.Nothing, stop);
        var broken = await figures.Read(asked.Filter, asked.By, stop);
        var bySite = asked.By is FigureBy.Site ? broken : await figures.Read(asked.Filter, FigureBy.Site, stop);
        var shown = asked.Filter.Sites ?? [.. offer.Sites.Select(s => s.Id)];
        var demand = Demand.At(shown, Liked(bySite), offer, clock.GetCurrentInstant());
        var wishes = await troubles.CommonWishes(shown, MostWishes, stop);
        string NameOf(SiteId id) => offer.Site(id)?.Name ?? id.Value;
        return new NumbersView
        {
            Funnel = [.. Steps.Select(s => Told("funnel", "", s, all))],
            Broken = [.. Groups(broken).SelectMany(of => Steps.Select(s => Told("broken", Named(of, asked.By, offer), s, [.. broken.Where(f => f.Of == of)])))],
            NoShows = [.. NoShows(all)],
            Demand = [.. demand.SelectMany(d => new[]
            {
                new ToldFigure("demand", NameOf(d.Site), $"{InterestOf(d.Interest)}: {words["numbers.liked"]}", SmallCounts.Told(d.Liked)),
                // Seats are no people: the exact number harms nobody.
                new ToldFigure("demand", NameOf(d.Site), $"{InterestOf(d.Interest)}: {words["numbers.seats"]}", d.Seats),
            })],
            WhiteSpots = demand.Where(d => d.IsWhiteSpot).Select(d => (NameOf(d.Site), InterestOf(d.Interest))).ToHashSet(),
            Wishes = [.. wishes.Select(w => new ToldFigure("wishes", NameOf(w.Site), w.Words, SmallCounts.Told(w.Count)))],
        };
    }

    IEnumerable<ToldFigure> NoShows(IReadOnlyList<Figure> all)
    {
        var (came, missed) = (Sum(all, CountedStep.Came), Sum(all, CountedStep.Missed));
        yield return new ToldFigure("noShows", "", words["numbers.steps.Came"], SmallCounts.Told(came), SmallCounts.Share(came, came + missed));
        yield return new ToldFigure("noShows", "", words["numbers.steps.Missed"], SmallCounts.Told(missed), SmallCounts.Share(missed, came + missed));
        foreach (var reason in all.Where(f => f.Step is CountedStep.MissedReason).OrderByDescending(f => f.Count))
            yield return new ToldFigure("noShows", words["numbers.because"], words[KnownReason(reason.Detail)], SmallCounts.Told(reason.Count));
    }

    ToldFigure Told(string table, string of, CountedStep step, IReadOnlyList<Figure> figures)
    {
        var count = Sum(figures, step);
        return new ToldFigure(table, of, words["numbers.steps." + step], SmallCounts.Told(count), SmallCounts.Share(count, Sum(figures, CountedStep.Reached)));
    }

    string KnownReason(string detail) => words.Has("numbers.causes." + detail) ? "numbers.causes." + detail : "numbers.causes.other";

    string InterestOf(Interest interest) => words["numbers.interests." + interest];

    string Named(string of, FigureBy by, Offer offer) => by switch
    {
        FigureBy.Site => of.Length == 0 ? words["numbers.unknownSite"] : offer.Site(new SiteId(of))?.Name ?? of,
        FigureBy.Language => words["languages." + (of.Length == 0 ? "none" : of)],
        _ => words["numbers.sources." + of],
    };

    static int Sum(IReadOnlyList<Figure> figures, CountedStep step) => figures.Where(f => f.Step == step).Sum(f => f.Count);

    static IEnumerable<string> Groups(IReadOnlyList<Figure> figures) =>
        figures.GroupBy(f => f.Of).OrderByDescending(g => g.Where(f => f.Step is CountedStep.Reached).Sum(f => f.Count)).Select(g => g.Key);

    static Dictionary<(SiteId Site, Interest Interest), int> Liked(IReadOnlyList<Figure> bySite)
    {
        var liked =
            from figure in bySite
            where figure.Step is CountedStep.Liked
            let interest = Enum.TryParse<Interest>(figure.Detail, out var known) ? known : (Interest?)null
            where interest is not null
            group figure.Count by (new SiteId(figure.Of), interest.Value);
        return liked.ToDictionary(g => g.Key, g => g.Sum());
    }
}
