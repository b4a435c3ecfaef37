using System.Text.Json;
using MdtChatBot.Bot.Voice;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Templates;

namespace MdtChatBot.Bot.Channels.Twilio;

/// <summary>One message as the form that Twilio's Messages API takes.</summary>
public sealed class SendRequest(TwilioOptions options)
{
    readonly string _statusCallback = options.SignedBaseUrl + "/webhooks/twilio/status?";

    /// <summary>The content template that the settings name for this message in its language, filled; null where there is none, or it can't be.</summary>
    public FilledTemplate? Configured(OutboxMessage message) =>
        options.Templates.TryGetValue(message.TemplateKey, out var template)
        && template.Languages.TryGetValue(message.Language, out var sid)
        && TemplateVariables.Fill(template.Variables, message.Written) is { } variables
            ? new FilledTemplate(message.TemplateKey, sid, TemplateCategory.Utility, variables)
            : null;

    /// <summary>The form; null where the text is longer than WhatsApp takes.</summary>
    public FormUrlEncodedContent? Write(OutboxMessage message, Way way)
    {
        var fields = new List<KeyValuePair<string, string>>(6)
        {
            new("To", message.Address),
            new("From", options.From),
            // Our own id: this is how a message whose answer was lost is known again.
            new("StatusCallback", _statusCallback + (message.ToStaff ? "a=" : way is Way.StandIn ? "o=" : "m=") + message.Id),
        };
        if (TemplateOf(way) is { } template)
        {
            fields.Add(new("ContentSid", template.Sid));
            if (template.Variables.Count > 0)
                fields.Add(new("ContentVariables", JsonSerializer.Serialize(template.Variables, TwilioJson.Default.IReadOnlyDictionaryStringString)));
        }
        else if (MessageBody.Write(message.Written) is { } body)
        {
            fields.Add(new("Body", body));
            if (message.Written.Sound is { } sound) fields.Add(new("MediaUrl", options.SignedBaseUrl + ClipEndpoint.Path + sound));
        }
        else
        {
            return null;
        }

        return new FormUrlEncodedContent(fields);
    }

    static FilledTemplate? TemplateOf(Way way) => way switch
    {
        Way.AsTemplate template => template.Template,
        Way.StandIn standIn => standIn.Template,
        _ => null,
    };
}
