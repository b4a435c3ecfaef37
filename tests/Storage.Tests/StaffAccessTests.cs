using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Staffing;
using NodaTime;

namespace MdtChatBot.Storage.Tests;

public sealed class SqliteStaffAccessTests : StaffAccessTests<OnSqlite>;

public sealed class PostgresStaffAccessTests : StaffAccessTests<OnPostgres>;

/// <summary>Invitations, passwords, second factors, and who may no longer come in.</summary>
public abstract class StaffAccessTests<TEngine> : StoreTest<TEngine> where TEngine : IEngine
{
    static readonly SiteId Deventer = new("deventer");

    InvitationStore Invitations => new(One.Database);

    StaffSecrets Secrets => new(One.Database);

    [Fact]
    public async Task An_invitation_opens_one_account_once()
    {
        await Invitations.Make(Invitation("t1", "sanne@mdt.test"), Entry("people.invited"), Stop);
        var invitation = (await Invitations.Open("t1", Now, Stop))!;

        var accepted = Assert.IsType<Joining.In>(await Invitations.Accept(invitation, Person("sanne@mdt.test"), Now, Stop));

        Assert.Equal([Deventer], (await One.Staff.Find(accepted.Staff, Stop))!.PrimaryAt);
        Assert.IsType<Joining.Gone>(await Invitations.Accept(invitation, Person("other@mdt.test"), Now, Stop));
        Assert.Null(await Invitations.Open("t1", Now, Stop));
    }

    [Fact]
    public async Task An_invitation_ends_with_time_with_a_newer_one_and_when_it_is_withdrawn()
    {
        await Invitations.Make(Invitation("t1", "sanne@mdt.test"), null, Stop);
        Assert.Null(await Invitations.Open("t1", Now + Duration.FromDays(8), Stop));
        await Invitations.Make(Invitation("t2", "sanne@mdt.test"), null, Stop);
        Assert.Null(await Invitations.Open("t1", Now, Stop));
        Assert.Equal("t2", (await Invitations.For("Sanne@MDT.test", Now, Stop))!.TokenHash);
        Assert.Single(await Invitations.Waiting(Now, Stop));

        await Invitations.Withdraw("sanne@mdt.test", Entry("people.withdrawn"), Stop);

        Assert.Empty(await Invitations.Waiting(Now, Stop));
    }

    [Fact]
    public async Task The_link_for_the_first_admin_is_worth_nothing_once_there_is_one()
    {
        await Invitations.Make(Invitation("s1", "") with { Role = StaffRole.Admin, Places = [] }, null, Stop);
        await Invitations.Make(Invitation("s2", "") with { Role = StaffRole.Admin, Places = [] }, null, Stop);
        var (first, second) = ((await Invitations.Open("s1", Now, Stop))!, (await Invitations.Open("s2", Now, Stop))!);
        Assert.False(await Invitations.HasAdmin(Stop));

        Assert.IsType<Joining.In>(await Invitations.Accept(first, Person("a@mdt.test") with { Role = StaffRole.Admin }, Now, Stop));

        Assert.True(await Invitations.HasAdmin(Stop));
        Assert.IsType<Joining.Gone>(await Invitations.Accept(second, Person("b@mdt.test") with { Role = StaffRole.Admin }, Now, Stop));
    }

    [Fact]
    public async Task A_link_for_an_account_that_is_there_gives_a_new_password_and_frees_it_of_its_second_factor()
    {
        var staff = (await One.Staff.Add(Person("sanne@mdt.test"), Stop))!.Value;
        await Secrets.SetTotp(staff, "sealed", 5, "stamp2", ["c1"], Entry("x"), Stop);
        await Invitations.Make(Invitation("t1", "sanne@mdt.test") with { FreesSecondFactor = true }, null, Stop);
        var invitation = (await Invitations.Open("t1", Now, Stop))!;

        Assert.True(await Invitations.Renew(invitation, staff, "new", "stamp3", Now, Stop));

        var account = (await One.Staff.Account(staff, Stop))!;
        Assert.Equal(("new", "stamp3", null), (account.PasswordHash, account.SecurityStamp, account.TotpSecret));
        Assert.Equal(0, await Secrets.CodesLeft(staff, Stop));
        Assert.False(await Invitations.Renew(invitation, staff, "again", "stamp4", Now, Stop));
    }

    [Fact]
    public async Task A_code_opens_once_and_an_older_one_not_at_all()
    {
        var staff = (await One.Staff.Add(Person("sanne@mdt.test"), Stop))!.Value;
        await Secrets.SetTotp(staff, "sealed", 5, "stamp2", ["c1", "c2"], Entry("x"), Stop);

        Assert.False(await Secrets.UseStep(staff, 5, Stop));
        Assert.True(await Secrets.UseStep(staff, 6, Stop));
        Assert.False(await Secrets.UseStep(staff, 6, Stop));
        Assert.True(await Secrets.UseCode(staff, "c1", Stop));
        Assert.False(await Secrets.UseCode(staff, "c1", Stop));
        Assert.Equal(1, await Secrets.CodesLeft(staff, Stop));
    }

    [Fact]
    public async Task The_last_admin_stays()
    {
        var one = (await One.Staff.Add(Person("a@mdt.test") with { Role = StaffRole.Admin }, Stop))!.Value;
        Assert.False(await One.Staff.SetActive(one, false, "s", Entry("x"), Stop));
        Assert.False(await One.Staff.Place(one, StaffRole.Coach, [], "s", Entry("x"), Stop));
        var two = (await One.Staff.Add(Person("b@mdt.test") with { Role = StaffRole.Admin }, Stop))!.Value;

        // Each closes the other at the same time.
        var closed = await Task.WhenAll(new[] { one, two }.Select(admin => Task.Run(() => Another().Staff.SetActive(admin, false, "s", Entry("x"), Stop))));

        Assert.Single(closed, done => done);
        Assert.True(await Invitations.HasAdmin(Stop));
    }

    [Fact]
    public async Task A_change_of_role_or_profile_is_kept_and_is_in_the_trail()
    {
        var staff = (await One.Staff.Add(Person("sanne@mdt.test"), Stop))!.Value;
        await One.Staff.Place(staff, StaffRole.BalieWorker, [new(new("ter-apel"), false)], "stamp2", Entry("people.placed"), Stop);
        await One.Staff.Save(
            new StaffProfile
            {
                Staff = staff,
                Name = "Sanne V",
                Speaks = [new("ar")],
                Hours = WorkingHours.None,
                LoadCap = 3,
                AbsentUntil = new LocalDate(2026, 12, 1),
                Console = Language.English,
            },
            Entry("account.saved"),
            Stop);

        var account = (await One.Staff.Account(staff, Stop))!;
        Assert.Equal((StaffRole.BalieWorker, "stamp2", "Sanne V", 3, new LocalDate(2026, 12, 1), Language.English),
            (account.Member.Role, account.SecurityStamp, account.Member.Name, account.Member.LoadCap, account.Member.AbsentUntil, account.Console));
        Assert.Equal(["ter-apel"], account.Member.Sites.Select(s => s.Value));
        Assert.Equal(["account.saved", "people.placed"], await One.Audit.Acts(Start, Stop));
    }

    [Fact]
    public async Task Failures_are_counted_by_all_nodes_together_until_they_are_over()
    {
        var (one, two) = (new FailureStore(One.Database), new FailureStore(Another().Database));
        await one.Add(["account", "network"], Now, Now + Duration.FromMinutes(15), Stop);
        await two.Add(["account", "network"], Now, Now + Duration.FromMinutes(15), Stop);
        await one.Clear("account", Stop);

        Assert.Equal(new Dictionary<string, long> { ["network"] = 2 }, await two.Counts(["account", "network"], Now, Stop));
        Assert.Empty(await two.Counts(["account", "network"], Now + Duration.FromMinutes(15), Stop));
    }

    [Fact]
    public async Task A_passkey_belongs_to_one_account()
    {
        var staff = (await One.Staff.Add(Person("sanne@mdt.test"), Stop))!.Value;
        var other = (await One.Staff.Add(Person("mark@mdt.test"), Stop))!.Value;
        var passkeys = new PasskeyStore(One.Database);
        Assert.True(await passkeys.Add(new StoredPasskey("id", staff, "phone", "{}", Now), Entry("x"), Stop));
        Assert.False(await passkeys.Add(new StoredPasskey("id", other, "phone", "{}", Now), Entry("x"), Stop));
        Assert.True(await passkeys.Update(new StoredPasskey("id", staff, "phone", "{2}", Now), Stop));

        Assert.Equal("{2}", Assert.Single(await passkeys.Of(staff, Stop)).Passkey);
        Assert.Equal(staff, (await passkeys.Find("id", Stop))!.Staff);
        Assert.False(await passkeys.Remove(other, "id", Entry("x"), Stop));
        Assert.True(await passkeys.Remove(staff, "id", Entry("x"), Stop));
    }

    static Invitation Invitation(string token, string email) => new()
    {
        TokenHash = token,
        Email = email,
        Role = StaffRole.Coach,
        Places = [new WorkPlace(Deventer, true)],
        At = Start,
        ExpiresAt = Start + Duration.FromDays(7),
    };

    static NewStaff Person(string email) => new() { Name = "Sanne", Email = email, Role = StaffRole.Coach, At = Start, PasswordHash = "hash", SecurityStamp = "stamp" };

    static AuditEntry Entry(string act) => new(null, act, null, null, "", Start);
}
