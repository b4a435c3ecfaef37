using MdtChatBot.Storage;
using MdtChatBot.Workflow.Numbers;

namespace MdtChatBot.Bot.Staff.Numbers;

/// <summary>One number of the page and of the export, as it may be told.</summary>
/// <param name="Table">Key of the table's words, as <c>numbers.tables.*</c>.</param>
/// <param name="Of">What the row is about, in words: a site, a language, a cause.</param>
/// <param name="What">What is counted, in words.</param>
/// <param name="Told">Null: too few to tell.</param>
/// <param name="Share">In percents, where one makes sense.</param>
public sealed record ToldFigure(string Table, string Of, string What, int? Told, int? Share = null);

/// <summary>The tables of the page. Nothing in here is an exact count of people.</summary>
public sealed record NumbersView
{
    /// <summary>Each step with its share of those reached.</summary>
    public required IReadOnlyList<ToldFigure> Funnel { get; init; }

    /// <summary>The same for each site, language or source.</summary>
    public required IReadOnlyList<ToldFigure> Broken { get; init; }

    public required IReadOnlyList<ToldFigure> NoShows { get; init; }

    public required IReadOnlyList<ToldFigure> Demand { get; init; }

    /// <summary>Sites and interests that enough youth would like, and nothing is on offer.</summary>
    public required IReadOnlySet<(string Site, string Interest)> WhiteSpots { get; init; }

    public required IReadOnlyList<ToldFigure> Wishes { get; init; }

    public IEnumerable<ToldFigure> All => [.. Funnel, .. Broken, .. NoShows, .. Demand, .. Wishes];
}

/// <summary>What the page was asked for.</summary>
public sealed record NumbersAsked(Period Period, FigureFilter Filter, FigureBy By);
