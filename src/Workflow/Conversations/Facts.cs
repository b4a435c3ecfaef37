using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Handoffs;
using MdtChatBot.Workflow.Invitations;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Referrals;
using NodaTime;

namespace MdtChatBot.Workflow.Conversations;

/// <summary>All that a turn may know besides the conversation: loaded for this turn, never looked up during it.</summary>
public sealed record Facts
{
    static readonly Dictionary<SpokenText, string> NoClips = [];

    public required Instant Now { get; init; }

    public required Offer Offer { get; init; }

    /// <summary>All bookings of this youth, also past and cancelled ones, oldest first.</summary>
    public IReadOnlyList<Booking> Bookings { get; init; } = [];

    /// <summary>The open handoff, if any.</summary>
    public Handoff? Handoff { get; init; }

    /// <summary>Who could take a handoff; null until a turn asks: it is then decided again with it, so that all others cost nothing.</summary>
    public HandoffDesk? Desk { get; init; }

    /// <summary>The entry code that the message carried, if it exists.</summary>
    public EntryCode? Code { get; init; }

    /// <summary>A fresh unguessable code (no prefix) in case the turn wants to give one to a friend.</summary>
    public required string NewCode { get; init; }

    /// <summary>Invitations that a youth gets in a month at most.</summary>
    public int InvitationsAMonth { get; init; } = InvitationRules.UsuallyAMonth;

    /// <summary>Where links of this service start, for example <c>https://mdt.example.org</c>, without a slash at the end.</summary>
    public required string PublicUrl { get; init; }

    /// <summary>The bot's WhatsApp number in digits, for <c>wa.me</c> links; empty where only the web chat runs.</summary>
    public string WhatsAppNumber { get; init; } = "";

    /// <summary>The youth is on a channel where free words go through only for a day after they wrote (WhatsApp).</summary>
    public bool HasWindow { get; init; }

    /// <summary>What somebody spoke, with the address of the sound.</summary>
    public IReadOnlyDictionary<SpokenText, string> Clips { get; init; } = NoClips;

    /// <summary>A computer writes down what is said in voice notes.</summary>
    public bool Listens { get; init; }

    /// <summary>What is not understood is kept for staff, without the youth.</summary>
    public bool KeepsMisunderstood { get; init; }

    /// <summary>A message to them is on its way, or waits for the window to open: it leaves as soon as they write.</summary>
    public bool HasWaiting { get; init; }
}
