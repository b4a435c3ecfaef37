using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;

namespace MdtChatBot.Workflow.Journey;

/// <summary>The menu: two pages of ten, since a WhatsApp list has no more.</summary>
static class TheMenu
{
    static readonly IReadOnlyList<Choice> First = Rows("trial", "about", "activities", "benefits", "time", "travel", "asylum", "more", "appointment", "person");

    static readonly IReadOnlyList<Choice> Second = Rows("languageLevel", "certificate", "who", "moving", "tired", "safety", "money", "stories", "data", "settings");

    static readonly IReadOnlyList<Choice> Settings =
    [
        Choices.Pause,
        Choices.Stop,
        Choices.Of("go:invitations", "commands.invitations"),
        Choices.Of("go:data", "menu.items.data.title"),
        Choices.Menu,
    ];

    public static void Show(Scene scene) => scene.Ask(new Step.InMenu(), "menu.body", First);

    public static void ShowMore(Scene scene) => scene.Ask(new Step.InMenu(), "menu.more", Second);

    public static void ShowSettings(Scene scene) => scene.Ask(new Step.InMenu(), "menu.settings", [Choices.OtherLanguage, .. Dutch(scene), .. Settings]);

    static IEnumerable<Choice> Dutch(Scene scene) =>
        scene.Language == Language.Dutch ? [] : [scene.Conversation.DutchBelow ? Choices.Of("go:withoutDutch", "commands.withoutDutch") : Choices.Of("go:withDutch", "commands.withDutch")];

    static List<Choice> Rows(params string[] items) => items.Select(Choices.Row).ToList();
}
