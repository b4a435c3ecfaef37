using MdtChatBot.Bot.Staff.Live;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;

namespace MdtChatBot.Bot.Staff;

/// <summary>How the session's cookie behaves: to the console only, out of reach of scripts, and over https outside Development.</summary>
sealed class StaffCookie(IOptions<StaffOptions> options, IHostEnvironment environment, TimeProvider time) : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    // Each page that is opened would otherwise send the cookie anew.
    static readonly TimeSpan RenewAfter = TimeSpan.FromMinutes(5);

    public void Configure(CookieAuthenticationOptions cookie) => Configure(StaffSession.Scheme, cookie);

    public void Configure(string? name, CookieAuthenticationOptions cookie)
    {
        if (name == StaffSession.HalfScheme) Half(cookie);
        if (name != StaffSession.Scheme) return;
        cookie.Cookie.Name = "mdt-staff";
        cookie.Cookie.Path = Path;
        cookie.Cookie.HttpOnly = true;
        // Lax: a link in a message must find who is signed in already. No GET changes anything.
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = Security(environment);
        cookie.ExpireTimeSpan = TimeSpan.FromHours(options.Value.IdleHours);
        cookie.SlidingExpiration = true;
        cookie.TimeProvider = time;
        cookie.LoginPath = "/staff/sign-in";
        cookie.ReturnUrlParameter = "back";
        cookie.Events.OnValidatePrincipal = context => context.HttpContext.RequestServices.GetRequiredService<StaffSession>().Validate(context);
        cookie.Events.OnRedirectToLogin = context => Refuse(context, StatusCodes.Status401Unauthorized);
        cookie.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
        cookie.Events.OnCheckSlidingExpiration = context =>
        {
            // A page that stays open and looks by itself is nobody working.
            context.ShouldRenew = context.ElapsedTime > RenewAfter && !LiveRequest.IsOne(context.Request);
            return Task.CompletedTask;
        };
    }

    void Half(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "mdt-staff-half";
        cookie.Cookie.Path = Path;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Strict;
        cookie.Cookie.SecurePolicy = Security(environment);
        cookie.ExpireTimeSpan = TimeSpan.FromMinutes(5);
        cookie.SlidingExpiration = false;
        cookie.TimeProvider = time;
    }

    /// <summary>Where all cookies of the console are sent to.</summary>
    internal const string Path = "/staff";

    internal static CookieSecurePolicy Security(IHostEnvironment environment) =>
        environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;

    // A part of a page that looks by itself must not get the sign-in page in its place.
    static Task Refuse(Microsoft.AspNetCore.Authentication.RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (LiveRequest.IsOne(context.Request)) context.Response.StatusCode = status;
        else context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }
}
