using MdtChatBot.Workflow.Staffing;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MdtChatBot.Bot.Staff.Programme;

/// <summary>The programme in the console: sites, projects, sessions, attendance.</summary>
public static class ProgrammeSetup
{
    public static IServiceCollection AddProgrammePages(this IServiceCollection services)
    {
        services.Configure<RazorPagesOptions>(pages =>
        {
            // The same page makes a new one.
            pages.Conventions.AddPageRoute("/Programme/Session", "/staff/programme/sessions/{id:long}");
            pages.Conventions.AddPageRoute("/Programme/Session", SessionTitles.NewEvent);
            pages.Conventions.AddPageRoute("/Programme/Session", "/staff/programme/events/{id:long}/change");
            pages.Conventions.AddPageRoute("/Programme/CancelSession", "/staff/programme/events/{id:long}/cancel");
            pages.Conventions.AddPageRoute("/Sessions/Attendance", "/staff/programme/events/{id:long}/check-in");
            pages.Conventions.AddPageRoute("/Programme/Site", "/staff/programme/sites/{id}");
            pages.Conventions.AddPageRoute("/Programme/Project", "/staff/programme/projects/{id}");
            pages.Conventions.AddPageRoute("/Programme/Organisation", "/staff/programme/organisations/{id:long}");
        });
        services.AddScoped<MyProgramme>();
        services.AddSingleton(new NavEntry(30, "programme.nav", "/staff/programme"));
        services.AddSingleton(new NavEntry(35, "events.nav", SessionTitles.Events));
        services.AddSingleton(new StartPart(50, typeof(UnderFilledViewComponent), StaffRole.Coach, StaffRole.BalieWorker, StaffRole.Coordinator));
        services.AddSingleton(new StartPart(60, typeof(MissingTextsViewComponent), StaffRole.Coordinator));
        return services;
    }
}
