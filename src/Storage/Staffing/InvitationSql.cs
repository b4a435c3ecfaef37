using System.Data.Common;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Staffing;

namespace MdtChatBot.Storage.Staffing;

/// <summary>Links that open an account once.</summary>
static class InvitationSql
{
    const string Columns = "select i.token_hash, i.email, i.role, i.places, i.frees, i.invited_by, i.created_at, i.expires_at from staff_invitation i";

    public static readonly Statement<Invitation> Add = new(
        new Rows<Invitation>()
            .Text("token_hash", i => i.TokenHash)
            .Text("email", i => i.Email)
            .Text("role", i => i.Role.ToString())
            .Text("places", i => Written(i.Places))
            .Flag("frees", i => i.FreesSecondFactor)
            .Number("invited_by", i => i.By?.Value)
            .Time("created_at", i => i.At)
            .Time("expires_at", i => i.ExpiresAt),
        """
        insert into staff_invitation (token_hash, email, role, places, frees, invited_by, created_at, expires_at)
        select r.token_hash, r.email, r.role, r.places, r.frees, r.invited_by, r.created_at, r.expires_at
          from {rows}
        """);

    public static readonly Statement ByToken = new($"""
        {Columns}
         where i.token_hash = @token and i.expires_at > @now
        """);

    public static readonly Statement ByEmail = new($"""
        {Columns}
         where i.email = @email and i.expires_at > @now
        """);

    public static readonly Statement Waiting = new($"""
        {Columns}
         where i.email > '' and i.expires_at > @now
         order by i.email
        """);

    public static readonly Statement Withdraw = new("delete from staff_invitation where email = @email");

    /// <summary>The one moment that a link is used: whoever comes second finds nothing.</summary>
    public static readonly Statement Use = new("delete from staff_invitation where token_hash = @token and expires_at > @now");

    public static readonly Statement Tidy = new("delete from staff_invitation where token_hash > '' and expires_at <= @now");

    public static Invitation Read(DbDataReader row) => new()
    {
        TokenHash = row.Text(0),
        Email = row.Text(1),
        Role = row.Name<StaffRole>(2),
        Places = Read(row.Text(3)),
        FreesSecondFactor = row.Flag(4),
        By = row.NumberOrNull(5) is { } by ? new StaffId(by) : null,
        At = row.Time(6),
        ExpiresAt = row.Time(7),
    };

    // “deventer! hardenberg”: first to be asked in Deventer, backup in Hardenberg.
    static string Written(IReadOnlyList<WorkPlace> places) => string.Join(' ', places.Select(p => p.Site.Value + (p.IsPrimary ? "!" : "")));

    static IReadOnlyList<WorkPlace> Read(string places) =>
        [.. places.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => new WorkPlace(new SiteId(p.TrimEnd('!')), p.EndsWith('!')))];
}
