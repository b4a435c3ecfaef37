namespace MdtChatBot.Bot.Staff;

/// <summary>Lets in who brings the staff key; without a key in the settings the staff API does not exist.</summary>
public sealed class KeyRequired(StaffKey key) : IEndpointFilter
{
    const string Scheme = "Bearer ";

    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        if (!key.Exists) return Results.NotFound();
        var given = http.Request.Headers.Authorization.ToString();
        if (given.StartsWith(Scheme, StringComparison.Ordinal) && key.Opens(given[Scheme.Length..])) return await next(context);
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return Results.Problem(statusCode: StatusCodes.Status401Unauthorized, title: "The staff key is missing or wrong.");
    }
}
