using MdtChatBot.Bot.Channels.Terminal;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using NodaTime;

namespace MdtChatBot.Bot.Tests.Shell;

public sealed class TerminalTests
{
    static async Task<string> Chat(TerminalOptions options, params string[] lines)
    {
        var to = new StringWriter();
        await TerminalChat.Run(options, new StringReader(string.Join('\n', lines)), to, CancellationToken.None);
        return to.ToString();
    }

    [Fact]
    public async Task A_youth_books_is_reminded_and_comes()
    {
        var file = Path.Combine(Path.GetTempPath(), $"mdt-transcript-{Environment.ProcessId}.txt");
        var said = await Chat(
            new TerminalOptions("nl", "deventer", file), "1", "1", "10", "1", "3", "Sam", "~ next", "~ next", "~ 30d", "@attended", "1", "@bogus", "~ soon");
        Assert.Contains("Gelukt, Sam!", said, StringComparison.Ordinal);
        Assert.Contains("Hoi Sam!", said, StringComparison.Ordinal);
        Assert.Contains("Hoe was", said, StringComparison.Ordinal);
        Assert.Contains("@attended, @missed", said, StringComparison.Ordinal);

        var transcript = await File.ReadAllLinesAsync(file);
        File.Delete(file);
        Assert.Equal(
            ["> Hoi! MDT-DEV24NL", "> 1", "> 1", "> 10", "> 1", "> 3", "> Sam", "~ next", "~ next", "~ 30d", "@attended", "> 1"],
            transcript.Where(l => l.Length > 0 && l[0] is '>' or '~' or '@'));
        Assert.Contains("<   1. Ja, dat is goed", transcript);
    }

    [Fact]
    public async Task A_coach_takes_over_and_gives_back()
    {
        var said = await Chat(new TerminalOptions("en", null, null), "1", "person", "@take Fatima", "@coach Fatima Hello there!", "@end Fatima");
        Assert.Contains("Hello there!", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_anybody_wrote_staff_has_nobody() =>
        Assert.Contains("Nobody has written yet.", await Chat(new TerminalOptions(null, null, null), "@attended"), StringComparison.Ordinal);

    [Theory]
    [InlineData("xx", null, "language 'xx'")]
    [InlineData(null, "parijs", "site 'parijs'")]
    public async Task A_language_or_site_that_is_not_there_is_named(string? language, string? site, string expected)
    {
        var thrown = await Assert.ThrowsAsync<StartUpException>(() => Chat(new TerminalOptions(language, site, null)));
        Assert.Contains(expected, thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_are_read_in_any_order() =>
        Assert.Equal(new TerminalOptions("ar", "utrecht", "a.txt"), TerminalOptions.Parse(["--save", "a.txt", "--site", "utrecht", "--language", "ar"]));

    [Theory]
    [InlineData("--save")]
    [InlineData("--colour", "red")]
    public void Other_options_are_refused(params string[] args) => Assert.Throws<StartUpException>(() => TerminalOptions.Parse(args));

    public static TheoryData<string, TerminalLine> Lines => new()
    {
        { "hoi", new TerminalLine.Youth(new Inbound.Message("hoi")) },
        { "[session:3]", new TerminalLine.Youth(new Inbound.Message("", "session:3")) },
        { "[voice]", new TerminalLine.Youth(new Inbound.Media(MediaKind.Voice)) },
        { "~ 24h", new TerminalLine.Wait(Duration.FromHours(24)) },
        { "~30m", new TerminalLine.Wait(Duration.FromMinutes(30)) },
        { "~ 2d", new TerminalLine.Wait(Duration.FromDays(2)) },
        { "~ next", new TerminalLine.WaitForTimer() },
        { "@attended", new TerminalLine.Mark(null, true) },
        { "@missed 3", new TerminalLine.Mark(new SessionId(3), false) },
        { "@coach Fatima tot morgen om 10", new TerminalLine.Coach(new Inbound.CoachWrote("Fatima", "tot morgen om 10")) },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_means(string line, TerminalLine meaning) => Assert.Equal(meaning, TerminalLine.Parse(line));

    [Theory]
    [InlineData("~ tomorrow")]
    [InlineData("~ -3h")]
    [InlineData("@coach Fatima")]
    [InlineData("@missed x")]
    public void Other_lines_are_unclear(string line) => Assert.IsType<TerminalLine.Unclear>(TerminalLine.Parse(line));
}
