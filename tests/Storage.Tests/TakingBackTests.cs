using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;

namespace MdtChatBot.Storage.Tests;

public sealed class SqliteTakingBackTests : TakingBackTests<OnSqlite>;

public sealed class PostgresTakingBackTests : TakingBackTests<OnPostgres>;

public abstract class TakingBackTests<TEngine> : StoreTest<TEngine> where TEngine : IEngine
{
    [Fact]
    public async Task The_words_of_a_line_that_the_youth_took_back_are_gone_and_the_line_says_so()
    {
        var (youth, line) = await Says("+31611111111", "mijn geheim");

        await TakeBack(youth, line);

        var own = (await One.Lists.Transcript(youth, 0, 10, Stop))[0];
        Assert.Equal((line, "", LineKind.TakenBack), (own.Id, own.Words, own.Kind));
        var shown = (await new YouthFiles(One.Database).Open(youth, long.MaxValue, Now, Stop))!.Lines[0];
        Assert.Equal((Speaker.Youth, "", LineKind.TakenBack), (shown.Speaker, shown.Words, shown.Kind));
    }

    [Fact]
    public async Task What_the_bot_said_and_what_others_wrote_stays()
    {
        var (youth, _) = await Says("+31611111111", "hallo");
        var (_, others) = await Says("+31622222222", "hoi");
        var bots = (await One.Lists.Transcript(youth, 0, 10, Stop))[^1];

        await TakeBack(youth, others);
        await TakeBack(youth, bots.Id);

        Assert.Contains(await One.Lists.Transcript(youth, 0, 10, Stop), l => l.Id == bots.Id && l.Saying is not null && l.Kind is LineKind.Words);
        Assert.Equal("hoi", (await One.Lists.Transcript(await Youth("+31622222222"), 0, 10, Stop))[0].Words);
    }

    [Fact]
    public async Task The_sound_of_a_voice_note_that_was_taken_back_is_over_at_once()
    {
        await One.Inbox.Accept([Message("+31611111111", "") with { Inbound = new Inbound.Media(MediaKind.Voice, new Recording("https://api.twilio.com/1", "audio/ogg")) }], Stop);
        await One.Turns(Now, Samples.Nothing);
        var youth = await Youth("+31611111111");
        var line = (await One.Lists.Transcript(youth, 0, 10, Stop))[0].Id;

        await TakeBack(youth, line);

        Assert.Null(await new RecordingStore(One.Database).Find(youth, line, Now, Stop));
        Assert.Equal([(line, "https://api.twilio.com/1")], await new RecordingStore(One.Database).Over(Now, 10, Stop));
    }

    async Task<(YouthId Youth, long Line)> Says(string number, string words)
    {
        await One.Inbox.Accept([Message(number, words)], Stop);
        await One.Turns(Now, Samples.Answer);
        var youth = await Youth(number);
        return (youth, (await One.Lists.Transcript(youth, 0, 10, Stop))[0].Id);
    }

    async Task<YouthId> Youth(string number) => (await One.Lists.FindYouth("twilio", $"whatsapp:{number}", Stop))!.Value;

    async Task TakeBack(YouthId youth, long line)
    {
        await One.Inbox.Accept([new Addressed(youth, NextKey(), new Inbound.TakenBack(line), Now)], Stop);
        await One.Turns(Now, turn => new DecidedTurn(turn, new Decision(turn.Conversation, [new Effect.TakeBack(line)]), null));
    }
}
