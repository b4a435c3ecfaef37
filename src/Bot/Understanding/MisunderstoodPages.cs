using MdtChatBot.Bot.Staff;
using MdtChatBot.Workflow.Staffing;

namespace MdtChatBot.Bot.Understanding;

/// <summary>What the bot did not understand, for staff to say what it means.</summary>
static class MisunderstoodPages
{
    public static IServiceCollection AddMisunderstoodPages(this IServiceCollection services) =>
        services.AddSingleton(new NavEntry(72, "misunderstood.nav", "/staff/misunderstood", StaffRole.Coach, StaffRole.Coordinator));
}
