using MdtChatBot.Bot.Staff.Alerting;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Staffing;

namespace MdtChatBot.Bot.Staff;

/// <summary>The work list of handoffs and the conversations behind it.</summary>
static class HandoffConsole
{
    public static IServiceCollection AddHandoffConsole(this IServiceCollection services)
    {
        services.AddSingleton<HandoffLists>();
        services.AddSingleton<Phrasebook>();
        services.AddSingleton<DutchLines>();
        services.AddSingleton<AlertRound>();
        services.AddHostedService<AlertWorker>();
        services.AddSingleton(new NavEntry(20, "handoffs.title", "/staff/handoffs", StaffRole.Coach, StaffRole.Coordinator));
        services.AddSingleton(new StartPart(20, typeof(WaitingViewComponent), StaffRole.Coach, StaffRole.Coordinator));
        return services;
    }
}
