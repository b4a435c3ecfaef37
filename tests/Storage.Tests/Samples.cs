using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Programme;
using NodaTime;

namespace MdtChatBot.Storage.Tests;

/// <summary>A small programme and small decisions.</summary>
static class Samples
{
    /// <summary>Cooking with ten seats in two days, sport with two in three.</summary>
    public static Offer Offer(Instant now) => new(
        [Site("deventer", "Deventer"), Site("ter-apel", "Ter Apel")],
        [Project("samen-koken"), Project("samen-sporten")],
        [Session(1, "samen-koken", now + Duration.FromDays(2), 10), Session(2, "samen-sporten", now + Duration.FromDays(3), 2)],
        [new Story(new SiteId("deventer"), Language.Dutch, "Sami", "Ik leerde koken.")]);

    public static Site Site(string id, string name) => new()
    {
        Id = new SiteId(id),
        Name = name,
        Zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"],
        Position = new GeoPoint(52.25, 6.16),
        HasBalie = true,
        Travel = LocalText.Same("de bus is gratis"),
        Organisation = $"MDT {name}",
        CoachName = "Noor",
        AlsoCalled = ["azc " + id],
    };

    public static Project Project(string id) => new()
    {
        Id = new ProjectId(id),
        Organisation = "MDT",
        Title = new LocalText { ["nl"] = "Samen", ["ar"] = "معا" },
        Description = LocalText.Same("Samen iets doen."),
        Interests = [Interest.Cooking, Interest.Sport],
    };

    public static TrialSession Session(long id, string project, Instant starts, int capacity) => new()
    {
        Id = new SessionId(id),
        Project = new ProjectId(project),
        Site = new SiteId("deventer"),
        Starts = starts,
        Ends = starts + Duration.FromHours(2),
        Place = "Buurthuis",
        Address = "Dorpsstraat 1",
        Position = new GeoPoint(52.25, 6.16),
        Capacity = capacity,
        ContactName = "Noor",
        ContactPhone = "+31570000000",
        Bring = LocalText.Same("een schort"),
    };

    public static DecidedTurn Nothing(ClaimedTurn turn) => Decide(turn);

    public static DecidedTurn Decide(ClaimedTurn turn, params Effect[] effects) => new(turn, new Decision(turn.Conversation, effects), new Written("Hallo!", []));

    public static DecidedTurn Answer(ClaimedTurn turn) => Decide(turn, Say("welcome.hello"));

    public static Effect Say(string key, Lane lane = Lane.Reply) => new Effect.Say(new Saying([new Part(key)], []), lane);
}
