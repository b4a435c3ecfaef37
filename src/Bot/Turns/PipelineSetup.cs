using MdtChatBot.Bot.Inviting;
using MdtChatBot.Bot.Sending;
using MdtChatBot.Bot.Time;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace MdtChatBot.Bot.Turns;

/// <summary>Wires inbox, turns and sending.</summary>
public static class PipelineSetup
{
    /// <summary>
    /// Adds all between a channel's inbound and its outbound. Expects <see cref="Database"/>, <see cref="Engine"/>, <see cref="Catalogue"/>,
    /// <see cref="FactSettings"/> and the channels to be registered; reads section <c>Pipeline</c>.
    /// </summary>
    public static IServiceCollection AddPipeline(this IServiceCollection services)
    {
        services.AddOptions<PipelineOptions>().BindConfiguration("Pipeline").ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(s => s.GetRequiredService<IOptions<PipelineOptions>>().Value);
        services.TryAddSingleton(_ => new BotClock(SystemClock.Instance));
        services.TryAddSingleton<IClock>(s => s.GetRequiredService<BotClock>());
        services.TryAddSingleton<ProgrammeStore>();
        services.TryAddSingleton<Inbox>();
        services.TryAddSingleton<Outbox>();
        services.TryAddSingleton<TurnStore>();

        services.AddSingleton<TurnSignal>();
        services.AddSingleton<InboxWriter>();
        services.AddSingleton<PendingMarks>();
        services.AddSingleton(s => new Deciding(s.GetRequiredService<Engine>().Turn, s.GetRequiredService<Catalogue>().Write));
        services.AddSingleton(s => Attempt(s, s.GetRequiredService<Outbox>()));
        services.AddSingleton<TurnRound>();

        // Services stop in reverse order: first no more turns, then the sender, which writes what became of the last messages.
        services.AddSingleton<Sender>();
        services.AddHostedService(s => s.GetRequiredService<Sender>());
        services.AddHostedService<TurnWorker>();
        return services;
    }

    static Attempt Attempt(IServiceProvider services, Outbox outbox) => new(
        outbox.IsTaken,
        services.GetRequiredService<IClock>(),
        services.GetRequiredService<ILogger<Attempt>>(),
        (message, standIn, since, stop) => outbox.HasStoodIn(message.Youth, standIn, since, stop),
        services.GetService<InvitationOptions>()?.TimeZone);
}
