using MdtChatBot.Bot.Staff;
using MdtChatBot.Storage;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace MdtChatBot.Bot.Tests.Shell;

/// <summary>What happens between the command and the first request.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task In_development_it_starts_with_the_demo_programme_and_is_ready()
    {
        await using var bot = await BotUnderTest.Start();
        using var client = bot.Client();
        Assert.Equal("ok", await client.GetStringAsync("/health/live"));
        Assert.Equal("ready", await client.GetStringAsync("/health/ready"));
        Assert.False(await bot.The<ProgrammeStore>().IsEmpty(CancellationToken.None));
        Assert.True(bot.The<StaffKey>().IsGenerated);
    }

    [Fact]
    public async Task Outside_development_the_demo_never_loads_and_no_staff_key_is_made()
    {
        await using var bot = await BotUnderTest.Start("Production");
        using var client = bot.Client();
        Assert.Equal("ready", await client.GetStringAsync("/health/ready"));
        Assert.True(await bot.The<ProgrammeStore>().IsEmpty(CancellationToken.None));
        Assert.False(bot.The<StaffKey>().Exists);
    }

    [Fact]
    public async Task Nothing_works_before_the_schema_stands()
    {
        await using var bot = await BotUnderTest.Start("Production");
        Assert.IsType<StartUp>(bot.The<IEnumerable<IHostedService>>().First(s => s.GetType().Assembly == typeof(StartUp).Assembly));
    }

    [Fact]
    public async Task Without_an_account_there_are_no_webhooks()
    {
        await using var bot = await BotUnderTest.Start("Production");
        using var answer = await bot.Client().PostAsync("/webhooks/twilio/inbound", null);
        // The files of the web chat answer any path, but only a GET.
        Assert.Contains((int)answer.StatusCode, new[] { 404, 405 });
    }

    [Theory]
    [InlineData("Twilio:AuthToken", "alone")]
    [InlineData("Twilio:AccountSid", "AC1")]
    [InlineData("Staff:ApiKey", "short")]
    [InlineData("Bot:PublicUrl", "mdt.example.org")]
    [InlineData("WebChat:MessagesPerMinute", "0")]
    public async Task A_wrong_setting_stops_the_start_and_is_named(string setting, string value)
    {
        var thrown = await Record.ExceptionAsync(() => BotUnderTest.Start("Production", (setting, value)));
        var explanation = StartUpFailure.Explain(Assert.IsType<OptionsValidationException>(thrown));
        Assert.Contains(setting.Split(':')[1], explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_content_folder_is_named()
    {
        var thrown = await Record.ExceptionAsync(() => BotUnderTest.Start("Production", ("Content:Directory", "/nowhere/at/all")));
        Assert.Contains("/nowhere/at/all", StartUpFailure.Explain(thrown!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Understanding:KeepMisunderstood", "maybe")]
    [InlineData("Pipeline:Workers", "many")]
    public async Task A_setting_of_the_wrong_kind_stops_the_start_and_is_named(string setting, string value)
    {
        var thrown = await Record.ExceptionAsync(() => BotUnderTest.Start("Production", (setting, value)));
        Assert.Contains(setting, StartUpFailure.Explain(thrown!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("Datasource")]
    [InlineData("Password=very-secret")]
    public async Task A_wrong_connection_string_is_explained_without_repeating_it(string connection)
    {
        var thrown = await Record.ExceptionAsync(() => BotUnderTest.Start("Production", ("ConnectionStrings:Mdt", connection)));
        var explanation = StartUpFailure.Explain(thrown!);
        Assert.Contains("ConnectionStrings:Mdt", explanation, StringComparison.Ordinal);
        Assert.DoesNotContain("very-secret", explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_cannot_be_opened_is_explained()
    {
        var thrown = await Record.ExceptionAsync(() => BotUnderTest.Start("Production", ("ConnectionStrings:Mdt", "Data Source=/proc/mdt.db")));
        Assert.Contains("ConnectionStrings:Mdt", StartUpFailure.Explain(thrown!), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_of_ours_is_not_explained_away() => Assert.Null(StartUpFailure.Explain(new InvalidOperationException("bug")));

    [Theory]
    [InlineData("Data Source=data/mdt.db", "/srv/data/mdt.db")]
    [InlineData("data source=/var/lib/mdt.db", "/var/lib/mdt.db")]
    public void A_relative_database_lies_under_the_content_root(string connection, string file)
    {
        var root = Directory.CreateTempSubdirectory("mdt-root-");
        var rooted = DatabaseWiring.Rooted(connection.Replace("/var/lib", root.FullName, StringComparison.Ordinal), root.FullName);
        Assert.Contains(file.Replace("/srv", root.FullName, StringComparison.Ordinal).Replace("/var/lib", root.FullName, StringComparison.Ordinal), rooted, StringComparison.Ordinal);
        root.Delete(recursive: true);
    }

    [Theory]
    [InlineData("Host=db;Password=x")]
    [InlineData("Data Source=:memory:")]
    public void Other_connection_strings_stay_as_they_are(string connection) => Assert.Equal(connection, DatabaseWiring.Rooted(connection, "/srv"));

    [Fact]
    public void Fresh_codes_are_codes_that_a_message_can_carry()
    {
        for (var i = 0; i < 100; i++)
        {
            var code = FreshCode.New();
            Assert.Equal(code, Workflow.Referrals.EntryCode.In($"Hoi! MDT-{code}"));
        }
    }
}
