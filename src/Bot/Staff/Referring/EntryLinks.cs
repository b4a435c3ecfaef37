using MdtChatBot.Storage;
using MdtChatBot.Workflow.Referrals;

namespace MdtChatBot.Bot.Staff.Referring;

/// <summary>From a code to the link and the picture that begin a chat.</summary>
public sealed class EntryLinks(FactSettings settings)
{
    public string Link(string code) => EntryCode.LinkOf(code, settings.WhatsAppNumber, settings.PublicUrl);

    /// <summary>For paper: sharp at any size.</summary>
    public string Svg(string code) => QrCode.Svg(Link(code), Link(code));

    /// <summary>For a message: large enough to be printed small.</summary>
    public byte[] Png(string code) => QrCode.Png(Link(code));
}
