using System.Text;
using MdtChatBot.Bot.Staff.Referring;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Content;
using Microsoft.AspNetCore.Mvc;

namespace MdtChatBot.Bot.Staff.Pages.Codes;

/// <summary>The QR code by itself: <c>qr.svg</c> or <c>qr.png</c>.</summary>
public sealed class PictureModel(CodeStore codes, EntryLinks links, MySites sites, Catalogue texts) : CodePage(codes, links, sites, texts)
{
    [FromRoute]
    public string Kind { get; set; } = "";

    public override async Task<IActionResult> OnGet(string code)
    {
        if (!await Found(code)) return NotHere();
        return Kind switch
        {
            "svg" => File(Encoding.UTF8.GetBytes(Links.Svg(Code.Code.Code)), "image/svg+xml"),
            "png" => File(Links.Png(Code.Code.Code), "image/png"),
            _ => NotHere(),
        };
    }
}
