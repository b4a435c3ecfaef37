using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Staffing;
using NodaTime;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace MdtChatBot.Bot.Demo;

/// <summary><c>content/demo/programme.yaml</c> as it is written; ids refer to each other by name.</summary>
public sealed record DemoFile
{
    public IReadOnlyList<DemoSite> Sites { get; init; } = [];

    public IReadOnlyList<DemoProject> Projects { get; init; } = [];

    public IReadOnlyList<DemoPlace> Places { get; init; } = [];

    /// <summary>What to bring, by name.</summary>
    public IReadOnlyDictionary<string, LocalText> Bring { get; init; } = new Dictionary<string, LocalText>();

    /// <summary>How a group goes together, by name.</summary>
    public IReadOnlyDictionary<string, LocalText> GoTogether { get; init; } = new Dictionary<string, LocalText>();

    public IReadOnlyList<DemoSeries> Series { get; init; } = [];

    public IReadOnlyList<DemoEvent> Events { get; init; } = [];

    public IReadOnlyList<DemoMember> Staff { get; init; } = [];

    /// <exception cref="FormatException">Not valid YAML, or a field is not known; the message says where.</exception>
    public static DemoFile Parse(string yaml)
    {
        var reader = new DeserializerBuilder()
            .WithNamingConvention(CamelCaseNamingConvention.Instance)
            .WithTypeMapping<IReadOnlyList<DemoSite>, List<DemoSite>>()
            .WithTypeMapping<IReadOnlyList<DemoCode>, List<DemoCode>>()
            .WithTypeMapping<IReadOnlyList<DemoProject>, List<DemoProject>>()
            .WithTypeMapping<IReadOnlyList<DemoPlace>, List<DemoPlace>>()
            .WithTypeMapping<IReadOnlyList<DemoSeries>, List<DemoSeries>>()
            .WithTypeMapping<IReadOnlyList<DemoEvent>, List<DemoEvent>>()
            .WithTypeMapping<IReadOnlyList<DemoMember>, List<DemoMember>>()
            .WithTypeMapping<IReadOnlyList<Interest>, List<Interest>>()
            .WithTypeMapping<IReadOnlyList<string>, List<string>>()
            .WithTypeMapping<IReadOnlyList<double>, List<double>>()
            .WithTypeMapping<IReadOnlyList<int>, List<int>>()
            .WithTypeMapping<IReadOnlyDictionary<string, LocalText>, Dictionary<string, LocalText>>()
            .WithTypeMapping<IReadOnlyDictionary<IsoDayOfWeek, string>, Dictionary<IsoDayOfWeek, string>>()
            .Build();
        try
        {
            return reader.Deserialize<DemoFile>(yaml);
        }
        catch (YamlException e)
        {
            throw new FormatException($"content/demo/programme.yaml, line {e.Start.Line}: {e.InnerException?.Message ?? e.Message}", e);
        }
    }
}

/// <summary>A site; it has a balie where hours are written.</summary>
public sealed record DemoSite
{
    public string Id { get; init; } = "";

    public string Name { get; init; } = "";

    public IReadOnlyList<string> AlsoCalled { get; init; } = [];

    public string Organisation { get; init; } = "";

    public IReadOnlyList<double> Position { get; init; } = [];

    public string Coach { get; init; } = "";

    /// <summary>Without a balie: who of the staff stands in, by name.</summary>
    public string FallbackOwner { get; init; } = "";

    /// <summary>When the balie is open, by day, as <c>13:00-16:00</c>.</summary>
    public IReadOnlyDictionary<IsoDayOfWeek, string> Opening { get; init; } = new Dictionary<IsoDayOfWeek, string>();

    public LocalText Travel { get; init; } = [];

    public IReadOnlyList<DemoCode> Codes { get; init; } = [];
}

/// <summary>A poster's code; with a language where the poster is in one.</summary>
public sealed record DemoCode
{
    public string Code { get; init; } = "";

    public string? Language { get; init; }
}

/// <summary>A project.</summary>
public sealed record DemoProject
{
    public string Id { get; init; } = "";

    public string Organisation { get; init; } = "";

    public IReadOnlyList<Interest> Interests { get; init; } = [];

    public LocalText Title { get; init; } = [];

    public LocalText Description { get; init; } = [];
}

/// <summary>Where sessions are.</summary>
public sealed record DemoPlace
{
    public string Id { get; init; } = "";

    public string Site { get; init; } = "";

    public string Name { get; init; } = "";

    public string Address { get; init; } = "";

    public IReadOnlyList<double> Position { get; init; } = [];

    public string Contact { get; init; } = "";

    public string Phone { get; init; } = "";

    public LocalText Route { get; init; } = [];
}

/// <summary>Sessions of one project at one place on one weekday, in the named weeks from the day of loading.</summary>
public sealed record DemoSeries : DemoSessions
{
    public string Project { get; init; } = "";
}

/// <summary>The same for events of a kind.</summary>
public sealed record DemoEvent : DemoSessions
{
    public EventKind Kind { get; init; }

    /// <inheritdoc cref="Event.GuestsAllowed"/>
    public int Guests { get; init; }

    /// <inheritdoc cref="Event.TravelHelp"/>
    public bool TravelHelp { get; init; }
}

/// <summary>At one place on one weekday, in the named weeks from the day of loading.</summary>
public abstract record DemoSessions
{
    public string Place { get; init; } = "";

    public IsoDayOfWeek Weekday { get; init; }

    /// <summary>Site time, <c>HH:mm</c>.</summary>
    public string From { get; init; } = "";

    public int Minutes { get; init; }

    public int Seats { get; init; }

    public IReadOnlyList<int> Weeks { get; init; } = [];

    /// <summary>What is spoken there besides Dutch, as codes.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>A name in <see cref="DemoFile.Bring"/>.</summary>
    public string Bring { get; init; } = "";

    /// <summary>A name in <see cref="DemoFile.GoTogether"/>; null where no group goes.</summary>
    public string? GoTogether { get; init; }
}

/// <summary>A member of staff; of their sites, the first is the one where they are asked first.</summary>
public sealed record DemoMember
{
    public string Name { get; init; } = "";

    public string Email { get; init; } = "";

    public StaffRole Role { get; init; }

    public IReadOnlyList<string> Sites { get; init; } = [];

    public IReadOnlyList<string> Speaks { get; init; } = [];
}
