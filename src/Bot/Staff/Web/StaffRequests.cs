namespace MdtChatBot.Bot.Staff;

/// <summary>Rules for every request to the console, before any page is found.</summary>
static class StaffRequests
{
    public static bool IsOne(HttpContext http) => http.Request.Path.StartsWithSegments(StaffCookie.Path, StringComparison.OrdinalIgnoreCase);

    /// <summary>Outside Development the console is reached over https only; a proxy in front must be trusted to say so.</summary>
    public static Task DemandHttps(HttpContext http, RequestDelegate next)
    {
        if (http.Request.IsHttps || http.RequestServices.GetRequiredService<IHostEnvironment>().IsDevelopment()) return next(http);
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        http.Response.ContentType = "text/plain; charset=utf-8";
        return http.Response.WriteAsync("The staff console is reached over https only. Behind a reverse proxy, set Bot:TrustedProxies.", http.RequestAborted);
    }

    /// <summary>Pages hold personal data: nothing keeps them. Files such as the style sheet are no pages.</summary>
    public static Task KeepNowhere(HttpContext http, RequestDelegate next)
    {
        if (IsOne(http) && http.GetEndpoint() is not null) http.Response.Headers.CacheControl = "no-store";
        return next(http);
    }
}
