using MdtChatBot.Bot.Templates;
using MdtChatBot.Bot.Turns;
using MdtChatBot.Storage;
using NodaTime;

namespace MdtChatBot.Bot.Staff.Referring;

/// <summary>Referrals, entry codes with their posters, and what concerns one youth: moves and ambassadors.</summary>
public static class ReferringSetup
{
    public static IServiceCollection AddReferring(this IServiceCollection services)
    {
        services.AddScoped<MySites>();
        services.AddScoped<BackOnList>();
        services.AddSingleton<EntryLinks>();
        services.AddSingleton(s => new ReferralMessages(s.GetRequiredService<ReferralStore>(), s.GetRequiredService<InboxWriter>(), s.GetRequiredService<IClock>(), s.GetService<TemplateShelf>()));
        services.AddHostedService<ReferralMessageWorker>();
        services.AddSingleton(new NavEntry(40, "referrals.nav", "/staff/referrals"));
        services.AddSingleton(new NavEntry(45, "codes.nav", "/staff/codes"));
        services.AddSingleton(new StartPart(40, typeof(QuietReferralsViewComponent)));
        return services;
    }
}
