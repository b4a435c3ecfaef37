using MdtChatBot.Bot.Staff;
using MdtChatBot.Workflow.Staffing;

namespace MdtChatBot.Bot.Templates;

/// <summary>Templates in the console; what sends them is wired with Twilio.</summary>
static class TemplateSetup
{
    public static IServiceCollection AddTemplatePages(this IServiceCollection services) =>
        services.AddSingleton(new NavEntry(75, "templates.nav", "/staff/templates", StaffRole.Coordinator));
}
