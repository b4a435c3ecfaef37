using MdtChatBot.Workflow.Staffing;

namespace MdtChatBot.Bot.Staff.Languages;

/// <summary>The page about the languages themselves.</summary>
public static class LanguagePages
{
    public static IServiceCollection AddLanguagePages(this IServiceCollection services)
    {
        services.AddSingleton<Made>();
        services.AddSingleton(new NavEntry(74, "reviews.nav", "/staff/languages", StaffRole.Coordinator));
        return services;
    }
}
