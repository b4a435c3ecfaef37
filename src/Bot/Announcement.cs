using MdtChatBot.Bot.Channels.Twilio;
using MdtChatBot.Bot.Staff;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace MdtChatBot.Bot;

/// <summary>Says in a few lines where the program can be reached, once it can.</summary>
public sealed partial class Announcement(
    IServer server, IHostEnvironment environment, TwilioOptions twilio, StaffKey staffKey, ILogger<Announcement> log) : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        foreach (var address in server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
            LogAddress(log, address, address);
        LogWhatsApp(log, twilio.IsOn ? "on, through Twilio" : "off (Twilio:AccountSid is empty)");
        if (environment.IsDevelopment() && staffKey.IsGenerated) LogStaffKey(log, staffKey.Value);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(1, LogLevel.Information, "Web chat: {Address}/   Health: {Same}/health/ready")]
    static partial void LogAddress(ILogger log, string address, string same);

    [LoggerMessage(2, LogLevel.Information, "WhatsApp: {State}")]
    static partial void LogWhatsApp(ILogger log, string state);

    [LoggerMessage(3, LogLevel.Information, "Staff API, this run only: Authorization: Bearer {Key}")]
    static partial void LogStaffKey(ILogger log, string key);
}
