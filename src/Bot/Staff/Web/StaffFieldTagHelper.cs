using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace MdtChatBot.Bot.Staff;

/// <summary>
/// A field of a form with its label, hint and fault: <c>&lt;staff-field for="Email" label="signIn.email" type="email" /&gt;</c>.
/// What was typed stays there when the form is refused. With content of its own (a select, checkboxes) it only puts label and fault around it.
/// </summary>
[HtmlTargetElement("staff-field", Attributes = "for,label")]
public sealed class StaffFieldTagHelper(StaffWords words) : TagHelper
{
    static readonly string[] Own = ["for", "label", "hint", "type", "lines", "value"];

    [HtmlAttributeName("for")]
    public required ModelExpression For { get; set; }

    /// <summary>Key of the label's words.</summary>
    public required string Label { get; set; }

    /// <summary>Key of a line that says what is expected.</summary>
    public string? Hint { get; set; }

    public string Type { get; set; } = "text";

    /// <summary>A text of several lines, so many high.</summary>
    public int Lines { get; set; }

    [HtmlAttributeNotBound, ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var (id, fault) = (TagBuilder.CreateSanitizedId(For.Name, "_"), words.FaultOf(ViewContext.ModelState, For.Name, Type is "number"));
        var inputs = output.Attributes.Where(a => !Own.Contains(a.Name)).ToList();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.Clear();
        output.Attributes.SetAttribute("class", fault is null ? "field" : "field wrong");
        output.Content.AppendHtml(Labelled("label", words[Label], ("for", id)));
        if (Hint is { } hint) output.Content.AppendHtml(Labelled("p", words[hint], ("class", "hint"), ("id", id + "-hint")));
        if (content.IsEmptyOrWhiteSpace) output.Content.AppendHtml(Input(id, fault, inputs));
        else output.Content.AppendHtml(content);
        if (fault is not null) output.Content.AppendHtml(Labelled("p", fault, ("class", "fault"), ("id", id + "-fault")));
    }

    TagBuilder Input(string id, string? fault, List<TagHelperAttribute> more)
    {
        var input = new TagBuilder(Lines > 0 ? "textarea" : "input") { TagRenderMode = Lines > 0 ? TagRenderMode.Normal : TagRenderMode.SelfClosing };
        foreach (var attribute in more) input.Attributes[attribute.Name] = attribute.Value?.ToString() ?? "";
        input.Attributes["id"] = id;
        input.Attributes["name"] = For.Name;
        var described = string.Join(' ', new[] { fault is null ? null : id + "-fault", Hint is null ? null : id + "-hint" }.OfType<string>());
        if (described.Length > 0) input.Attributes["aria-describedby"] = described;
        if (fault is not null) input.Attributes["aria-invalid"] = "true";
        if (Lines > 0)
        {
            input.Attributes["rows"] = Lines.ToString();
            input.InnerHtml.Append(Value());
            return input;
        }

        input.Attributes["type"] = Type;
        // A password is typed again: it is not sent back.
        if (Type is not "password") input.Attributes["value"] = Value();
        return input;
    }

    string Value() =>
        ViewContext.ModelState.TryGetValue(For.Name, out var typed) && typed.AttemptedValue is { } kept ? kept : For.Model?.ToString() ?? "";

    static TagBuilder Labelled(string tag, string text, params (string Name, string Value)[] attributes)
    {
        var element = new TagBuilder(tag);
        foreach (var (name, value) in attributes) element.Attributes[name] = value;
        element.InnerHtml.Append(text);
        return element;
    }
}
