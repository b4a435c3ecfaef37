using MdtChatBot.Storage;

namespace MdtChatBot.Bot.Staff;

/// <summary>What of the console must stand before anything listens: its words are right, and there are demo accounts in Development and none elsewhere.</summary>
public sealed class StaffStart(StaffTexts texts, DemoStaff demo, StaffStore staff, IHostEnvironment environment) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _ = texts.Languages;
        if (environment.IsDevelopment()) await demo.Fill(cancellationToken);
        else await staff.CloseDemo(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
