using MdtChatBot.Bot.Tests.Shell;

namespace MdtChatBot.Bot.Tests.Staff;

/// <summary>One program in Development, with its demo accounts, for tests that do not mind what the others did.</summary>
public sealed class StaffHouse : IAsyncLifetime
{
    public BotUnderTest Bot { get; private set; } = null!;

    public async Task InitializeAsync() => Bot = await BotUnderTest.Start();

    public async Task DisposeAsync() => await Bot.DisposeAsync();
}
