using System.Text.Json.Serialization;
using MdtChatBot.Workflow.Templates;

namespace MdtChatBot.Bot.Templates;

/// <summary>A template as Meta's API takes it (<c>POST /{business account}/message_templates</c>), for who connects WhatsApp without Twilio.</summary>
sealed record MetaTemplate(string Name, string Language, string Category, IReadOnlyList<MetaComponent> Components)
{
    public static MetaTemplate Of(TemplateText text) => new(text.Name, text.Declared, text.Category.ToString().ToUpperInvariant(), [.. ComponentsOf(text)]);

    static IEnumerable<MetaComponent> ComponentsOf(TemplateText text)
    {
        // What fills the ids of buttons is given when a message is sent, not here.
        var inBody = text.Samples.Take(text.Variables.Count(v => !v.StartsWith("choice.", StringComparison.Ordinal))).ToList();
        yield return new MetaComponent("BODY") { Text = text.Body, Example = inBody.Count > 0 ? new MetaExample([inBody]) : null };
        if (text.Buttons.Count > 0) yield return new MetaComponent("BUTTONS") { Buttons = [.. text.Buttons.Select(b => new MetaButton("QUICK_REPLY", b.Title))] };
    }
}

sealed record MetaComponent(string Type)
{
    public string? Text { get; init; }

    public MetaExample? Example { get; init; }

    public IReadOnlyList<MetaButton>? Buttons { get; init; }
}

sealed record MetaExample([property: JsonPropertyName("body_text")] IReadOnlyList<IReadOnlyList<string>> BodyText);

sealed record MetaButton(string Type, string Text);
