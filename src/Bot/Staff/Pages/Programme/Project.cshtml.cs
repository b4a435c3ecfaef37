using MdtChatBot.Bot.Staff.Programme;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Programme.Entering;
using MdtChatBot.Workflow.Programme.Writing;
using MdtChatBot.Workflow.Staffing;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace MdtChatBot.Bot.Staff.Pages.Programme;

/// <summary>One project, with its words in each language. A coordinator changes those that run at their own sites, or nowhere yet.</summary>
[StaffOnly(StaffRole.Coordinator)]
public sealed class ProjectModel(MyProgramme mine, SiteStore sites, SessionStore sessions) : StaffPage
{
    static readonly Duration Ahead = Duration.FromDays(370);

    /// <summary>Null for a new one.</summary>
    [FromRoute]
    public string? Id { get; set; }

    [BindProperty]
    public ProjectDraft Draft { get; set; } = new();

    [BindProperty]
    public long Version { get; set; }

    public MyProgramme Mine => mine;

    public IReadOnlyList<Organisation> Organisations { get; private set; } = [];

    Project? _before;
    AbbreviationDictionary _known = AbbreviationDictionary.OnlyEverywhere;

    public async Task<IActionResult> OnGet()
    {
        if (!await Load()) return NotHere();
        if (_before is not null) (Draft, Version) = (ProjectDraft.Of(_before), _before.Version);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!await Load()) return NotHere();
        switch (ProjectEntry.Read(Draft, _before, _known))
        {
            case Entered<Project>.Refused refused:
                ModelState.Show(refused.Faults, L);
                return Page();
            case Entered<Project>.Accepted(var project):
                return await Save(project);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>Languages that nothing stands in yet.</summary>
    public bool IsMissing(Language language) => string.IsNullOrWhiteSpace(Draft.Title.GetValueOrDefault(language.Code)) || string.IsNullOrWhiteSpace(Draft.Description.GetValueOrDefault(language.Code));

    async Task<IActionResult> Save(Project project)
    {
        switch (_before is null ? await sites.Add(project, Stop) : await sites.Save(project, Version, Stop))
        {
            case Saving.NameTaken:
                Demand(false, Drafts.Prefix + "Title[nl]", "entry.nameTaken");
                return Page();
            case Saving.ChangedMeanwhile:
                return ShowChanges((await sites.Project(project.Id, Stop))!);
            default:
                await Audit("project.saved", detail: project.Id.Value);
                Say("project.saved");
                return Redirect("/staff/programme/projects");
        }
    }

    IActionResult ShowChanges(Project now)
    {
        ModelState.ShowChanges(ProjectDraft.Of(now), Draft, L, nameof(Version));
        Version = now.Version;
        return Page();
    }

    async Task<bool> Load()
    {
        var all = await sites.Sites(Stop);
        var project = Id is { } id ? await sites.Project(new ProjectId(id), Stop) : null;
        if (Id is not null && project is null) return false;
        _before = project;
        Organisations = await sites.Organisations(Stop);
        var where = project is null ? [] : (await sessions.Running([.. all.Select(s => s.Id)], Now, Now + Ahead, Stop))
            .Where(r => r.Project == project.Id).Select(r => r.Site).ToList();
        _known = AbbreviationDictionary.InAll([.. where.Select(site => all.First(s => s.Id == site).Abbreviations)]);
        return where.Count == 0 || where.Exists(site => Who.MaySee(site));
    }
}
