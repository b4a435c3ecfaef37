using MdtChatBot.Bot.Demo;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using NodaTime;

namespace MdtChatBot.Bot.Staff;

/// <summary>Made-up members for a first look, one for each role and a coach for each site. They have no password and open with one tap, in Development only.</summary>
public sealed class DemoStaff(ContentFiles content, StaffStore staff, ProgrammeStore programme, IClock clock)
{
    /// <summary>Those that are there already stay as they are.</summary>
    public async Task Fill(CancellationToken stop)
    {
        var sites = (await programme.Current(clock.GetCurrentInstant(), stop)).Sites.Select(s => s.Id).ToHashSet();
        foreach (var person in DemoFile.Parse(content.DemoProgramme()).Staff)
            if (person.Sites.All(site => sites.Contains(new SiteId(site)))) await staff.Add(Of(person), stop);
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
