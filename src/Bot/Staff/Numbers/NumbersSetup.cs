using MdtChatBot.Workflow.Staffing;

namespace MdtChatBot.Bot.Staff.Numbers;

/// <summary>Seeing: figures, search, who may not come, and what got stuck.</summary>
public static class NumbersSetup
{
    public static IServiceCollection AddNumbers(this IServiceCollection services)
    {
        services.AddScoped<NumbersQuery>();
        services.AddScoped<MyTroubles>();
        services.AddSingleton(new NavEntry(50, "search.nav", "/staff/search"));
        services.AddSingleton(new NavEntry(60, "numbers.nav", "/staff/numbers", StaffRole.Coordinator));
        services.AddSingleton(new NavEntry(70, "trouble.nav", "/staff/trouble", StaffRole.Coordinator));
        services.AddSingleton(new StartPart(30, typeof(AtRiskViewComponent)));
        services.AddSingleton(new StartPart(70, typeof(TroubleViewComponent), StaffRole.Coordinator));
        return services;
    }
}
