using MdtChatBot.Workflow.Content;

namespace MdtChatBot.Workflow.Programme;

/// <summary>What makes a session an event: people come to hear or to celebrate, not to try a project.</summary>
public sealed record Event(EventKind Kind)
{
    /// <summary>No family is larger on a list of ten rows.</summary>
    public const int MostGuests = 8;

    /// <summary>What staff call it; where they wrote nothing the name of its kind is said.</summary>
    public LocalText Title { get; init; } = [];

    /// <summary>How many each may bring.</summary>
    public int GuestsAllowed { get; init; }

    /// <summary>Travel is paid or arranged.</summary>
    public bool TravelHelp { get; init; }

    /// <summary>Whoever is under 18 is welcome too.</summary>
    public bool MinorsWelcome { get; init; } = true;
}

/// <summary>Stored by name; the words are <c>events.kinds.*</c>.</summary>
public enum EventKind
{
    KickOff,

    /// <summary>The same every week, as a rule.</summary>
    Information,
    OpenDay,
    Closing,
}

/// <summary>What the bot calls an event that has no name of its own.</summary>
public static class EventKinds
{
    public static Text Name(EventKind kind) => new(kind switch
    {
        EventKind.KickOff => "events.kinds.kickOff",
        EventKind.Information => "events.kinds.information",
        EventKind.OpenDay => "events.kinds.openDay",
        _ => "events.kinds.closing",
    });
}
