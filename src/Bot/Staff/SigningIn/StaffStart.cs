using MdtChatBot.Storage;

namespace MdtChatBot.Bot.Staff;

/// <summary>
/// What of the console must stand before anything listens: its words are right, there are demo accounts in Development and none elsewhere,
/// and where nobody can look after accounts yet, a link for the first Admin is printed.
/// </summary>
public sealed partial class StaffStart(StaffTexts texts, DemoStaff demo, StaffStore staff, StaffLinks links, IHostEnvironment environment, ILogger<StaffStart> log) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _ = texts.Languages;
        if (environment.IsDevelopment())
        {
            await demo.Fill(cancellationToken);
            return;
        }

        await staff.CloseDemo(cancellationToken);
        // Printed, not mailed: who can read this can read the database as well.
        if (await links.SetUp(cancellationToken) is { } link) LogSetUp(log, link);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(1, LogLevel.Warning, "The staff console has no Admin yet. This link makes the first account, once, within a day: {Link}")]
    static partial void LogSetUp(ILogger log, string link);
}
