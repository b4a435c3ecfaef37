using System.Data.Common;
using MdtChatBot.Bot.Demo;
using MdtChatBot.Bot.Texts;
using MdtChatBot.Bot.Time;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Understanding;
using NodaTime;

namespace MdtChatBot.Bot;

/// <summary>
/// What must stand before anything listens: the texts are right, the schema is up to date, and in Development the clock is where
/// it was and there is a programme to look at.
/// </summary>
public sealed class StartUp(IServiceProvider services, IHostEnvironment environment, ReadyCheck ready) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // Side by side: they need nothing of each other, and somebody waits for the start.
        await Task.WhenAll(
            Task.Run(services.GetRequiredService<Catalogue>, cancellationToken),
            Task.Run(services.GetRequiredService<Phrases>, cancellationToken),
            Task.Run(() => Migrate(cancellationToken), cancellationToken));
        await services.GetRequiredService<LiveTexts>().Refresh(cancellationToken);
        if (environment.IsDevelopment())
        {
            if (services.GetService<ClockOffset>() is { } offset) await offset.Restore(cancellationToken);
            await services.GetRequiredService<DemoProgramme>().FillIfEmpty(services.GetRequiredService<IClock>().GetCurrentInstant(), cancellationToken);
        }

        ready.Started();
    }

    async Task Migrate(CancellationToken stop)
    {
        try
        {
            await services.GetRequiredService<Migrator>().Migrate(stop);
        }
        catch (Exception e) when (e is DbException or TimeoutException)
        {
            // Its own words name the file or host, never the password.
            throw new StartUpException($"The database of ConnectionStrings:{DatabaseWiring.ConnectionName} can't be opened: {e.Message}", e);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
