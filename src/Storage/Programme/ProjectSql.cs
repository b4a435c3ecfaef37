using MdtChatBot.Storage.Sql;
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

    /// <summary>Languages that the youth of a site speak, with how many do.</summary>
    public static readonly Statement SpokenAt = new("""
        select y.language, count(*)
          from youth y
         where y.site = @site and y.language is not null
         group by y.language
        """);
}
