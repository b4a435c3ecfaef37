using MdtChatBot.Bot.Staff.Referring;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Referrals;
using Microsoft.AspNetCore.Mvc;

namespace MdtChatBot.Bot.Staff.Pages.Codes;

/// <summary>A page about one code of a site where who looks works.</summary>
public abstract class CodePage(CodeStore codes, EntryLinks links, MySites sites, Catalogue texts) : StaffPage
{
    public CodeLine Code { get; private set; } = null!;

    public Workflow.Programme.Site Site { get; private set; } = null!;

    public Catalogue Texts => texts;

    /// <summary>As it stands in a message.</summary>
    public string Written => EntryCode.Written(Code.Code.Code);

    public string Link => links.Link(Code.Code.Code);

    protected EntryLinks Links => links;

    protected async Task<bool> Found(string code)
    {
        if (await codes.Find(code, Stop) is not { } found || await sites.Mine(found.Code.Site?.Value, Stop) is not { } site) return false;
        (Code, Site) = (found, site);
        return true;
    }

    public virtual async Task<IActionResult> OnGet(string code) => await Found(code) ? Page() : NotHere();

    /// <summary>There is nothing to post here.</summary>
    public Task<IActionResult> OnPost(string code) => OnGet(code);
}

/// <summary>What is printed of a code, in the languages that were chosen.</summary>
public abstract class PrintedCode(CodeStore codes, EntryLinks links, MySites sites, Catalogue texts) : CodePage(codes, links, sites, texts)
{
    /// <summary>Ticked by who prints; else those of the code, else Dutch and English.</summary>
    [FromQuery(Name = "l")]
    public List<string> Asked { get; set; } = [];

    public IReadOnlyList<Language> Languages
    {
        get
        {
            var asked = Texts.Languages.Where(l => Asked.Contains(l.Code)).ToList();
            return asked.Count > 0 ? asked : Code.Languages.Count > 0 ? Code.Languages : [Language.Dutch, Language.English];
        }
    }

    public string Direction(Language language) => Texts.IsRightToLeft(language) ? "rtl" : "ltr";

    public string Write(string key, Language language) => Texts.Write(key, language, Site.Id);

    public string WriteCode(string key, Language language) => Texts.Write(Text.Of(key, ("code", Arg.Of(Written))), language, Site.Id);
}
