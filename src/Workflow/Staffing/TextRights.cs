using MdtChatBot.Workflow.Content.Checking;
using MdtChatBot.Workflow.Templates;

namespace MdtChatBot.Workflow.Staffing;

/// <summary>Whether somebody may change the words of a text; if not, why.</summary>
public enum TextRight
{
    Yes,

    /// <summary>The program understands exactly these words, or youth gave their consent to them.</summary>
    Fixed,

    /// <summary>Only an Admin: what MDT means for the asylum procedure.</summary>
    AdminsOnly,

    /// <summary>For all sites at once: only an Admin.</summary>
    AllSites,

    /// <summary>The label of a button of templates, which WhatsApp approves once for all sites.</summary>
    OneForAll,

    /// <summary>Does not look after this site.</summary>
    OtherSite,
}

/// <summary>Who may change which words of youth, for which site.</summary>
public static class TextRights
{
    /// <param name="who">A Coordinator or an Admin; nobody else changes texts.</param>
    /// <param name="key">Of the text.</param>
    /// <param name="site">Null: for all sites.</param>
    /// <param name="rules">Which texts are fixed, and which an Admin's.</param>
    /// <param name="book">Which texts stand on templates.</param>
    public static TextRight Of(StaffMember who, string key, SiteId? site, ContentRules rules, TemplateBook book)
    {
        if (who.Role is not (StaffRole.Coordinator or StaffRole.Admin)) return TextRight.OtherSite;
        if (rules.IsFixed(key)) return TextRight.Fixed;
        if (site is { } one && !who.WorksFor(one)) return TextRight.OtherSite;
        if (site is not null && book.Specs.Any(s => s.Buttons.Contains(key))) return TextRight.OneForAll;
        if (who.Role is StaffRole.Admin) return TextRight.Yes;
        if (rules.IsForAdmins(key)) return TextRight.AdminsOnly;
        return site is null ? TextRight.AllSites : TextRight.Yes;
    }
}
