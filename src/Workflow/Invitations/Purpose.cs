namespace MdtChatBot.Workflow.Invitations;

/// <summary>What a youth gives leave for; each is asked, kept and ended apart. Stored by name.</summary>
public enum Purpose
{
    Appointments,
    Invitations,
}

/// <summary>How an answer about consent came. Stored by name.</summary>
public enum ConsentWay
{
    /// <summary>Answered the question in the chat.</summary>
    Chat,

    /// <summary>Wrote it unasked (“no invitations”).</summary>
    Words,

    /// <summary>STOP, in whatever words: it ends all.</summary>
    Stop,

    /// <summary>WhatsApp or Twilio told us that the youth opted out there.</summary>
    Provider,
}

/// <summary>Which wording a youth said yes or no to.</summary>
public static class ConsentWording
{
    /// <summary>Raised whenever the words of a question for consent change in any language; a test holds the words against it.</summary>
    public const string Version = "2026-11-27";

    /// <summary>As it is stored: the version, and the language it was read in.</summary>
    public static string Read(Language language) => $"{Version} {language.Code}";
}
