using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;

namespace MdtChatBot.Workflow.Journey;

/// <summary>What can I do here: the projects with sessions near the site, in plain words (needs.md 29).</summary>
static class Activities
{
    static readonly IReadOnlyList<Choice> TryOrWish = [Choices.Trial, Choices.Of("go:wish", "activities.wish"), Choices.Menu];

    public static void Show(Scene scene)
    {
        if (scene.Site is not { } site)
        {
            AskingSite.Ask(scene, Goal.SeeActivities);
            return;
        }

        scene.Record(JourneyStep.Asked, "activities");
        var projects = NearProjects(scene).ToList();
        var place = ("place", Arg.Of(site.Name));
        if (projects.Count == 0)
        {
            Wishing.Ask(scene, Text.Of("activities.none", place));
            return;
        }

        scene.Say("activities.intro", place);
        foreach (var project in projects)
            scene.Say("activities.item", ("title", Arg.Of(project.Title.For(scene.Language))), ("description", Arg.Of(project.Description.For(scene.Language))));
        scene.Ask(new Step.InMenu(), "activities.ask", TryOrWish);
    }

    // All that can be reached, not only the few that a choice of sessions shows.
    static IEnumerable<Programme.Project> NearProjects(Scene scene) => scene.Facts.Offer.Trials
        .Where(s => !s.Cancelled && s.Starts > scene.Now && scene.Site?.Position.KilometresTo(s.Position) <= SessionChoice.FarKm)
        .Select(s => scene.Facts.Offer.ProjectOf(s)!)
        .DistinctBy(p => p.Id)
        .Take(8);
}
