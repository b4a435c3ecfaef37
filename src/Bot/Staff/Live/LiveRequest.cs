namespace MdtChatBot.Bot.Staff.Live;

/// <summary>Requests that a page makes by itself, without anybody tapping anything.</summary>
static class LiveRequest
{
    public const string Events = "/staff/events";

    const string Header = "X-Live";

    public static bool IsOne(HttpRequest request) => request.Path == Events || request.Headers.ContainsKey(Header);
}
