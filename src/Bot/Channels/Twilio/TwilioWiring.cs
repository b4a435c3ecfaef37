using MdtChatBot.Bot.Templates;
using MdtChatBot.Bot.Turns;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Templates;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace MdtChatBot.Bot.Channels.Twilio;

/// <summary>Puts WhatsApp through Twilio into the program, after the pipeline; without an account it adds nothing but the check of its settings.</summary>
public static class TwilioWiring
{
    public static IServiceCollection AddTwilio(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(TwilioOptions.Section);
        services.AddSingleton<IValidateOptions<TwilioOptions>, TwilioOptionsRules>();
        services.AddOptions<TwilioOptions>().Bind(section).ValidateOnStart();
        services.TryAddSingleton(s => s.GetRequiredService<IOptions<TwilioOptions>>().Value);
        if (string.IsNullOrEmpty(section[nameof(TwilioOptions.AccountSid)])) return services;

        services.AddSingleton(s => new TwilioSignature(s.GetRequiredService<TwilioOptions>().AuthToken));
        services.AddSingleton(s => new TwilioApi(s.GetRequiredService<TwilioOptions>()));
        services.AddSingleton(s => new TwilioMedia(s.GetRequiredService<TwilioOptions>()));
        services.AddSingleton<SendRequest>();
        services.AddSingleton<SentMessages>();
        services.AddSingleton(s => new RefusedLater(s.GetRequiredService<Database>(), WithArguments(s)));
        services.AddSingleton<StatusWriter>();
        services.AddSingleton<TwilioWebhooks>();
        services.AddSingleton<IChannel, TwilioChannel>();
        services.AddSingleton<TemplateShelf>();
        services.AddHostedService<TemplateShelfWorker>();
        services.AddSingleton(s => new ContentApi(s.GetRequiredService<TwilioOptions>()));
        services.AddSingleton<TemplateSync>();
        services.AddHostedService<TemplatePollWorker>();
        // In place of the pipeline's own, since only templates need the arguments beside the words.
        services.AddSingleton(s => new Deciding(s.GetRequiredService<Engine>().Turn, WithArguments(s)));
        return services;
    }

    /// <summary>Only what may go out as a template has its arguments with it.</summary>
    static Func<Saying, Language, SiteId?, Written> WithArguments(IServiceProvider services)
    {
        var (catalogue, book, configured) = (services.GetRequiredService<Catalogue>(), services.GetRequiredService<TemplateBook>(), services.GetRequiredService<TwilioOptions>().Templates);
        return (saying, language, site) =>
        {
            var written = catalogue.Write(saying, language, site);
            return saying.Parts is [{ Text.Key: var key }, ..] && (book.Has(key) || configured.ContainsKey(key))
                ? written with { Arguments = catalogue.WriteArguments(saying, language, site) }
                : written;
        };
    }

    /// <summary>Opens the two webhooks; without an account there are none (404).</summary>
    public static void MapTwilio(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetService<TwilioWebhooks>() is not { } webhooks) return;
        var group = routes.MapGroup("/webhooks/twilio");
        group.MapPost("/inbound", webhooks.Inbound);
        group.MapPost("/status", webhooks.Status);
    }
}
