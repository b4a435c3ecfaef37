using MdtChatBot.Workflow.Referrals;

namespace MdtChatBot.Workflow.Numbers;

/// <summary>How a youth came to the bot first, for the figures. Stored by name.</summary>
public enum EntrySource
{
    /// <summary>Without a code.</summary>
    Direct,

    /// <summary>The QR code of a flyer or poster.</summary>
    Flyer,

    /// <summary>A worker gave the code.</summary>
    Balie,

    Friend,

    Event,
}

/// <summary>From code to source.</summary>
public static class EntrySources
{
    public static EntrySource Of(EntryCodeKind kind) => kind switch
    {
        EntryCodeKind.Worker => EntrySource.Balie,
        EntryCodeKind.Ambassador or EntryCodeKind.Friend => EntrySource.Friend,
        EntryCodeKind.Event => EntrySource.Event,
        _ => EntrySource.Flyer,
    };
}
