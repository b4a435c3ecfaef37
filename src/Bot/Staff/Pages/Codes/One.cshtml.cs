using MdtChatBot.Bot.Staff.Referring;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Content;

namespace MdtChatBot.Bot.Staff.Pages.Codes;

/// <summary>A code with its link, its pictures, and what to print.</summary>
public sealed class OneModel(CodeStore codes, EntryLinks links, MySites sites, Catalogue texts) : PrintedCode(codes, links, sites, texts);
