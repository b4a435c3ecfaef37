namespace MdtChatBot.Workflow.Invitations;

/// <summary>How the recipients of a round stand. Each is in one of the numbers, save that who answered is also counted apart.</summary>
public sealed record Tally
{
    /// <summary>Not yet said.</summary>
    public int Queued { get; init; }

    /// <summary>Said, and on its way to the provider.</summary>
    public int OnTheWay { get; init; }

    /// <summary>Waits for an approved template, or for the youth to write.</summary>
    public int Waiting { get; init; }

    /// <summary>The provider has it.</summary>
    public int Sent { get; init; }

    public int Delivered { get; init; }

    public int Read { get; init; }

    /// <summary>Will not arrive, by the provider's code.</summary>
    public IReadOnlyDictionary<string, int> Failed { get; init; } = new Dictionary<string, int>();

    /// <summary>Of those on their way, refused for now, by code.</summary>
    public IReadOnlyDictionary<string, int> Retrying { get; init; } = new Dictionary<string, int>();

    /// <summary>Something stood against it when it was their turn, by reason.</summary>
    public IReadOnlyDictionary<string, int> LeftOut { get; init; } = new Dictionary<string, int>();

    public int Cancelled { get; init; }

    public int Answered { get; init; }

    public int AllFailed => Failed.Values.Sum();

    /// <summary>The provider said something about these.</summary>
    public int Tried => Sent + Delivered + Read + AllFailed;

    public int All => Queued + OnTheWay + Waiting + Tried + LeftOut.Values.Sum() + Cancelled;
}
