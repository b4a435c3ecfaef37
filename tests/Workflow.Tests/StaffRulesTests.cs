using MdtChatBot.Workflow.Staffing;

namespace MdtChatBot.Workflow.Tests;

public sealed class StaffRulesTests
{
    static readonly SiteId Deventer = new("deventer");
    static readonly SiteId Utrecht = new("utrecht");

    static readonly StaffMember Coach = Member(1, StaffRole.Coach, Deventer);
    static readonly StaffMember Noor = Member(2, StaffRole.Coordinator, Deventer);
    static readonly StaffMember Admin = Member(3, StaffRole.Admin);

    [Theory]
    [InlineData(StaffRole.Coach, true)]
    [InlineData(StaffRole.BalieWorker, true)]
    [InlineData(StaffRole.Coordinator, false)]
    [InlineData(StaffRole.Admin, false)]
    public void A_coordinator_invites_who_works_at_a_site(StaffRole role, bool may) => Assert.Equal(may, StaffRules.MayGive(Noor, role, [Deventer]));

    [Fact]
    public void A_coordinator_invites_for_their_own_sites_only()
    {
        Assert.False(StaffRules.MayGive(Noor, StaffRole.Coach, [Utrecht]));
        Assert.False(StaffRules.MayGive(Noor, StaffRole.Coach, [Deventer, Utrecht]));
        Assert.False(StaffRules.MayGive(Noor, StaffRole.Coach, []));
    }

    [Fact]
    public void An_admin_invites_everybody_everywhere()
    {
        Assert.True(StaffRules.MayGive(Admin, StaffRole.Admin, []));
        Assert.True(StaffRules.MayGive(Admin, StaffRole.Coordinator, [Deventer, Utrecht]));
        Assert.False(StaffRules.MayGive(Admin, StaffRole.Coach, []));
    }

    [Fact]
    public void Coaches_and_balie_workers_invite_nobody() => Assert.False(StaffRules.MayGive(Coach, StaffRole.Coach, [Deventer]));

    [Fact]
    public void A_coordinator_changes_the_people_of_their_sites_but_no_coordinator_and_not_themselves()
    {
        Assert.True(StaffRules.MayChange(Noor, Coach));
        Assert.False(StaffRules.MayChange(Noor, Member(4, StaffRole.Coach, Utrecht)));
        Assert.False(StaffRules.MayChange(Noor, Member(5, StaffRole.Coordinator, Deventer)));
        Assert.False(StaffRules.MayChange(Noor, Noor));
        Assert.False(StaffRules.MayChange(Admin, Admin));
        Assert.True(StaffRules.MayChange(Admin, Noor));
    }

    [Fact]
    public void Places_that_the_changer_does_not_look_after_stay()
    {
        var both = Member(6, StaffRole.Coach, Deventer, Utrecht) with { PrimaryAt = [Utrecht] };

        Assert.Equal([(Utrecht, true)], StaffRules.Places(Noor, both, [], []));
        Assert.Equal([(Utrecht, true), (Deventer, true)], StaffRules.Places(Noor, both, [Deventer, Utrecht], [Deventer]));
    }

    static StaffMember Member(long id, StaffRole role, params SiteId[] sites) => new()
    {
        Id = new StaffId(id),
        Name = role.ToString(),
        Role = role,
        Sites = sites,
        Speaks = [Language.Dutch],
        Hours = WorkingHours.OfficeHours,
        LoadCap = 10,
    };
}
