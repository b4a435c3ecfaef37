using System.Text.Json;
using MdtChatBot.Storage;

namespace MdtChatBot.Bot.Channels.Twilio;

/// <summary>One message as the form that Twilio's Messages API takes.</summary>
public sealed class SendRequest(TwilioOptions options)
{
    readonly string _statusCallback = options.SignedBaseUrl + "/webhooks/twilio/status?";

    /// <summary>Whether a content template is named for this message in its language and can be filled.</summary>
    public bool HasTemplateFor(OutboxMessage message) => TemplateFor(message) is not null;

    /// <summary>The form; null where the text is longer than WhatsApp takes.</summary>
    public FormUrlEncodedContent? Write(OutboxMessage message)
    {
        var fields = new List<KeyValuePair<string, string>>(6)
        {
            new("To", message.Address),
            new("From", options.From),
            // Our own id: this is how a message whose answer was lost is known again.
            new("StatusCallback", _statusCallback + (message.ToStaff ? "a=" : "m=") + message.Id),
        };
        if (TemplateFor(message) is { } template)
        {
            fields.Add(new("ContentSid", template.Sid));
            if (template.Variables.Count > 0)
                fields.Add(new("ContentVariables", JsonSerializer.Serialize(template.Variables, TwilioJson.Default.DictionaryStringString)));
        }
        else if (MessageBody.Write(message.Written) is { } body)
        {
            fields.Add(new("Body", body));
        }
        else
        {
            return null;
        }

        return new FormUrlEncodedContent(fields);
    }

    (string Sid, Dictionary<string, string> Variables)? TemplateFor(OutboxMessage message) =>
        options.Templates.TryGetValue(message.TemplateKey, out var template)
        && template.Languages.TryGetValue(message.Language, out var sid)
        && TemplateVariables.Fill(template.Variables, message.Written) is { } variables
            ? (sid, variables)
            : null;
}
