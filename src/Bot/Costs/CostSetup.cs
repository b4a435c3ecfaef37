using MdtChatBot.Bot.Staff;
using MdtChatBot.Workflow.Staffing;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace MdtChatBot.Bot.Costs;

/// <summary>What messages cost: counted where they leave, shown in the console.</summary>
static class CostSetup
{
    /// <summary>What counts, wherever messages are sent.</summary>
    public static IServiceCollection AddTallies(this IServiceCollection services)
    {
        services.AddOptions<CostOptions>().BindConfiguration(CostOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(s => s.GetRequiredService<IOptions<CostOptions>>().Value);
        services.AddSingleton<MessageTallies>();
        services.AddHostedService<MessageTallyWorker>();
        return services;
    }

    public static IServiceCollection AddCostPages(this IServiceCollection services)
    {
        services.AddSingleton(new NavEntry(65, "costs.nav", "/staff/costs", StaffRole.Coordinator));
        services.AddSingleton(new StartPart(72, typeof(FreeMessagesViewComponent), StaffRole.Coordinator));
        return services;
    }
}
