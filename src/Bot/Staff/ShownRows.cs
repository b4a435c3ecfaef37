using MdtChatBot.Storage;

namespace MdtChatBot.Bot.Staff;

/// <summary>An open handoff in the staff API's JSON; times are ISO 8601 in UTC.</summary>
public sealed record ShownHandoff(long Youth, string FirstName, string Language, string? Site, string Reason, string Urgency, string Since, string? Coach)
{
    public static ShownHandoff Of(HandoffRow row) => new(
        row.Youth.Value, row.FirstName, row.Language.Code, row.Site?.Value, row.Reason.ToString(), row.Urgency.ToString(), row.Since.ToString(), row.CoachName is { Length: > 0 } coach ? coach : null);
}

/// <summary>A booking in the staff API's JSON.</summary>
public sealed record ShownSeat(long Youth, long Session, string FirstName, string Language, string Status, bool AtRisk, string Starts)
{
    public static ShownSeat Of(SeatRow row) => new(
        row.Youth.Value, row.Session.Value, row.FirstName, row.Language.Code, row.Status.ToString(), row.AtRisk, row.Starts.ToString());
}

/// <summary>An input that failed three times, in the staff API's JSON.</summary>
public sealed record ShownSetAside(long Id, long Youth, string At, int Attempts, string Error)
{
    public static ShownSetAside Of(SetAsideInput row) => new(row.Id, row.Youth.Value, row.At.ToString(), row.Attempts, row.Error);
}
