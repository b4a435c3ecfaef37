using Microsoft.Extensions.Options;

namespace MdtChatBot.Bot.Voice;

/// <summary>Section <c>Voice</c>: the computer that writes down what youth say. Off while <see cref="TranscriberUrl"/> is empty.</summary>
public sealed class VoiceOptions
{
    public const string Section = "Voice";

    /// <summary>A server that takes <c>POST …/v1/audio/transcriptions</c>, without that path: whisper.cpp's, or another that speaks OpenAI's form.</summary>
    public string TranscriberUrl { get; set; } = "";

    /// <summary>Sent as bearer token; empty where the server asks for none. A secret: set it by environment variable.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>The model to ask for.</summary>
    public string Model { get; set; } = "whisper-1";

    /// <summary>What has not answered by then did not hear it.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    public bool IsOn => TranscriberUrl.Length > 0;
}

/// <summary>Says at start what is wrong with the settings, by name; never repeats a value, since one of them is a secret.</summary>
sealed class VoiceOptionsRules : IValidateOptions<VoiceOptions>
{
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public ValidateOptionsResult Validate(string? name, VoiceOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    static IEnumerable<string> Faults(VoiceOptions options)
    {
        if (!options.IsOn)
        {
            if (options.ApiKey.Length > 0) yield return "Voice:TranscriberUrl is empty while Voice:ApiKey is set. Set it, or empty the key to run without a transcriber.";
            yield break;
        }

        if (!IsWebAddress(options.TranscriberUrl)) yield return "Voice:TranscriberUrl must be a web address without query, for example http://localhost:8080.";
        if (string.IsNullOrWhiteSpace(options.Model)) yield return "Voice:Model is empty: name the model to ask for, for example whisper-1.";
        if (options.Timeout < TimeSpan.FromSeconds(1) || options.Timeout > Longest) yield return "Voice:Timeout must be between 00:00:01 and 00:05:00.";
    }

    static bool IsWebAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp) && url.Query.Length == 0 && url.UserInfo.Length == 0;
}
