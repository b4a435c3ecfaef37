using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Programme;

namespace MdtChatBot.Storage.Programme;

static class ProjectSql
{
    public static Rows<Project> Columns => new Rows<Project>()
        .Text("id", p => p.Id.Value)
        .Text("organisation", p => p.Organisation)
        .Text("title", p => StorageJson.Write(p.Title))
        .Text("description", p => StorageJson.Write(p.Description))
        .Text("interests", p => StorageJson.Write(p.Interests));

    public static readonly Statement<Project> Add = new(
        Columns,
        """
        insert into project (id, organisation, title, description, interests)
        select r.id, r.organisation, r.title, r.description, r.interests
          from {rows} where true
            on conflict (id) do nothing
        """);

    public static readonly Statement<Project> Update = new(
        Columns,
        """
        update project
           set organisation = r.organisation, title = r.title, description = r.description, interests = r.interests, version = project.version + 1
          from {rows}
         where project.id = r.id and project.version = @version
        """);

    /// <summary>Of these sites and languages, those that some youth has.</summary>
    public static readonly Statement<(SiteId Site, Language Language)> Spoken = new(
        new Rows<(SiteId Site, Language Language)>().Text("site", r => r.Site.Value).Text("language", r => r.Language.Code),
        """
        select r.site, r.language
          from {rows}
         where exists (select 1 from youth y where y.site = r.site and y.language = r.language)
        """);
}
