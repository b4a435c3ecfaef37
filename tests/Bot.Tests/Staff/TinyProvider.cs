using System.Buffers.Text;
using System.Net;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Web;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MdtChatBot.Bot.Tests.Staff;

/// <summary>An OpenID Connect provider in the test's process, at https://login.test: as small as the standard allows, and as strict.</summary>
sealed class TinyProvider : HttpMessageHandler
{
    public const string Authority = "https://login.test";

    readonly RSA _key = RSA.Create(2048);
    readonly Dictionary<string, (string Challenge, string Nonce, Dictionary<string, object> Claims)> _codes = [];

    /// <summary>What goes wrong on purpose.</summary>
    public bool SignsWithAnotherKey { get; set; }

    public bool ForgetsNonce { get; set; }

    /// <summary>Somebody signs in at the provider: where their browser is sent back to.</summary>
    public string SignIn(Uri asked, Dictionary<string, object> claims)
    {
        var query = HttpUtility.ParseQueryString(asked.Query);
        Assert.Equal(("code", "S256", "mdt"), (query["response_type"], query["code_challenge_method"], query["client_id"]));
        var code = $"code{_codes.Count}";
        _codes[code] = (query["code_challenge"]!, query["nonce"]!, claims);
        return $"{query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(query["state"]!)}";
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => request.RequestUri!.AbsolutePath switch
    {
        "/.well-known/openid-configuration" => Json($$"""{"issuer":"{{Authority}}","authorization_endpoint":"{{Authority}}/authorize","token_endpoint":"{{Authority}}/token","jwks_uri":"{{Authority}}/jwks","response_types_supported":["code"],"subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"]}"""),
        "/jwks" => Json(Keys()),
        "/token" => Token(HttpUtility.ParseQueryString(await request.Content!.ReadAsStringAsync(cancellationToken))),
        _ => new HttpResponseMessage(HttpStatusCode.NotFound),
    };

    protected override void Dispose(bool disposing)
    {
        if (disposing) _key.Dispose();
        base.Dispose(disposing);
    }

    HttpResponseMessage Token(System.Collections.Specialized.NameValueCollection form)
    {
        if (form["client_secret"] != "secret" || form["code"] is not { } code || !_codes.Remove(code, out var given)) return Json("""{"error":"invalid_grant"}""", HttpStatusCode.BadRequest);
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"] ?? "")));
        if (challenge != given.Challenge) return Json("""{"error":"invalid_grant"}""", HttpStatusCode.BadRequest);
        using var other = RSA.Create(2048);
        return Json($$"""{"access_token":"x","token_type":"Bearer","id_token":"{{IdToken(given.Nonce, given.Claims, SignsWithAnotherKey ? other : _key)}}"}""");
    }

    string IdToken(string nonce, Dictionary<string, object> claims, RSA key)
    {
        var all = new Dictionary<string, object>(claims) { ["sub"] = "subject-1" };
        if (!ForgetsNonce) all["nonce"] = nonce;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Authority,
            Audience = "mdt",
            Subject = new ClaimsIdentity(),
            Claims = all,
            Expires = DateTime.UtcNow.AddMinutes(5),
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(key) { KeyId = "k" }, SecurityAlgorithms.RsaSha256) { CryptoProviderFactory = new CryptoProviderFactory { CacheSignatureProviders = false } },
        });
    }

    string Keys()
    {
        var key = _key.ExportParameters(includePrivateParameters: false);
        return $$"""{"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"k","n":"{{Base64Url.EncodeToString(key.Modulus)}}","e":"{{Base64Url.EncodeToString(key.Exponent)}}"}]}""";
    }

    static HttpResponseMessage Json(string json, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
}
