using System.Text.Encodings.Web;
using System.Text.Unicode;
using MdtChatBot.Bot.Staff.Live;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Staffing;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;

namespace MdtChatBot.Bot.Staff;

/// <summary>The staff console at <c>/staff</c>: Razor Pages in <c>Staff/Pages</c>. See docs/staff-console.md for how a page is added.</summary>
public static class StaffConsole
{
    public static IServiceCollection AddStaffConsole(this IServiceCollection services, IConfiguration configuration)
    {
        AddSigningIn(services);
        OrganisationSignIn.Add(services, configuration);
        AddPages(services);
        services.AddSingleton<StaffTexts>();
        services.AddScoped<StaffWords>();
        services.AddScoped<StaffNavigation>();
        services.AddSingleton<YouthFiles>();
        services.AddSingleton<YouthActs>();
        services.AddSingleton<StaffEvents>();
        services.AddSingleton<StaffEventStream>();
        services.AddHostedService<TopicWatch>();
        services.AddSingleton(new NavEntry(10, "nav.start", "/staff"));
        services.AddSingleton(new NavEntry(80, "nav.people", "/staff/people", StaffRole.Coordinator));
        services.AddSingleton(new NavEntry(90, "nav.audit", "/staff/audit", StaffRole.Coordinator));
        return services;
    }

    /// <summary>Before endpoints are found: who asks, and what every request must be.</summary>
    public static void UseStaffConsole(this WebApplication app)
    {
        app.UseWhen(StaffRequests.IsOne, staff =>
        {
            staff.Use(StaffRequests.DemandHttps);
            staff.UseStatusCodePagesWithReExecute("/staff/fault/{0}");
        });
        app.UseRouting();
        app.Use(StaffRequests.KeepNowhere);
        app.UseAuthentication();
        app.UseAuthorization();
    }

    public static void MapStaffConsole(this WebApplication app)
    {
        app.MapRazorPages();
        app.MapGet(LiveRequest.Events, (HttpContext http, StaffEventStream stream, StaffUser user, string topics = "") => stream.Open(http, user, topics))
            .RequireAuthorization(StaffSession.Policy);
    }

    static void AddSigningIn(IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddSingleton<SealingKeys>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(s => s.GetRequiredService<SealingKeys>());
        services.AddDataProtection().SetApplicationName("MdtChatBot");
        services.AddAuthentication(StaffSession.Scheme).AddCookie(StaffSession.Scheme).AddCookie(StaffSession.HalfScheme);
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>, StaffCookie>();
        services.AddAuthorizationBuilder()
            .AddPolicy(StaffSession.SignedInPolicy, policy => policy.AddAuthenticationSchemes(StaffSession.Scheme).RequireAuthenticatedUser())
            .AddPolicy(StaffSession.Policy, policy => policy.AddAuthenticationSchemes(StaffSession.Scheme).RequireAuthenticatedUser().RequireClaim(StaffSession.CompleteClaim));
        services.AddSingleton<IValidateOptions<StaffOptions>, StaffOptionsRules>();
        services.AddSingleton<StaffSession>();
        services.AddSingleton<Passwords>();
        services.AddSingleton<Attempts>();
        services.AddSingleton<Sealing>();
        services.AddSingleton<SecondFactor>();
        services.AddSingleton<StaffLinks>();
        services.AddSingleton<StaffPasskeys>();
        services.AddScoped<StaffUser>();
        services.AddSingleton<DemoStaff>();
        services.AddHostedService<StaffStart>();
    }

    static void AddPages(IServiceCollection services)
    {
        services.AddRazorPages(pages =>
        {
            pages.RootDirectory = "/Staff/Pages";
            // Everybody must be signed in, unless a page says [AllowAnonymous]; roles stand on the page.
            pages.Conventions.AuthorizeFolder("/", StaffSession.SignedInPolicy);
            pages.Conventions.ConfigureFilter(new Microsoft.AspNetCore.Mvc.TypeFilterAttribute(typeof(SecondFactorFirst)));
        });
        services.Configure<MvcOptions>(mvc =>
        {
            mvc.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            var messages = mvc.ModelBindingMessageProvider;
            messages.SetAttemptedValueIsInvalidAccessor((_, _) => "!fault.value");
            messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => "!fault.value");
            messages.SetUnknownValueIsInvalidAccessor(_ => "!fault.value");
            messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => "!fault.value");
            messages.SetValueIsInvalidAccessor(_ => "!fault.value");
            messages.SetValueMustBeANumberAccessor(_ => "!fault.number");
            messages.SetNonPropertyValueMustBeANumberAccessor(() => "!fault.number");
            messages.SetMissingBindRequiredValueAccessor(_ => "!fault.missing");
            messages.SetMissingKeyOrValueAccessor(() => "!fault.missing");
            messages.SetValueMustNotBeNullAccessor(_ => "!fault.missing");
        });
        services.AddOptions<AntiforgeryOptions>().Configure<IHostEnvironment>((forms, environment) =>
        {
            forms.Cookie.Name = "mdt-staff-form";
            forms.Cookie.Path = StaffCookie.Path;
            forms.Cookie.SecurePolicy = StaffCookie.Security(environment);
        });
        services.AddOptions<CookieTempDataProviderOptions>().Configure<IHostEnvironment>((said, environment) =>
        {
            said.Cookie.Name = "mdt-staff-said";
            said.Cookie.Path = StaffCookie.Path;
            said.Cookie.SecurePolicy = StaffCookie.Security(environment);
        });
        // Arabic and Tigrinya as they are, not as six characters for each letter.
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
    }
}
