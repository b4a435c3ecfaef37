using MdtChatBot.Bot.Staff;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Content.Checking;
using MdtChatBot.Workflow.Staffing;

namespace MdtChatBot.Bot.Texts;

/// <summary>The words of youth as staff change them.</summary>
static class TextSetup
{
    /// <summary>What every way of running the bot needs.</summary>
    public static IServiceCollection AddLiveTexts(this IServiceCollection services)
    {
        services.AddSingleton<TextStore>();
        services.AddSingleton<LiveTexts>();
        services.AddHostedService<LiveTextsWorker>();
        return services;
    }

    /// <summary>The pages, and what they hold words against.</summary>
    public static IServiceCollection AddTextPages(this IServiceCollection services)
    {
        services.AddSingleton(s => s.GetRequiredService<ContentFiles>().Rules());
        services.AddSingleton(s => new ContentCheck(s.GetRequiredService<ContentRules>()));
        services.AddSingleton(new NavEntry(73, "texts.nav", "/staff/texts", StaffRole.Coordinator));
        services.AddScoped<MyTexts>();
        return services;
    }
}
