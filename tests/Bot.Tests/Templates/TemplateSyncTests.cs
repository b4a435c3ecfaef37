using System.Text.Json;
using MdtChatBot.Bot.Channels.Twilio;
using MdtChatBot.Bot.Templates;
using MdtChatBot.Storage;
using MdtChatBot.Support;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Templates;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Testing;

namespace MdtChatBot.Bot.Tests.Templates;

/// <summary>Templates made, handed in and read back, against a Content API on this machine.</summary>
public sealed class TemplateSyncTests : IAsyncLifetime
{
    static readonly Instant Noon = Instant.FromUtc(2026, 11, 23, 12, 0);
    static readonly TemplateBook Book = Texts();

    readonly FakeClock _clock = new(Noon);
    readonly List<TimeSpan> _waits = [];
    string _connection = "";
    StubContent _content = null!;
    readonly List<ContentApi> _apis = [];
    Database _database = null!;

    public async Task InitializeAsync()
    {
        _content = await StubContent.Start();
        _apis.Add(new ContentApi(
            new TwilioOptions { AccountSid = StubContent.AccountSid, AuthToken = StubContent.AuthToken, ContentBaseUrl = _content.BaseUrl },
            (wait, _) =>
            {
                _waits.Add(wait);
                return Task.CompletedTask;
            }));
        _connection = await TestDatabases.Create(postgres: false);
        _database = Database.Open(_connection);
    }

    public async Task DisposeAsync()
    {
        _apis.ForEach(a => a.Dispose());
        await _content.DisposeAsync();
        await _database.DisposeAsync();
        TestDatabases.Remove(_connection);
    }

    TemplateStore Store => new(_database);

    static TemplateBook Texts()
    {
        var files = new ContentFiles(Options.Create(new ContentOptions()));
        return files.Templates(files.Catalogue());
    }

    Task<SyncReport> Sync() => new TemplateSync(Book, _apis[0], Store, _clock).Run(CancellationToken.None);

    [Fact]
    public async Task All_are_made_and_handed_in_once_however_often_it_runs()
    {
        var report = await Sync();
        Assert.Empty(report.Faults);
        Assert.Equal((Book.Texts.Count, Book.Texts.Count), (_content.Creates, _content.Submits));
        Assert.All(report.States, s => Assert.Equal(TemplateStatus.Submitted, s.Status));

        Assert.Empty((await Sync()).Faults);
        Assert.Equal((Book.Texts.Count, Book.Texts.Count), (_content.Creates, _content.Submits));
        Assert.Equal(Book.Texts.Count, (await Store.All(CancellationToken.None)).Count);
    }

    [Fact]
    public async Task What_became_of_them_is_noted_and_approved_ones_may_be_sent()
    {
        await Sync();
        var reminder = Book.Find("reminder.oneDay", Language.Dutch)!;
        Of(reminder).Status = "approved";
        Of(reminder).Category = "MARKETING";
        var rejected = Of(Book.Find("missed.first", Language.Dutch)!);
        (rejected.Status, rejected.Reason) = ("rejected", "INVALID_FORMAT");
        _clock.AdvanceHours(1);
        var states = (await Sync()).States;

        var approved = (await Store.Approved(CancellationToken.None)).Find("reminder.oneDay", "nl")!;
        Assert.Equal((Of(reminder).Sid, TemplateCategory.Marketing), (approved.Sid, approved.Category));
        Assert.Equal("INVALID_FORMAT", Assert.Single(states, s => s.Status is TemplateStatus.Rejected).Reason);
        Assert.Equal(Noon, states.First(s => s.Status is TemplateStatus.Submitted).At);
        Assert.Equal(Noon + Duration.FromHours(1), states.Single(s => s.Status is TemplateStatus.Approved).At);
    }

    [Fact]
    public async Task A_poll_notices_what_was_paused_and_makes_nothing()
    {
        await Sync();
        var one = Of(Book.Find("reminder.oneDay", Language.Dutch)!);
        one.Status = "approved";
        await new TemplateSync(Book, _apis[0], Store, _clock).Poll(CancellationToken.None);
        Assert.NotNull((await Store.Approved(CancellationToken.None)).Find("reminder.oneDay", "nl"));
        one.Status = "paused";
        await new TemplateSync(Book, _apis[0], Store, _clock).Poll(CancellationToken.None);
        Assert.Null((await Store.Approved(CancellationToken.None)).Find("reminder.oneDay", "nl"));
        Assert.Equal(Book.Texts.Count, _content.Creates);
    }

    [Fact]
    public async Task What_the_provider_put_off_is_tried_again_after_the_time_that_it_asked_for()
    {
        _content.FailNext(429, 503);
        Assert.Empty((await Sync()).Faults);
        Assert.Equal([TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(4)], _waits);
    }

    [Fact]
    public async Task One_that_failed_holds_up_no_other_and_is_brought_the_next_time()
    {
        // The first create, after the list: nobody knows whether it arrived, so it is not tried again.
        _content.FailAfter(1, 500);
        var fault = Assert.Single((await Sync()).Faults);
        Assert.Equal((Book.Texts[0], "20429 Not now"), fault);
        Assert.Equal(Book.Texts.Count - 1, _content.Creates);
        Assert.Empty((await Sync()).Faults);
        Assert.Equal(Book.Texts.Count, _content.Creates);
        Assert.Single(_content.Templates, t => t.Name == Book.Texts[0].Name);
    }

    [Fact]
    public async Task Each_has_a_file_for_twilio_and_one_for_meta()
    {
        var folder = Directory.CreateTempSubdirectory("mdt-templates-").FullName;
        try
        {
            Assert.Equal(Book.Texts.Count, await TemplateCommand.Export(Book, folder));
            var text = Book.Find("reminder.oneDay", new Language("ar"))!;
            using var meta = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "meta", text.Name + ".json")));
            var root = meta.RootElement;
            Assert.Equal(("ar", "UTILITY"), (root.GetProperty("language").GetString(), root.GetProperty("category").GetString()));
            var body = root.GetProperty("components")[0];
            Assert.Equal(("BODY", text.Body), (body.GetProperty("type").GetString(), body.GetProperty("text").GetString()));
            Assert.Equal(6, body.GetProperty("example").GetProperty("body_text")[0].GetArrayLength());
            Assert.Equal(["QUICK_REPLY", "QUICK_REPLY", "QUICK_REPLY"], root.GetProperty("components")[1].GetProperty("buttons").EnumerateArray().Select(b => b.GetProperty("type").GetString()));
            using var twilio = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "twilio", text.Name + ".json")));
            Assert.Equal(text.Body, twilio.RootElement.GetProperty("types").GetProperty("twilio/quick-reply").GetProperty("body").GetString());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    StubContent.Template Of(TemplateText text) => _content.Templates.Single(t => t.Name == text.Name);
}
