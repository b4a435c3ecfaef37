using System.Data.Common;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Storage.Staffing;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Staffing;

namespace MdtChatBot.Storage;

/// <summary>The people who work in the console.</summary>
public sealed class StaffStore(Database database)
{
    /// <summary>Who can be given work now or on another day: all active members, by name.</summary>
    public async Task<IReadOnlyList<StaffMember>> All(CancellationToken stop) =>
        [.. (await Accounts(stop)).Where(a => a.Active).Select(a => a.Member).OrderBy(m => m.Name, StringComparer.CurrentCultureIgnoreCase)];

    /// <summary>One member, also who has left; null where there never was one.</summary>
    public async Task<StaffMember?> Find(StaffId staff, CancellationToken stop) => (await Account(staff, stop))?.Member;

    /// <summary>All accounts, also those that are closed, in the order they were made.</summary>
    public Task<IReadOnlyList<StaffAccount>> Accounts(CancellationToken stop) =>
        Read(read => StaffSql.All.With(read), read => StaffSql.AllSites.With(read), stop);

    public async Task<StaffAccount?> Account(StaffId staff, CancellationToken stop) =>
        await Read(read => StaffSql.ById.With(read, ("staff", staff.Value)), read => StaffSql.SitesById.With(read, ("staff", staff.Value)), stop) is [var one] ? one : null;

    /// <param name="email">In any case.</param>
    /// <param name="stop">Ends it early.</param>
    public async Task<StaffAccount?> AccountOf(string email, CancellationToken stop)
    {
        var key = Address(email);
        return await Read(read => StaffSql.ByEmail.With(read, ("email", key)), read => StaffSql.SitesByEmail.With(read, ("email", key)), stop) is [var one] ? one : null;
    }

    /// <summary>Null where somebody has this address already.</summary>
    public async Task<StaffId?> Add(NewStaff person, CancellationToken stop)
    {
        StaffId? added = null;
        await using var transaction = await database.Begin(stop);
        await transaction.Run(StaffSql.Add.With([person with { Email = Address(person.Email) }], row => added = new StaffId(row.Number(0))), stop);
        if (added is not { } id) return null;
        await transaction.Commit([StaffSql.JoinSites.With(person.Places, ("staff", id.Value))], stop);
        return id;
    }

    public async Task Save(StaffProfile profile, AuditEntry entry, CancellationToken stop)
    {
        await using var transaction = await database.Begin(stop);
        await transaction.Commit([StaffSql.SaveProfile.With([profile]), AuditSql.Write.With([entry])], stop);
    }

    /// <summary>Gives another role and other sites; running sessions end, so that the new rights count. False for the last Admin.</summary>
    public Task<bool> Place(StaffId staff, StaffRole role, IReadOnlyList<WorkPlace> places, string stamp, AuditEntry entry, CancellationToken stop) =>
        UnlessLastAdmin(
            staff,
            remains: role is StaffRole.Admin,
            [
                StaffSql.SetRole.With(("staff", staff.Value), ("role", role.ToString()), ("stamp", stamp)),
                StaffSql.LeaveSites.With(("staff", staff.Value)),
                StaffSql.JoinSites.With(places, ("staff", staff.Value)),
                AuditSql.Write.With([entry]),
            ],
            stop);

    /// <summary>Closes or opens an account; nobody is ever deleted. False for the last Admin.</summary>
    public Task<bool> SetActive(StaffId staff, bool active, string stamp, AuditEntry entry, CancellationToken stop) =>
        UnlessLastAdmin(
            staff,
            remains: active,
            [StaffSql.SetActive.With(("staff", staff.Value), ("active", active), ("stamp", stamp)), AuditSql.Write.With([entry])],
            stop);

    /// <summary>Demo accounts can no longer be used: the database has left Development.</summary>
    public async Task CloseDemo(CancellationToken stop)
    {
        await using var transaction = await database.Begin(stop);
        await transaction.Commit([StaffSql.CloseDemo.With()], stop);
    }

    async Task<bool> UnlessLastAdmin(StaffId staff, bool remains, IReadOnlyList<Call> calls, CancellationToken stop)
    {
        var admins = new HashSet<long>();
        await using var transaction = await database.Begin(stop);
        await transaction.Run(StaffSql.LockAdmins.With(row => admins.Add(row.Number(0))), stop);
        if (!remains && admins.SetEquals([staff.Value])) return false;
        await transaction.Commit(calls, stop);
        return true;
    }

    /// <summary>An e-mail address as accounts are found by it.</summary>
    public static string Address(string email) => email.Trim().ToLowerInvariant();

    async Task<IReadOnlyList<StaffAccount>> Read(Func<Action<DbDataReader>, Call> people, Func<Action<DbDataReader>, Call> places, CancellationToken stop)
    {
        var accounts = new List<StaffAccount>();
        var sites = new List<(StaffId Staff, WorkPlace Place)>();
        await database.Read(
            [
                people(row => accounts.Add(StaffSql.Account(row))),
                places(row => sites.Add((new StaffId(row.Number(0)), new WorkPlace(new SiteId(row.Text(1)), row.Flag(2))))),
            ],
            stop);
        var placesOf = sites.ToLookup(s => s.Staff, s => s.Place);
        return [.. accounts.Select(a => a with { Member = With(a.Member, [.. placesOf[a.Member.Id]]) })];
    }

    static StaffMember With(StaffMember member, IReadOnlyList<WorkPlace> places) => member with
    {
        Sites = [.. places.Select(p => p.Site)],
        PrimaryAt = [.. places.Where(p => p.IsPrimary).Select(p => p.Site)],
    };
}
