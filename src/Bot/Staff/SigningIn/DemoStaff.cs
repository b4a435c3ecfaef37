using MdtChatBot.Bot.Demo;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using NodaTime;

namespace MdtChatBot.Bot.Staff;

/// <summary>Made-up members for a first look, one for each role and a coach for each site. They have no password and open with one tap, in Development only.</summary>
public sealed class DemoStaff(ContentFiles content, StaffStore staff, ProgrammeStore programme, SiteStore sites, IClock clock)
{
    /// <summary>Those that are there already stay as they are.</summary>
    public async Task Fill(CancellationToken stop)
    {
        var file = DemoFile.Parse(content.DemoProgramme());
        var known = (await programme.Current(clock.GetCurrentInstant(), stop)).Sites.Select(s => s.Id).ToHashSet();
        foreach (var person in file.Staff)
            if (person.Sites.All(site => known.Contains(new SiteId(site)))) await staff.Add(Of(person), stop);
        foreach (var site in file.Sites.Where(s => s.FallbackOwner.Length > 0)) await LookAfter(site, stop);
    }

    // What somebody chose since stays.
    async Task LookAfter(DemoSite demo, CancellationToken stop)
    {
        if (await sites.Site(new SiteId(demo.Id), stop) is not { FallbackOwner: null } site) return;
        if ((await staff.All(stop)).FirstOrDefault(m => m.Name == demo.FallbackOwner) is { } owner)
            await sites.Save(site with { FallbackOwner = owner.Id }, site.Version, stop);
    }

    NewStaff Of(DemoMember person) => new()
    {
        Name = person.Name,
        Email = person.Email,
        Role = person.Role,
        Places = [.. person.Sites.Select((site, i) => new WorkPlace(new SiteId(site), i == 0))],
        Speaks = [.. person.Speaks.Select(code => new Language(code))],
        IsDemo = true,
        At = clock.GetCurrentInstant(),
        SecurityStamp = Passwords.NewStamp(),
    };
}
