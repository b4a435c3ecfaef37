using System.Security.Cryptography;
using System.Text;
using MdtChatBot.Bot.Channels.Twilio;

namespace MdtChatBot.Bot.Tests.Twilio;

/// <summary>The vectors of Twilio's own Node and C# libraries (MIT), and one of ours with letters outside ASCII made with the Node library.</summary>
public sealed class SignatureTests
{
    const string Url = "https://mycompany.com/myapp.php?foo=1&bar=2";
    const string Call = "CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&To=%2B18005551212";
    const string Json = "{\"property\": \"value\", \"boolean\": true}";
    const string JsonUrl = Url + "&bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";

    static bool IsValid(string url, string form, string signature, string token = "12345") =>
        new TwilioSignature(token).IsValid(url, WebhookForm.Parse(Encoding.UTF8.GetBytes(form)), signature);

    [Theory]
    [InlineData("https://mycompany.com/myapp.php?foo=1&bar=2", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("https://mycompany.com:443/myapp.php?foo=1&bar=2", "kvajT1Ptam85bY51eRf/AJRuM3w=")]
    [InlineData("http://mycompany.com:80/myapp.php?foo=1&bar=2", "0ZXoZLH/DfblKGATFgpif+LLRf4=")]
    [InlineData("http://mycompany.com:1234/myapp.php?foo=1&bar=2", "Zmvh+3yNM1Phv2jhDCwEM3q5ebU=")]
    [InlineData("https://user:pass@mycompany.com/myapp.php?foo=1&bar=2", "CukzLTc1tT5dXEDIHm/tKBanW10=")]
    [InlineData("https://mycompany.com/myapp.php?foo=1&bar=2&Body=It's+amazing", "TfZzewPq8wqrGlMfyAud8+/IvJ0=")]
    public void Twilios_vectors_are_valid(string url, string signature) => Assert.True(IsValid(url, Call, signature));

    [Theory]
    [InlineData("https://mycompany.com:443/myapp.php?foo=1&bar=2", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")] // signed without port
    [InlineData("https://mycompany.com/myapp.php?foo=1&bar=2", "kvajT1Ptam85bY51eRf/AJRuM3w=")] // signed with :443
    [InlineData("http://mycompany.com/myapp.php?foo=1&bar=2", "0ZXoZLH/DfblKGATFgpif+LLRf4=")] // signed with :80
    public void Either_spelling_of_the_port_is_valid(string url, string signature) => Assert.True(IsValid(url, Call, signature));

    [Fact]
    public void The_fragment_is_never_signed() => Assert.True(IsValid(Url + "#rc=2&rp=all", Call, "RSOYDt4T1cUTdK1PDd93/VVr8B8="));

    [Theory]
    [InlineData("MessagingBinding.Address=%2B1325xxxxxxx&MessagingBinding.Address=%2B1415xxxxxxx", "83O6e2vORAoJHUNzJjDWN1jz+BA=")]
    [InlineData("MessagingBinding.Address=%2B1415xxxxxxx&MessagingBinding.Address=%2B1325xxxxxxx", "83O6e2vORAoJHUNzJjDWN1jz+BA=")]
    [InlineData("Sid=CA123&SidAccount=AC123&Digits=5678&Digits=1234&Digits=1234", "IK+Dwps556ElfBT0I3Rgjkr1wJU=")]
    public void Repeated_names_are_signed_once_for_each_value(string form, string signature) => Assert.True(IsValid(Url, form, signature));

    [Fact]
    public void Letters_outside_ascii_are_signed_as_utf8()
    {
        var form = "From=whatsapp%3A%2B31612345678&To=whatsapp%3A%2B14155238886&Body=" + Uri.EscapeDataString("سلام ☕")
            + "&WaId=31612345678&MessageSid=SM" + new string('a', 32) + "&NumMedia=0&ProfileName=" + Uri.EscapeDataString("زهرا");
        Assert.True(IsValid("https://bot.example.org/twilio/inbound?tenant=a%20b&x=%C3%A9", form, "c2CKBumncGD43eVJzU6A2ntzGfU=", "secret"));
    }

    [Fact]
    public void A_json_body_is_signed_by_its_hash_in_the_address() =>
        Assert.True(new TwilioSignature("12345").IsValid(JsonUrl, WebhookForm.Parse(Encoding.UTF8.GetBytes(Json), isJson: true), "a9nBmqA0ju/hNViExpshrM61xv4="));

    [Theory]
    [InlineData(JsonUrl, Json + " ", "a9nBmqA0ju/hNViExpshrM61xv4=")] // another body
    [InlineData(Url, Json, "y2cYBIgbeBCJJN+0NU+M2CvPsl4=")] // no hash in the address
    public void A_json_body_without_its_own_hash_is_refused(string url, string body, string signature) =>
        Assert.False(new TwilioSignature("12345").IsValid(url, WebhookForm.Parse(Encoding.UTF8.GetBytes(body), isJson: true), signature));

    [Fact]
    public void A_json_body_without_hash_is_refused_even_when_the_address_is_signed()
    {
#pragma warning disable CA5350 // Twilio signs so.
        var signature = Convert.ToBase64String(HMACSHA1.HashData("12345"u8, Encoding.UTF8.GetBytes(Url)));
#pragma warning restore CA5350
        Assert.False(new TwilioSignature("12345").IsValid(Url, WebhookForm.Parse(Encoding.UTF8.GetBytes(Json), isJson: true), signature));
    }

    [Theory]
    [InlineData("https://mycompany.com/myapp.php/?foo=1&bar=2")] // a slash more
    [InlineData("http://mycompany.com/myapp.php?foo=1&bar=2")] // another scheme
    [InlineData("https://mycompany.com/MyApp.php?foo=1&bar=2")]
    [InlineData("https://mycompany.com/myapp.php?bar=2&foo=1")]
    [InlineData("https://mycompany.com/myapp.php")]
    [InlineData("https://mycompany.com:8443/myapp.php?foo=1&bar=2")]
    public void Another_address_is_refused(string url)
    {
        // With a port of its own, the address without it is the signed one: Twilio leaves ports out.
        var expected = url.Contains(":8443", StringComparison.Ordinal);
        Assert.Equal(expected, IsValid(url, Call, "RSOYDt4T1cUTdK1PDd93/VVr8B8="));
    }

    [Theory]
    [InlineData("CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234&From=%2B14158675309")] // a field less
    [InlineData(Call + "&Extra=1")] // a field more
    [InlineData(Call + "&Empty=")] // empty values count
    [InlineData("CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1235&From=%2B14158675309&To=%2B18005551212")] // another value
    [InlineData("")]
    public void Another_body_is_refused(string form) => Assert.False(IsValid(Url, form, "RSOYDt4T1cUTdK1PDd93/VVr8B8="));

    [Theory]
    [InlineData("")]
    [InlineData("RSOYDt4T1cUTdK1PDd93/VVr8B8")]
    [InlineData("RSOYDt4T1cUTdK1PDd93/VVr8B9=")]
    [InlineData("not base 64 at all, but rather long so that it does not fit anywhere")]
    [InlineData("AAAA")]
    [InlineData("é")]
    public void Another_signature_is_refused(string signature) => Assert.False(IsValid(Url, Call, signature));

    [Fact]
    public void Another_token_is_refused() => Assert.False(IsValid(Url, Call, "RSOYDt4T1cUTdK1PDd93/VVr8B8=", "12346"));
}
