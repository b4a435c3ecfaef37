using MdtChatBot.Bot.Staff;
using MdtChatBot.Bot.Staff.Inviting;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Staffing;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace MdtChatBot.Bot.Inviting;

/// <summary>Invitations: planned in the console, sent in rounds.</summary>
public static class InvitingSetup
{
    public static IServiceCollection AddInviting(this IServiceCollection services)
    {
        services.AddOptions<InvitationOptions>().BindConfiguration(InvitationOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(s => s.GetRequiredService<IOptions<InvitationOptions>>().Value);
        services.AddSingleton<BroadcastStore>();
        services.AddSingleton<BroadcastFeed>();
        services.AddSingleton<BroadcastRound>();
        services.AddSingleton<BroadcastWorker>();
        services.AddHostedService(s => s.GetRequiredService<BroadcastWorker>());
        services.AddSingleton<InvitationPreview>();
        services.AddSingleton<TestInvitation>();
        // The same page makes a new one.
        services.Configure<RazorPagesOptions>(pages => pages.Conventions.AddPageRoute("/Invitations/Plan", "/staff/invitations/{id:long}/plan"));
        services.AddScoped<MyBroadcasts>();
        services.AddSingleton(new NavEntry(35, "invitations.nav", "/staff/invitations", StaffRole.BalieWorker, StaffRole.Coordinator));
        services.AddSingleton(new StartPart(35, typeof(BroadcastsViewComponent), StaffRole.BalieWorker, StaffRole.Coordinator));
        return services;
    }
}
