using System.Net;
using MdtChatBot.Bot.Calendar;
using MdtChatBot.Bot.Channels.Twilio;
using MdtChatBot.Bot.Channels.WebChat;
using MdtChatBot.Bot.Costs;
using MdtChatBot.Bot.Demo;
using MdtChatBot.Bot.Inviting;
using MdtChatBot.Bot.Retaining;
using MdtChatBot.Bot.Staff;
using MdtChatBot.Bot.Staff.Languages;
using MdtChatBot.Bot.Staff.Numbers;
using MdtChatBot.Bot.Staff.Programme;
using MdtChatBot.Bot.Staff.Referring;
using MdtChatBot.Bot.Templates;
using MdtChatBot.Bot.Texts;
using MdtChatBot.Bot.Time;
using MdtChatBot.Bot.Turns;
using MdtChatBot.Bot.Understanding;
using MdtChatBot.Bot.Voice;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Invitations;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace MdtChatBot.Bot;

/// <summary>The only wiring: which parts there are, and in which order they start.</summary>
public static class BotBuilder
{
    /// <summary>The address in Development and wherever no other is configured.</summary>
    public const string DefaultUrl = "http://localhost:5080";

    // No channel takes a larger body; each has a tighter limit of its own.
    const long LargestBody = 256 * 1024;

    public static WebApplicationBuilder Create(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = ContentRoot() });
        // Walking through every service takes a tenth of the start: each start in Development and every test do it.
        builder.Host.UseDefaultServiceProvider((host, p) => (p.ValidateScopes, p.ValidateOnBuild) = (true, host.HostingEnvironment.IsDevelopment()));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        if (!NamesAddress(builder.Configuration)) builder.WebHost.UseUrls(DefaultUrl);
        return builder;
    }

    public static WebApplicationBuilder AddBot(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<BotOptions>().BindConfiguration(BotOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddProblemDetails();
        services.AddCore(builder.Configuration, builder.Environment.ContentRootPath);
        services.AddTwilio(builder.Configuration);
        services.AddVoice(builder.Configuration);
        services.AddWebChat();
        services.AddTimeMachine();
        services.AddStaffApi();
        services.AddStaffConsole(builder.Configuration);
        services.AddProgrammePages();
        services.AddHandoffConsole();
        services.AddReferring();
        services.AddNumbers();
        services.AddTallies();
        services.AddCostPages();
        services.AddTemplatePages();
        services.AddMisunderstoodPages();
        services.AddTextPages();
        services.AddLanguagePages();
        services.AddInviting();
        services.AddSingleton<IHostedLifecycleService, Announcement>();
        services.AddHostedService(s => s.GetRequiredService<IHostedLifecycleService>());
        return builder;
    }

    /// <summary>What every way of running the bot needs, also the terminal: database, texts, clock, turns.</summary>
    internal static void AddCore(this IServiceCollection services, IConfiguration configuration, string contentRoot)
    {
        // First of the hosted parts: nothing listens or works before the schema stands.
        services.AddHostedService<StartUp>();
        services.AddContent(configuration);
        services.AddOptions<UnderstandingOptions>().BindConfiguration(UnderstandingOptions.Section);
        services.AddLiveTexts();
        services.AddSingleton<Engine>();
        services.AddSingleton(new BotClock(SystemClock.Instance));
        services.AddSingleton<IClock>(s => s.GetRequiredService<BotClock>());
        services.AddDatabase(configuration, contentRoot);
        services.AddSingleton(FactSettings);
        services.AddSingleton<DemoProgramme>();
        services.AddSingleton<ReadyCheck>();
        services.AddPipeline();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Retention>();
        services.AddSingleton<RetentionRound>();
        services.AddHostedService<RetentionWorker>();
        services.AddHostedService<FigureWorker>();
    }

    /// <summary>
    /// The texts are read from here on, while services are put together and pages are built on another processor: all of it is half of the start.
    /// Whoever needs them waits for them, and a mistake in a file is met there, where it ends the start.
    /// </summary>
    static void AddContent(this IServiceCollection services, IConfiguration configuration)
    {
        var files = ContentFiles.Of(configuration);
        var (catalogue, phrases, classifier) = (Task.Run(files.Catalogue), Task.Run(files.Phrases), Task.Run(files.Classifier));
        services.AddSingleton(files);
        services.AddSingleton(_ => catalogue.GetAwaiter().GetResult());
        services.AddSingleton(_ => phrases.GetAwaiter().GetResult());
        services.AddSingleton(_ => classifier.GetAwaiter().GetResult());
        services.AddSingleton(s => files.Templates(s.GetRequiredService<Catalogue>()));
    }

    public static void UseBot(this WebApplication app)
    {
        UseForwardedHeaders(app);
        if (!app.Environment.IsDevelopment()) app.UseExceptionHandler();
        app.UseSecurityHeaders();
        // A browser asks each time whether a file is still the same: a page and its scripts always fit each other.
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache" });
        app.UseStaffConsole();
        app.MapHealth();
        app.MapTwilio();
        app.MapWebChat();
        app.MapClips();
        app.MapTimeMachine();
        app.MapCalendar();
        app.MapStaffApi();
        app.MapStaffConsole();
    }

    static void UseForwardedHeaders(WebApplication app)
    {
        var trusted = app.Services.GetRequiredService<IOptions<BotOptions>>().Value.TrustedProxies;
        if (trusted.Count == 0) return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        foreach (var address in trusted)
            options.KnownProxies.Add(IPAddress.TryParse(address, out var proxy) ? proxy : throw new StartUpException($"Bot:TrustedProxies: '{address}' is not an IP address."));
        app.UseForwardedHeaders(options);
    }

    static FactSettings FactSettings(IServiceProvider services)
    {
        var bot = services.GetRequiredService<IOptions<BotOptions>>().Value;
        var twilio = services.GetService<TwilioOptions>() ?? new TwilioOptions();
        var url = bot.PublicUrl.Length > 0 ? bot.PublicUrl
            : twilio.SignedBaseUrl.Length > 0 ? twilio.SignedBaseUrl
            : services.GetRequiredService<IConfiguration>()[WebHostDefaults.ServerUrlsKey]?.Split(';')[0] ?? DefaultUrl;
        return new FactSettings(url.TrimEnd('/'), twilio.WhatsAppNumber, FreshCode.New)
        {
            Windowed = [TwilioChannel.ChannelName],
            Clips = services.GetService<ClipShelf>() is { } shelf ? () => shelf.Now : null,
            KeepsMisunderstood = services.GetRequiredService<IOptions<UnderstandingOptions>>().Value.KeepMisunderstood,
            Listens = services.GetRequiredService<IOptions<VoiceOptions>>().Value.IsOn && twilio.IsOn,
            InvitationsAMonth = services.GetService<InvitationOptions>()?.MostAMonth ?? InvitationRules.UsuallyAMonth,
        };
    }

    /// <summary>A published program finds its files also when it is started from another folder.</summary>
    static string? ContentRoot() =>
        !File.Exists("appsettings.json") && File.Exists(Path.Combine(AppContext.BaseDirectory, "appsettings.json")) ? AppContext.BaseDirectory : null;

    static bool NamesAddress(IConfiguration configuration) =>
        new[] { WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey }.Any(key => !string.IsNullOrEmpty(configuration[key]))
        || configuration.GetSection("Kestrel:Endpoints").Exists();
}
