namespace MdtChatBot.Workflow.Tests;

public sealed class Transcripts
{
    internal static readonly string Folder = Path.Combine(Fixture.Root, "tests", "Workflow.Tests", "Transcripts");

    public static TheoryData<string> All() => new(Directory.GetFiles(Folder, "*.txt", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Folder, f)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(All))]
    public void The_bot_says_and_does_what_the_transcript_says(string file)
    {
        var path = Path.Combine(Folder, file);
        var written = File.ReadAllText(path);
        var played = Transcript.Play(written.Split('\n')[..^1]);
        if (played != written && Environment.GetEnvironmentVariable("UPDATE_TRANSCRIPTS") is "1") File.WriteAllText(path, played);
        else Assert.Equal(written, played);
    }

    [Fact]
    public void There_are_at_least_forty() => Assert.True(All().Count >= 40);
}
