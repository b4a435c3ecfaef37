using MdtChatBot.Bot.Channels.Twilio;
using MdtChatBot.Bot.Staff;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Staffing;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace MdtChatBot.Bot.Voice;

/// <summary>What youth say: kept at the provider for a while, for a coach to hear; and written down by a computer where the settings name one.</summary>
static class VoiceSetup
{
    public static IServiceCollection AddVoice(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<VoiceOptions>, VoiceOptionsRules>();
        services.AddOptions<VoiceOptions>().BindConfiguration(VoiceOptions.Section).ValidateOnStart();
        services.AddSingleton<RecordingStore>();
        services.AddSingleton(s => new VoiceNotes(s.GetRequiredService<RecordingStore>(), s.GetService<TwilioMedia>(), s.GetRequiredService<IClock>()));
        services.AddSingleton(s => new RecordingRound(s.GetRequiredService<RecordingStore>(), s.GetService<TwilioMedia>(), s.GetRequiredService<IClock>()));
        services.AddHostedService<RecordingWorker>();
        services.AddClips();
        if (IsSet(configuration, "Voice:TranscriberUrl") && IsSet(configuration, "Twilio:AccountSid")) services.AddListening();
        return services;
    }

    static void AddClips(this IServiceCollection services)
    {
        services.AddSingleton<ClipStore>();
        services.AddSingleton<ClipShelf>();
        services.AddHostedService<ClipWorker>();
        services.AddSingleton<SaidTallies>();
        services.AddHostedService<SaidWorker>();
        services.AddSingleton(new NavEntry(63, "clips.nav", "/staff/clips", StaffRole.Coordinator));
    }

    static void AddListening(this IServiceCollection services)
    {
        services.TryAddSingleton<ITranscriber>(s => new HttpTranscriber(s.GetRequiredService<IOptions<VoiceOptions>>().Value, s.GetRequiredService<ILogger<HttpTranscriber>>()));
        services.AddSingleton<ListeningRound>();
        services.AddHostedService<ListeningWorker>();
    }

    static bool IsSet(IConfiguration configuration, string setting) => !string.IsNullOrEmpty(configuration[setting]);
}
