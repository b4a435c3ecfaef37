using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Storage.Tests;

public sealed class SqliteStaffTests : StaffTests<OnSqlite>;

public sealed class PostgresStaffTests : StaffTests<OnPostgres>;

public abstract class StaffTests<TEngine> : StoreTest<TEngine> where TEngine : IEngine
{
    static readonly SiteId Deventer = new("deventer");
    static readonly SiteId TerApel = new("ter-apel");

    [Fact]
    public async Task An_account_is_found_as_it_was_made_by_its_number_and_by_its_address()
    {
        var id = (await One.Staff.Add(Sanne() with { Email = " Sanne@MDT.test ", Places = [new(Deventer, true), new(TerApel, false)] }, Stop))!.Value;

        var account = (await One.Staff.AccountOf("SANNE@mdt.test", Stop))!;
        Assert.Equal((id, "Sanne", StaffRole.Coach, 10, true, false), (account.Member.Id, account.Member.Name, account.Member.Role, account.Member.LoadCap, account.Active, account.IsDemo));
        Assert.Equal(("sanne@mdt.test", "hash", "stamp", Start), (account.Email, account.PasswordHash, account.SecurityStamp, account.CreatedAt));
        Assert.Equal([Deventer, TerApel], account.Member.Sites);
        Assert.Equal([Deventer], account.Member.PrimaryAt);
        Assert.Equal([Language.Dutch, new Language("ti")], account.Member.Speaks);
        Assert.Equal(HoursText.Json(WorkingHours.OfficeHours), HoursText.Json(account.Member.Hours));
        Assert.Equal("Sanne", (await One.Staff.Find(id, Stop))!.Name);
    }

    [Fact]
    public async Task An_address_has_one_account()
    {
        await One.Staff.Add(Sanne(), Stop);

        Assert.Null(await One.Staff.Add(Sanne() with { Name = "Other", Email = "SANNE@mdt.test" }, Stop));
        Assert.Equal("Sanne", Assert.Single(await One.Staff.All(Stop)).Name);
    }

    [Fact]
    public async Task Who_is_not_there_is_not_found()
    {
        Assert.Null(await One.Staff.Find(new StaffId(9), Stop));
        Assert.Null(await One.Staff.AccountOf("nobody@mdt.test", Stop));
    }

    [Fact]
    public async Task Demo_accounts_are_closed_and_others_stay()
    {
        await One.Staff.Add(Sanne(), Stop);
        await One.Staff.Add(Sanne() with { Name = "Demo", Email = "demo@mdt.test", IsDemo = true }, Stop);

        await One.Staff.CloseDemo(Stop);

        Assert.Equal(["Sanne"], (await One.Staff.All(Stop)).Select(m => m.Name));
        Assert.Equal(2, (await One.Staff.Accounts(Stop)).Count);
    }

    [Fact]
    public async Task The_trail_tells_who_did_what_newest_first()
    {
        var sanne = (await One.Staff.Add(Sanne(), Stop))!.Value;
        await One.Audit.Write(new AuditEntry(sanne, "youth.opened", new YouthId(7), Deventer, "", Start), Stop);
        await One.Audit.Write(new AuditEntry(null, "signIn.failed", null, null, "x", Start + Duration.FromMinutes(1)), Stop);

        var lines = await Read(null, Start + Duration.FromHours(1));
        Assert.Equal([("", "signIn.failed", null, null, "x"), ("Sanne", "youth.opened", new YouthId(7), Deventer, "")], lines.Select(l => (l.StaffName, l.Act, l.Youth, l.Site, l.Detail)));
        Assert.Equal(["youth.opened"], (await Read(sanne, Start + Duration.FromHours(1))).Select(l => l.Act));
        Assert.Equal(["youth.opened"], (await Read(null, Start + Duration.FromMinutes(1))).Select(l => l.Act));
        Assert.Equal(["signIn.failed"], (await Read(null, Start + Duration.FromHours(1), act: "signIn.failed")).Select(l => l.Act));
        Assert.Equal(["youth.opened"], (await Read(null, Start + Duration.FromHours(1), sites: [Deventer, TerApel])).Select(l => l.Act));
        Assert.Empty(await Read(null, Start + Duration.FromHours(1), sites: [TerApel]));
        Assert.Equal(["signIn.failed", "youth.opened"], await One.Audit.Acts(Start, Stop));
    }

    [Theory]
    [InlineData("update audit set act = 'nothing'")]
    [InlineData("delete from audit")]
    [InlineData("update audit set staff_name = '' where id = 1")]
    public async Task The_trail_is_not_altered(string sql)
    {
        await One.Audit.Write(new AuditEntry(null, "youth.opened", null, null, "", SystemClock.Instance.GetCurrentInstant()), Stop);

        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(async () =>
        {
            await using var transaction = await One.Database.Begin(Stop);
            await transaction.Commit([new Statement(sql).With()], Stop);
        });
        Assert.Single(await Read(null, SystemClock.Instance.GetCurrentInstant() + Duration.FromHours(1)));
    }

    [Fact]
    public async Task The_trail_ends_after_two_years_and_not_before()
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        await One.Audit.Write(new AuditEntry(null, "old", null, null, "", now - Duration.FromDays(740)), Stop);
        await One.Audit.Write(new AuditEntry(null, "young", null, null, "", now - Duration.FromDays(720)), Stop);

        await One.Audit.Forget(now - Duration.FromDays(732), Stop);

        Assert.Equal(["young"], (await Read(null, now)).Select(l => l.Act));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => One.Audit.Forget(now, Stop));
        Assert.Equal(["young"], (await Read(null, now)).Select(l => l.Act));
    }

    [Fact]
    public async Task A_topic_that_was_raised_has_a_higher_version_on_every_node()
    {
        await new LiveTopics(One.Database).Raise("handoffs", Stop);
        var before = await new LiveTopics(Another().Database).Versions(Stop);
        await new LiveTopics(One.Database).Raise("handoffs", Stop);

        Assert.True((await new LiveTopics(Another().Database).Versions(Stop))["handoffs"] > before["handoffs"]);
    }

    [Fact]
    public async Task Keys_that_seal_are_kept()
    {
        await new ProtectionKeys(One.Database).Write("key-1", "<key/>", Start, Stop);

        Assert.Equal(["<key/>"], await new ProtectionKeys(Another().Database).Read(Stop));
    }

    static NewStaff Sanne() => new()
    {
        Name = "Sanne",
        Email = "sanne@mdt.test",
        Role = StaffRole.Coach,
        Speaks = [Language.Dutch, new Language("ti")],
        At = Start,
        PasswordHash = "hash",
        SecurityStamp = "stamp",
    };

    Task<IReadOnlyList<AuditLine>> Read(StaffId? of, Instant to, string act = "", IReadOnlyList<SiteId>? sites = null) =>
        One.Audit.Read(new AuditQuestion { From = Instant.FromUtc(2020, 1, 1, 0, 0), To = to, Staff = of, Act = act, Sites = sites }, 10, 0, Stop);
}
