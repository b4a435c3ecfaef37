namespace MdtChatBot.Bot.Channels.WebChat;

/// <summary>Headers that keep a page to itself: nothing from elsewhere, nothing inline, in no frame. Only where staff record a voice may a page hear, and play what it heard.</summary>
static class SecurityHeaders
{
    const string Policy =
        "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    const string RecordingPolicy = Policy + "; media-src 'self' blob:";
    const string Permissions = "camera=(), geolocation=(), microphone=()";
    const string RecordingPermissions = "camera=(), geolocation=(), microphone=(self)";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        var records = context.Request.Path.StartsWithSegments("/staff/clips", StringComparison.OrdinalIgnoreCase);
        headers.ContentSecurityPolicy = records ? RecordingPolicy : Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = records ? RecordingPermissions : Permissions;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        return next(context);
    });
}
