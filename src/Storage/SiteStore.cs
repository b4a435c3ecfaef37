using MdtChatBot.Storage.Programme;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Programme;

namespace MdtChatBot.Storage;

/// <summary>Sites, projects and organisations as staff write them down.</summary>
public sealed class SiteStore(Database database, ProgrammeStore programme)
{
    /// <summary>As they stand in the database now; the offer may be a minute old.</summary>
    public async Task<IReadOnlyList<Site>> Sites(CancellationToken stop) => await database.List(ProgrammeSql.Sites, ProgrammeSql.Site, stop);

    public async Task<Site?> Site(SiteId site, CancellationToken stop) => (await Sites(stop)).FirstOrDefault(s => s.Id == site);

    public Task<Saving> Add(Site site, CancellationToken stop) => Write(SiteSql.Add.With([site]), site.Organisation, Saving.NameTaken, stop);

    /// <summary>Saves a site that was read at a version.</summary>
    public Task<Saving> Save(Site site, long version, CancellationToken stop) =>
        Write(SiteSql.Update.With([site], ("version", version)), site.Organisation, Saving.ChangedMeanwhile, stop);

    public async Task<IReadOnlyList<Project>> Projects(CancellationToken stop) => await database.List(ProgrammeSql.Projects, ProgrammeSql.Project, stop);

    public async Task<Project?> Project(ProjectId project, CancellationToken stop) => (await Projects(stop)).FirstOrDefault(p => p.Id == project);

    public Task<Saving> Add(Project project, CancellationToken stop) => Write(ProjectSql.Add.With([project]), project.Organisation, Saving.NameTaken, stop);

    /// <summary>Saves a project that was read at a version.</summary>
    public Task<Saving> Save(Project project, long version, CancellationToken stop) =>
        Write(ProjectSql.Update.With([project], ("version", version)), project.Organisation, Saving.ChangedMeanwhile, stop);

    public async Task<IReadOnlyList<Organisation>> Organisations(CancellationToken stop) => await database.List(OrganisationSql.All, OrganisationSql.Read, stop);

    public async Task<Organisation?> Organisation(long id, CancellationToken stop) =>
        (await database.List(OrganisationSql.ById, OrganisationSql.Read, stop, ("id", id))).FirstOrDefault();

    public Task<Saving> Add(Organisation organisation, CancellationToken stop) => Write(OrganisationSql.Add.With([organisation]), null, Saving.NameTaken, stop);

    /// <summary>Saves an organisation that was read at a version; its sites and projects get the new name with it.</summary>
    public async Task<Saving> Save(Organisation organisation, long version, CancellationToken stop)
    {
        if (await Organisation(organisation.Id, stop) is not { } before || before.Version != version) return Saving.ChangedMeanwhile;
        if ((await Organisations(stop)).Any(o => o.Name == organisation.Name && o.Id != organisation.Id)) return Saving.NameTaken;
        await using var transaction = await database.Begin(stop);
        var update = OrganisationSql.Update.With([organisation], ("version", version));
        await transaction.Run(update, stop);
        if (update.Changed == 0) return Saving.ChangedMeanwhile;
        await transaction.Commit(
            [
                OrganisationSql.RenameInSites.With(("name", organisation.Name), ("old", before.Name)),
                OrganisationSql.RenameInProjects.With(("name", organisation.Name), ("old", before.Name)),
            ],
            stop);
        programme.Forget();
        return Saving.Saved;
    }

    /// <summary>Languages that the youth of a site speak, with how many do.</summary>
    public async Task<IReadOnlyDictionary<Language, int>> SpokenAt(SiteId site, CancellationToken stop) =>
        (await database.List(ProjectSql.SpokenAt, row => (Language: new Language(Sql.Reading.Text(row, 0)), Count: (int)Sql.Reading.Number(row, 1)), stop, ("site", site.Value)))
            .ToDictionary(l => l.Language, l => l.Count);

    async Task<Saving> Write(Sql.Call write, string? organisation, Saving otherwise, CancellationToken stop)
    {
        await using var transaction = await database.Begin(stop);
        await transaction.Run([.. organisation is null ? Array.Empty<Sql.Call>() : [SaveSql.Organisations.With([organisation])], write], stop);
        if (write.Changed == 0) return otherwise;
        await transaction.Commit([], stop);
        programme.Forget();
        return Saving.Saved;
    }
}
