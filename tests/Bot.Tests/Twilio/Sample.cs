using MdtChatBot.Bot.Channels.Twilio;

namespace MdtChatBot.Bot.Tests.Twilio;

/// <summary>Webhook bodies as Twilio sends them, written from its field tables with fictitious numbers and names.</summary>
static class Sample
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Twilio", "Samples");

    public static IEnumerable<string> Names => Directory.GetFiles(Folder, "*.form").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal);

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name + ".form")) is var bytes && bytes[^1] == '\n' ? bytes[..^1] : bytes;

    public static WebhookForm Form(string name) => WebhookForm.Parse(Bytes(name));
}
