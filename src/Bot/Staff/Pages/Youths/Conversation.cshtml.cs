using MdtChatBot.Bot.Channels;
using MdtChatBot.Bot.Voice;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Staffing;
using MdtChatBot.Workflow.Templates;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace MdtChatBot.Bot.Staff.Pages.Youths;

/// <summary>One conversation: read in Dutch, taken, answered. Each opening is in the audit trail.</summary>
[StaffOnly(StaffRole.Coach, StaffRole.Coordinator)]
public sealed class ConversationModel(YouthFiles files, DutchLines lines, Catalogue catalogue, IEnumerable<IChannel> channels) : YouthPage
{
    const int LongestMessage = 1600;
    const int LongestNote = 2000;

    [BindProperty]
    public string Words { get; set; } = "";

    [BindProperty]
    public string Note { get; set; } = "";

    /// <summary>In the language that the youth read.</summary>
    [BindProperty(SupportsGet = true, Name = "seen")]
    public bool Seen { get; set; }

    /// <summary>Lines older than this one.</summary>
    [BindProperty(SupportsGet = true, Name = "before")]
    public long? Before { get; set; }

    public YouthFile Opened { get; private set; } = null!;

    public IReadOnlyList<ShownTurn> Lines { get; private set; } = [];

    /// <summary>Shown only after it was asked for.</summary>
    public string? Number { get; private set; }

    public string Stage => L["youth.stages." + Staff.Stage.Of(Conversation, Opened.Seats, Now)];

    public FileSeat? Next => Opened.Seats.Where(s => s.IsOpen && s.Ends > Now).MinBy(s => s.Starts);

    public IEnumerable<string> Interests => Conversation.Interests.Select(i => Dutch("intake.interests." + char.ToLowerInvariant(i.ToString()[0]) + i.ToString()[1..]));

    public IEnumerable<string> Asked => Opened.Asked.Where(a => catalogue.Keys.Contains($"menu.items.{a}.title")).Select(a => Dutch($"menu.items.{a}.title"));

    public bool IsRightToLeft(Workflow.Language? language) => language is { } known && lines.IsRightToLeft(known);

    /// <summary>How long free words still go through; null where there is no such limit, zero where it is over.</summary>
    public Duration? WindowLeft
    {
        get
        {
            if (channels.FirstOrDefault(c => c.Name == Card.Channel) is not { HasWindow: true }) return null;
            var left = (Card.LastHeard ?? Instant.MinValue + ServiceWindow.Length) + ServiceWindow.Length - ServiceWindow.Margin - Now;
            return left > Duration.Zero ? left : Duration.Zero;
        }
    }

    /// <summary>What a coach writes now is announced to the youth by a template; otherwise it waits until they write.</summary>
    public bool IsAnnounced => channels.FirstOrDefault(c => c.Name == Card.Channel)?.WayOf(
        new OutboxMessage
        {
            Id = 0,
            Youth = Youth,
            Channel = Card.Channel,
            Address = Card.Address,
            Lane = Lane.Reply,
            Written = Written.WithCoach(new Written("", []), Me.Name),
            TemplateKey = "",
            Language = (Conversation.Language ?? Workflow.Language.English).Code,
            Attempts = 0,
        },
        isOpen: false) is Way.StandIn;

    public async Task<IActionResult> OnGet()
    {
        if (!await Find()) return NotHere();
        // What a page fetches by itself while it is open was opened already.
        if (!Live.LiveRequest.IsOne(Request)) await Audit("youth.opened", Youth, Conversation.Site);
        return await Shown();
    }

    /// <summary>What the youth said in a voice note, while it may be kept.</summary>
    public async Task<IActionResult> OnGetVoice(long line)
    {
        if (!await Find()) return NotHere();
        await Audit("youth.listened", Youth, Conversation.Site);
        return await Get<VoiceNotes>().Play(Youth, line, Stop);
    }

    /// <summary>A form says what it is for.</summary>
    public IActionResult OnPost() => NotHere();

    public async Task<IActionResult> OnPostTake()
    {
        if (!await Find()) return NotHere();
        if (!IsAsSeen()) return await Shown();
        await Happens(new Inbound.HandoffTaken(Me.Name, Me.Id, Version), "handoffs.taken");
        return ToConversation();
    }

    public async Task<IActionResult> OnPostSay()
    {
        if (!await Find()) return NotHere();
        Words = Checked(Words, nameof(Words), LongestMessage);
        Demand(!Conversation.Stopped, nameof(Words), "handoffs.faults.stopped");
        if (!IsAsSeen() || !ModelState.IsValid) return await Shown();
        await Happens(new Inbound.CoachWrote(Me.Name, Words, Me.Id), "handoffs.answered");
        return ToConversation();
    }

    public async Task<IActionResult> OnPostNote()
    {
        if (!await Find()) return NotHere();
        Note = Checked(Note, nameof(Note), LongestNote);
        if (!ModelState.IsValid) return await Shown();
        await files.AddNote(Youth, Me.Id, Note, Now, Stop);
        await Audit("youth.noted", Youth, Conversation.Site);
        return ToConversation();
    }

    /// <summary>Shows where the youth can be called.</summary>
    public async Task<IActionResult> OnPostNumber()
    {
        if (!await Find()) return NotHere();
        await Audit("youth.number", Youth, Conversation.Site);
        Number = PhoneNumbers.Shown(Card);
        return await Shown();
    }

    string Checked(string typed, string field, int longest)
    {
        var words = typed.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
        Demand(words.Length > 0, field, "handoffs.faults.empty");
        Demand(words.Length <= longest, field, "handoffs.faults.long", ("max", Arg.Of(longest)), ("length", Arg.Of(words.Length)));
        return words;
    }

    async Task<IActionResult> Shown()
    {
        if (await files.Open(Youth, Before ?? long.MaxValue, Now, Stop) is not { } file) return NotHere();
        Opened = file;
        Lines = lines.Show(file.Lines, Seen, Conversation.Site);
        return Page();
    }

    string Dutch(string key) => catalogue.Write(key, Workflow.Language.Dutch);
}
