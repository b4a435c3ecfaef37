namespace MdtChatBot.Bot.Channels.WebChat;

/// <summary>Carries the <see cref="ConversationId"/> between visits.</summary>
static class ConversationCookie
{
    const string Name = "mdt-chat";

    // As long as a profile is kept after the last message (domain.md 10); each visit starts it anew.
    static readonly TimeSpan KeptFor = TimeSpan.FromDays(183);

    public static ConversationId? Conversation(this HttpRequest request) => ConversationId.Parse(request.Cookies[Name]);

    public static void Remember(this HttpResponse response, ConversationId conversation) =>
        response.Cookies.Append(Name, conversation.Value, new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = response.HttpContext.Request.IsHttps,
            IsEssential = true,
            MaxAge = KeptFor,
            Path = "/",
        });
}
