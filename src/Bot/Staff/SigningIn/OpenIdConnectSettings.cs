namespace MdtChatBot.Bot.Staff;

/// <summary>Section <c>Staff:OpenIdConnect</c>: the sign-in of the organisation, if it has one.</summary>
public sealed class OpenIdConnectSettings
{
    /// <summary>Where the provider is, for example <c>https://login.example.org/tenant/v2.0</c>. Empty: there is none.</summary>
    public string Authority { get; init; } = "";

    public string ClientId { get; init; } = "";

    /// <summary>A secret.</summary>
    public string ClientSecret { get; init; } = "";

    /// <summary>What the button on the sign-in page says it is.</summary>
    public string Name { get; init; } = "OpenID Connect";

    public bool IsOn => Authority.Length > 0;

    /// <summary>What is wrong, with the name of the setting; empty where all is well.</summary>
    internal IEnumerable<string> Faults()
    {
        if (!IsOn)
        {
            if (ClientId.Length > 0 || ClientSecret.Length > 0) yield return "Staff:OpenIdConnect:Authority is empty, yet ClientId or ClientSecret is set.";
            yield break;
        }

        if (!Uri.TryCreate(Authority, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps) yield return "Staff:OpenIdConnect:Authority must be an https address.";
        if (ClientId.Length == 0) yield return "Staff:OpenIdConnect:ClientId is missing.";
        if (ClientSecret.Length == 0) yield return "Staff:OpenIdConnect:ClientSecret is missing.";
        if (Name.Length is 0 or > 40) yield return "Staff:OpenIdConnect:Name must have 1 to 40 characters.";
    }
}
