using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using MdtChatBot.Bot.Channels;
using MdtChatBot.Bot.Channels.Twilio;
using MdtChatBot.Bot.Turns;

namespace MdtChatBot.Bot.Voice;

/// <summary>Asks a server over HTTP: <c>POST /v1/audio/transcriptions</c> as OpenAI defined it and whisper.cpp takes it.</summary>
sealed partial class HttpTranscriber : ITranscriber, IDisposable
{
    const int MaxAnswer = 256 * 1024;
    const int MaxWords = 1000;

    // Those that Whisper was trained on; of another it would make words of a third language, so it is left to guess.
    static readonly HashSet<string> Known = ["nl", "en", "ar", "fa", "tr", "uk", "fr", "es", "ru", "so", "am", "ps"];

    readonly VoiceOptions _options;
    readonly ILogger<HttpTranscriber> _log;
    readonly HttpClient _http;
    readonly string _path;

    public HttpTranscriber(VoiceOptions options, ILogger<HttpTranscriber> log)
    {
        _options = options;
        _log = log;
        _path = options.TranscriberUrl.TrimEnd('/') + "/v1/audio/transcriptions";
        _http = OutsideCalls.Client();
        _http.MaxResponseContentBufferSize = MaxAnswer;
        if (options.ApiKey.Length > 0) _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", options.ApiKey);
    }

    public async Task<string?> Transcribe(ReadOnlyMemory<byte> sound, string type, string language, CancellationToken stop)
    {
        using var form = Form(sound, type, language);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(_options.Timeout);
        try
        {
            using var answer = await _http.PostAsync(new Uri(_path), form, patience.Token);
            if (answer.IsSuccessStatusCode) return WordsIn(await answer.Content.ReadAsByteArrayAsync(patience.Token));
            LogRefused(_log, (int)answer.StatusCode);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or JsonException || (e is OperationCanceledException && !stop.IsCancellationRequested))
        {
            LogFailed(_log, Faults.NameOf(e));
        }

        return null;
    }

    public void Dispose() => _http.Dispose();

    MultipartFormDataContent Form(ReadOnlyMemory<byte> sound, string type, string language)
    {
        var file = new ReadOnlyMemoryContent(sound);
        file.Headers.ContentType = new MediaTypeHeaderValue(type);
        var form = new MultipartFormDataContent
        {
            // The server tells the format by the name.
            { file, "file", "voice." + (type is "audio/mpeg" ? "mp3" : type is "audio/mp4" ? "m4a" : type["audio/".Length..]) },
            { new StringContent(_options.Model), "model" },
            { new StringContent("json"), "response_format" },
        };
        if (Known.Contains(language)) form.Add(new StringContent(language), "language");
        return form;
    }

    static string WordsIn(byte[] body) => Words.Clean(JsonSerializer.Deserialize(body, TranscriptJson.Default.TranscriptAnswer)?.Text ?? "", MaxWords);

    [LoggerMessage(1, LogLevel.Warning, "The transcriber refused a voice note (HTTP {Status}): check Voice:TranscriberUrl, Voice:ApiKey and Voice:Model.")]
    static partial void LogRefused(ILogger log, int status);

    [LoggerMessage(2, LogLevel.Warning, "The transcriber did not write down a voice note ({Error}); the youth is asked to type, and a coach can listen.")]
    static partial void LogFailed(ILogger log, string error);
}

/// <summary>What the server answers, as far as we read it.</summary>
sealed record TranscriptAnswer([property: JsonPropertyName("text")] string? Text);

[JsonSerializable(typeof(TranscriptAnswer))]
sealed partial class TranscriptJson : JsonSerializerContext;
