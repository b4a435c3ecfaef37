using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Handoffs;
using NodaTime;

namespace MdtChatBot.Storage.Tests;

public sealed class SqliteRecordingTests : RecordingTests<OnSqlite>;

public sealed class PostgresRecordingTests : RecordingTests<OnPostgres>;

public abstract class RecordingTests<TEngine> : StoreTest<TEngine> where TEngine : IEngine
{
    static readonly Duration Week = Duration.FromDays(7);
    static readonly Duration Moment = Duration.FromSeconds(1);

    RecordingStore Store => new(One.Database);

    [Fact]
    public async Task A_voice_note_can_be_heard_for_seven_days_by_whoever_opens_its_line()
    {
        var (youth, line) = await Says("https://api.twilio.com/1");
        var other = (await Youths(1))[0];

        Assert.Equal(new Recording("https://api.twilio.com/1", "audio/ogg"), await Store.Find(youth, line, Now + Week - Moment, Stop));
        Assert.Null(await Store.Find(youth, line, Now + Week, Stop));
        Assert.Null(await Store.Find(other, line, Now, Stop));
        Assert.Empty(await Store.Over(Now + Week - Moment, 10, Stop));
        Assert.Equal([(line, "https://api.twilio.com/1")], await Store.Over(Now + Week, 10, Stop));
        Assert.True(await HasSound(youth, Now));
        Assert.False(await HasSound(youth, Now + Week));

        await Store.Forget([line], Stop);
        Assert.Empty(await Store.Over(Now + Week, 10, Stop));
    }

    [Fact]
    public async Task With_the_end_of_the_handoff_it_is_over()
    {
        var (youth, line) = await Says("https://api.twilio.com/1");
        await Do(youth, new Effect.OpenHandoff(HandoffReason.AskedForPerson, Urgency.Normal));
        Assert.NotNull(await Store.Find(youth, line, Now, Stop));

        await Do(youth, new Effect.CloseHandoff());

        Assert.Null(await Store.Find(youth, line, Now, Stop));
        Assert.Equal([(line, "https://api.twilio.com/1")], await Store.Over(Now, 10, Stop));
    }

    [Fact]
    public async Task With_the_youth_it_is_over_and_nobody_knows_any_more_whose_it_was()
    {
        var (youth, line) = await Says("https://api.twilio.com/1", new Effect.Listen());
        await Do(youth, new Effect.EraseYouth());

        Assert.Null(await Store.Find(youth, line, Now, Stop));
        Assert.Empty(await Store.Lend(Now, Moment, 10, Stop));
        Assert.Equal([(line, "https://api.twilio.com/1")], await Store.Over(Now, 10, Stop));
    }

    [Fact]
    public async Task What_is_to_be_written_down_is_lent_to_one_and_comes_back_when_that_one_dies()
    {
        var (youth, line) = await Says("https://api.twilio.com/1", new Effect.Listen());
        var note = new UnheardNote(line, youth, new Recording("https://api.twilio.com/1", "audio/ogg"), "");

        Assert.Equal([note], await Store.Lend(Now, Moment, 10, Stop));
        Assert.Empty(await Store.Lend(Now, Moment, 10, Stop));
        Assert.Equal([note], await Store.Lend(Now + Moment, Moment, 10, Stop));
        await Store.Written(line, Stop);
        Assert.Empty(await Store.Lend(Now + Week, Moment, 10, Stop));
    }

    [Fact]
    public async Task Once_it_stands_in_words_the_sound_goes_and_the_words_are_in_the_transcript()
    {
        var (youth, line) = await Says("https://api.twilio.com/1", new Effect.Listen());
        await One.Inbox.Accept([new Addressed(youth, NextKey(), new Inbound.Spoken(line, "ik kom morgen"), Now)], Stop);
        await One.Turns(Now, turn => Samples.Decide(turn, new Effect.DropRecording(line)));

        Assert.Null(await Store.Find(youth, line, Now, Stop));
        var last = (await new YouthFiles(One.Database).Open(youth, long.MaxValue, Now, Stop))!.Lines[^1];
        Assert.Equal((Speaker.Youth, LineKind.Spoken, "ik kom morgen"), (last.Speaker, last.Kind, last.Words));
    }

    [Fact]
    public async Task A_photo_or_a_document_leaves_no_address()
    {
        await One.Inbox.Accept([Message("+31611111111", "") with { Inbound = new Inbound.Media(MediaKind.Picture) }], Stop);
        await One.Turns(Now, Samples.Nothing);

        Assert.Empty(await Store.Over(Now + Week, 10, Stop));
    }

    async Task<(YouthId Youth, long Line)> Says(string url, params Effect[] effects)
    {
        await One.Inbox.Accept([Message("+31611111111", "") with { Inbound = new Inbound.Media(MediaKind.Voice, new Recording(url, "audio/ogg")) }], Stop);
        await One.Turns(Now, turn => Samples.Decide(turn, effects));
        var youth = (await One.Lists.FindYouth("twilio", "whatsapp:+31611111111", Stop))!.Value;
        return (youth, (await One.Lists.Transcript(youth, 0, 10, Stop))[0].Id);
    }

    async Task<bool> HasSound(YouthId youth, Instant now) => (await new YouthFiles(One.Database).Open(youth, long.MaxValue, now, Stop))!.Lines[0].HasSound;
}
