using System.Security.Claims;
using MdtChatBot.Storage;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using NodaTime;

namespace MdtChatBot.Bot.Staff;

/// <summary>
/// Signing in through the organisation's OpenID Connect provider: authorization code with PKCE. It opens an account, or an invitation, of the same
/// e-mail address, and nothing else: who may work here is decided here.
/// </summary>
public static class OrganisationSignIn
{
    public const string Scheme = "staff-organisation";

    internal const string CallbackPath = "/staff/sign-in/organisation";

    internal static void Add(IServiceCollection services, IConfiguration configuration)
    {
        // Read here only to know whether there is one; whether it is right is checked at the start, with the other settings.
        if (string.IsNullOrEmpty(configuration[$"{StaffOptions.Section}:OpenIdConnect:Authority"])) return;
        services.AddAuthentication().AddOpenIdConnect(Scheme, _ => { });
        services.AddOptions<OpenIdConnectOptions>(Scheme).Configure<IOptions<StaffOptions>, IHostEnvironment, TimeProvider>(Configure);
    }

    static void Configure(OpenIdConnectOptions connect, IOptions<StaffOptions> options, IHostEnvironment environment, TimeProvider time)
    {
        var settings = options.Value.OpenIdConnect;
        connect.Authority = settings.Authority;
        connect.ClientId = settings.ClientId;
        connect.ClientSecret = settings.ClientSecret;
        connect.SignInScheme = StaffSession.HalfScheme;
        connect.CallbackPath = CallbackPath;
        connect.ResponseType = OpenIdConnectResponseType.Code;
        // The answer comes as a link, so that its cookies need not travel with the forms of other sites.
        connect.ResponseMode = OpenIdConnectResponseMode.Query;
        connect.UsePkce = true;
        connect.MapInboundClaims = false;
        connect.SaveTokens = false;
        connect.GetClaimsFromUserInfoEndpoint = false;
        connect.TimeProvider = time;
        connect.Scope.Clear();
        foreach (var scope in new[] { "openid", "email", "profile" }) connect.Scope.Add(scope);
        foreach (var cookie in new[] { connect.CorrelationCookie, connect.NonceCookie })
        {
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = StaffCookie.Security(environment);
        }

        connect.Events.OnTicketReceived = Enter;
        connect.Events.OnRemoteFailure = Refuse;
    }

    static async Task Enter(TicketReceivedContext context)
    {
        var account = VerifiedAddress(context.Principal) is { } address ? await Account(context.HttpContext, address, Name(context.Principal!, address)) : null;
        context.HandleResponse();
        if (account is null)
        {
            context.Response.Redirect("/staff/sign-in?trouble=organisation");
            return;
        }

        await context.HttpContext.RequestServices.GetRequiredService<StaffSession>().Begin(context.HttpContext, account, strong: true);
        context.Response.Redirect(context.ReturnUri ?? "/staff");
    }

    // Put away, too late, or made up: nothing of it is repeated.
    static Task Refuse(RemoteFailureContext context)
    {
        context.HandleResponse();
        context.Response.Redirect("/staff/sign-in?trouble=organisation");
        return Task.CompletedTask;
    }

    static async Task<StaffAccount?> Account(HttpContext http, string address, string name)
    {
        var (services, stop) = (http.RequestServices, http.RequestAborted);
        var (staff, session) = (services.GetRequiredService<StaffStore>(), services.GetRequiredService<StaffSession>());
        if (await staff.AccountOf(address, stop) is { } known) return session.MayEnter(known) ? known : null;
        var (invitations, now) = (services.GetRequiredService<InvitationStore>(), services.GetRequiredService<IClock>().GetCurrentInstant());
        if (await invitations.For(address, now, stop) is not { } invitation) return null;
        var person = new NewStaff { Name = name, Email = address, Role = invitation.Role, At = now, SecurityStamp = Passwords.NewStamp() };
        return await invitations.Accept(invitation, person, now, stop) is Joining.In(var id) ? await staff.Account(id, stop) : null;
    }

    /// <summary>Null where the provider says that it did not check the address.</summary>
    static string? VerifiedAddress(ClaimsPrincipal? principal) =>
        principal?.FindFirstValue("email_verified") is "false" or "False" or "0" ? null
        : principal?.FindFirstValue("email") is { Length: > 0 } address && EmailAddress.IsOne(StaffStore.Address(address)) ? StaffStore.Address(address)
        : null;

    static string Name(ClaimsPrincipal principal, string address) =>
        principal.FindFirstValue("name")?.Trim() is { Length: > 0 and <= 60 } name ? name : address.Split('@')[0];
}
