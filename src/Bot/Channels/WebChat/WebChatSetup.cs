using Microsoft.AspNetCore.Http.HttpResults;

namespace MdtChatBot.Bot.Channels.WebChat;

/// <summary>The web chat: the page at <c>/</c> and the requests it makes.</summary>
public static class WebChatSetup
{
    // A message of 4,096 characters is at most 24 KB of JSON, every character escaped.
    const int LargestRequest = 32 * 1024;

    public static IServiceCollection AddWebChat(this IServiceCollection services)
    {
        services.AddOptions<WebChatOptions>().BindConfiguration(WebChatOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Listeners>();
        services.AddSingleton<IChannel, WebChatChannel>();
        services.AddSingleton<LineWriter>();
        services.AddSingleton<EventStream>();
        services.AddSingleton<WebChatLimits>();
        return services;
    }

    public static void MapWebChat(this WebApplication app)
    {
        app.MapGet("/", Page);

        var chat = app.MapGroup("/webchat");
        chat.MapGet("/words", PageWords.In);
        chat.MapGet("/events", EventStream.Open);
        var posts = chat.MapGroup("")
            .AddEndpointFilter(app.Services.GetRequiredService<WebChatLimits>())
            .WithMetadata(new RequestSize(LargestRequest));
        posts.MapPost("/conversations", Begin);
        posts.MapPost("/messages", PostedMessage.Take);
    }

    static FileStreamHttpResult Page(IWebHostEnvironment host, HttpResponse response)
    {
        response.Headers.CacheControl = "no-cache";
        return TypedResults.Stream(host.WebRootFileProvider.GetFileInfo("index.html").CreateReadStream(), "text/html; charset=utf-8");
    }

    // Keeps the conversation that the browser has, unless a fresh one is asked for.
    static NoContent Begin(HttpRequest request, HttpResponse response, bool fresh = false)
    {
        var kept = fresh ? null : request.Conversation();
        response.Remember(kept ?? ConversationId.New());
        response.Headers.CacheControl = "no-store";
        return TypedResults.NoContent();
    }

    sealed record RequestSize(long? MaxRequestBodySize) : Microsoft.AspNetCore.Http.Metadata.IRequestSizeLimitMetadata;
}
