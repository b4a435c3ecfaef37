using System.Text;
using MdtChatBot.Bot.Texts;
using Microsoft.Extensions.Options;

namespace MdtChatBot.Bot.Tests.Staff.Texts;

/// <summary>The texts on their way to reviewers and back, as files.</summary>
public sealed class ContentCommandTests : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mdt-texts-");
    readonly StringWriter _said = new();

    string Content => Path.Combine(_folder.FullName, "content");

    ContentFiles Files => new(Options.Create(new ContentOptions { Directory = Content }));

    public ContentCommandTests() => Copy(new DirectoryInfo(Path.Combine(AppContext.BaseDirectory, "content")), Directory.CreateDirectory(Content));

    public void Dispose()
    {
        _said.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_reviewers_round_trip()
    {
        Assert.Equal(0, await ContentCommand.Export(Files, "ar", _folder.FullName, _said));
        var csv = Path.Combine(_folder.FullName, "ar.csv");
        var bytes = await File.ReadAllBytesAsync(csv);
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        var before = await File.ReadAllTextAsync(Path.Combine(Content, "ar.yaml"));
        var old = ReviewFile.Read(bytes).Single(l => l.Key == "language.ask").Words;

        await File.WriteAllTextAsync(csv, (await File.ReadAllTextAsync(csv)).Replace(old, "-ما لغتك؟ 🙂", StringComparison.Ordinal), Encoding.UTF8);
        Assert.Equal(0, await Import(csv, ("--reviewed-by", "Fatima, native speaker")));

        var after = await File.ReadAllTextAsync(Path.Combine(Content, "ar.yaml"));
        Assert.Contains("ask: \"-ما لغتك؟ 🙂\"", after, StringComparison.Ordinal);
        Assert.Matches("review: \"20[0-9-]{8} by Fatima, native speaker\"", after);
        // Nothing else has changed: not a comment, not the order.
        var lines = after.Split('\n').Where(l => !l.Contains("Fatima", StringComparison.Ordinal)).ToHashSet();
        Assert.Equal([$"  ask: \"{old}\""], before.Split('\n').Where(l => !lines.Contains(l)));
        Assert.Contains("1 texts changed.", _said.ToString(), StringComparison.Ordinal);

        // Once more, unchanged: what begins like a formula went out harmless and comes back as it was.
        Assert.Equal(0, await ContentCommand.Export(Files, "ar", _folder.FullName, _said));
        Assert.Contains(";'-ما لغتك؟ 🙂;", await File.ReadAllTextAsync(csv), StringComparison.Ordinal);
        Assert.Equal(0, await Import(csv));
        Assert.Equal(after, await File.ReadAllTextAsync(Path.Combine(Content, "ar.yaml")));
        Assert.Equal(0, await ContentCommand.Check(Files, _said));
    }

    [Fact]
    public async Task A_broken_row_is_refused_with_its_line_and_nothing_changes()
    {
        var before = await File.ReadAllTextAsync(Path.Combine(Content, "en.yaml"));
        var csv = Path.Combine(_folder.FullName, "en.csv");
        // As a spreadsheet elsewhere writes it: with commas.
        await File.WriteAllTextAsync(csv, "key,dutch,text\r\nlanguage.ask,Welke taal wil je?,Which language?\r\nage.ask,Hoe oud ben je?,\"How old,\r\nat 2 pm?\"\r\nage.over29,30 of ouder,Older\r\n");
        Assert.Equal(1, await Import(csv));
        Assert.Contains($"{csv}, line 3: age.ask: “2 pm”: times are on the 24-hour clock, like 14:00", _said.ToString(), StringComparison.Ordinal);
        Assert.Contains($"{csv}, line 5: age.over29: the number 30 of the Dutch text is missing", _said.ToString(), StringComparison.Ordinal);
        Assert.Contains("nothing was changed", _said.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(Path.Combine(Content, "en.yaml")));
    }

    [Theory]
    [InlineData("", "there are no rows")]
    [InlineData("a;b\r\n1;2\r\n", "there is no column 'key'")]
    public async Task A_file_that_is_none_says_so(string text, string why)
    {
        var csv = Path.Combine(_folder.FullName, "en.csv");
        await File.WriteAllTextAsync(csv, text);
        Assert.Contains(why, (await Assert.ThrowsAsync<StartUpException>(() => Import(csv))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_in_an_old_alphabet_says_how_to_save_it()
    {
        var csv = Path.Combine(_folder.FullName, "en.csv");
        await File.WriteAllBytesAsync(csv, [.. "key;dutch;text\r\nlanguage.ask;Welke taal wil je?;caf"u8, 0xE9]);
        Assert.Contains("CSV UTF-8", (await Assert.ThrowsAsync<StartUpException>(() => Import(csv))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_check_tells_each_fault_in_a_line_and_fails()
    {
        var file = Path.Combine(Content, "en.yaml");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file)).Replace("\"How old are you?\"", "\"How old are you, {name}?\"", StringComparison.Ordinal));
        Assert.Equal(1, await ContentCommand.Check(Files, _said));
        Assert.Contains("content/en.yaml: age.ask: its arguments are name", _said.ToString(), StringComparison.Ordinal);
        Assert.Contains("1 faults.", _said.ToString(), StringComparison.Ordinal);
    }

    Task<int> Import(string csv, params (string Name, string Value)[] options) =>
        ContentCommand.Import(Files, Content, csv, options.ToDictionary(o => o.Name, o => o.Value), _said);

    static void Copy(DirectoryInfo from, DirectoryInfo to)
    {
        foreach (var file in from.GetFiles()) file.CopyTo(Path.Combine(to.FullName, file.Name));
        foreach (var folder in from.GetDirectories()) Copy(folder, to.CreateSubdirectory(folder.Name));
    }
}
