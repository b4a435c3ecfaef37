using System.Text;
using MdtChatBot.Bot.Channels.Twilio;
using MdtChatBot.Storage;
using MdtChatBot.Workflow.Conversations;
using NodaTime;

namespace MdtChatBot.Bot.Tests.Twilio;

public sealed class InboundFormTests
{
    static readonly Instant Now = Instant.FromUtc(2026, 11, 23, 9, 0);

    static Arrived? Read(string form, string token = "") => InboundForm.Read(WebhookForm.Parse(Encoding.UTF8.GetBytes(form)), token, Now);

    /// <summary>What arrived, in a line.</summary>
    static string Shown(Arrived arrived) => arrived.Inbound switch
    {
        Inbound.Message m => $"{m.Words} | {m.Tapped} | {m.ProfileName}",
        Inbound.Media m => $"media {m.Kind}",
        Inbound.Located l => $"at {l.At.Latitude} {l.At.Longitude}",
        var other => other.ToString(),
    };

    [Theory]
    [InlineData("text", "Hoi! MDT-DEV24 |  | Amina")]
    [InlineData("arabic", "سلام ☕ |  | زهرا")]
    [InlineData("tigrinya", "ሰላም |  | ሰላም")]
    [InlineData("button", "Ja, ik kom ✅ | reminder:coming:42 | Amina")]
    [InlineData("button-label-only", "Menu |  | Amina")]
    [InlineData("list", "Samen koken | session:42 | Amina")]
    [InlineData("list-without-body", "Naaiatelier | session:43 | Amina")]
    [InlineData("voice", "media Voice")]
    [InlineData("picture", "media Picture")]
    [InlineData("picture-with-caption", "dit ben ik |  | Amina")]
    [InlineData("sticker", "media Sticker")]
    [InlineData("document", "media File")]
    [InlineData("media-without-type", "media Other")]
    [InlineData("location", "at 52.268 6.198")]
    [InlineData("location-out-of-range", "hier |  | Amina")]
    [InlineData("bsuid", "hoi |  | Amina")]
    [InlineData("bsuid-beside-number", "hoi |  | Amina")]
    [InlineData("no-profile", "hoi |  | ")]
    [InlineData("stop", "STOP |  | Amina")]
    [InlineData("from-advertisement", "Hallo |  | Amina")]
    [InlineData("forwarded", "kijk |  | Amina")]
    [InlineData("unknown-fields", "hoi |  | Amina")]
    [InlineData("old-sid-only", "hoi |  | Amina")]
    [InlineData("empty", " |  | Amina")]
    [InlineData("almost-nothing", "hoi |  | ")]
    public void Each_kind_of_message_is_understood(string sample, string expected) =>
        Assert.Equal(expected, Shown(InboundForm.Read(Sample.Form(sample), "", Now)!));

    [Fact]
    public void Sender_id_and_time_are_kept_as_they_came()
    {
        var arrived = InboundForm.Read(Sample.Form("text"), "token-1", Now)!;
        Assert.Equal(("twilio", "whatsapp:+31600000001", "SM00000000000000000000000000000001", "token-1", Now), (arrived.Channel, arrived.Address, arrived.ProviderId, arrived.RepeatKey, arrived.At));
        Assert.Null(arrived.AlsoAddress);
    }

    [Fact]
    public void A_business_scoped_id_is_an_address_of_its_own() =>
        Assert.Equal("whatsapp:NL.134912aBc9", InboundForm.Read(Sample.Form("bsuid"), "", Now)!.Address);

    [Fact]
    public void A_business_scoped_id_beside_a_number_is_the_second_address()
    {
        var arrived = InboundForm.Read(Sample.Form("bsuid-beside-number"), "", Now)!;
        Assert.Equal(("whatsapp:+31600000001", "whatsapp:NL.134912aBc9"), (arrived.Address, arrived.AlsoAddress));
    }

    [Fact]
    public void The_older_names_of_the_sid_are_read_too() =>
        Assert.Equal("SM00000000000000000000000000000017", InboundForm.Read(Sample.Form("old-sid-only"), "", Now)!.ProviderId);

    [Fact]
    public void Without_a_sid_the_same_body_has_the_same_id_and_another_body_another()
    {
        Assert.Equal(Read("From=whatsapp:%2B31600000001&Body=hoi")!.ProviderId, Read("From=whatsapp:%2B31600000001&Body=hoi")!.ProviderId);
        Assert.NotEqual(Read("From=whatsapp:%2B31600000001&Body=hoi")!.ProviderId, Read("From=whatsapp:%2B31600000001&Body=hoi2")!.ProviderId);
    }

    [Theory]
    [InlineData("Body=hoi")]
    [InlineData("From=&Body=hoi")]
    [InlineData("From=whatsapp:+31 6&Body=hoi")]
    [InlineData("From=%00&Body=hoi")]
    [InlineData("")]
    public void Without_a_sender_that_can_be_answered_there_is_nothing(string form) => Assert.Null(Read(form));

    [Fact]
    public void Words_are_cut_at_4096_without_splitting_a_character()
    {
        var words = Assert.IsType<Inbound.Message>(Read("From=whatsapp:%2B31600000001&Body=" + new string('a', 4095) + Uri.EscapeDataString("😀"))!.Inbound).Words;
        Assert.Equal(new string('a', 4095), words);
    }

    [Fact]
    public void Control_characters_are_left_out_and_line_breaks_kept()
    {
        var words = Assert.IsType<Inbound.Message>(Read("From=whatsapp:%2B31600000001&Body=a%00b%07%0Ac%0D")!.Inbound).Words;
        Assert.Equal("ab\nc", words);
    }

    [Fact]
    public void Of_a_voice_note_it_is_kept_where_it_is_and_of_no_other_file()
    {
        var voice = Assert.IsType<Inbound.Media>(InboundForm.Read(Sample.Form("voice"), "", Now)!.Inbound);
        Assert.Equal(new Recording("https://api.twilio.com/2010-04-01/Accounts/AC/Messages/MM/Media/ME", "audio/ogg"), voice.Recording);
        Assert.Equal([null, null, null], new[] { "picture", "document", "sticker" }.Select(s => ((Inbound.Media)InboundForm.Read(Sample.Form(s), "", Now)!.Inbound).Recording));
        Assert.Null(((Inbound.Media)Read("From=whatsapp:%2B31600000001&MediaContentType0=audio/ogg&MediaUrl0=nowhere")!.Inbound).Recording);
    }

    [Fact]
    public void A_webp_picture_without_words_is_a_sticker() =>
        Assert.Equal(new Inbound.Media(MediaKind.Sticker), Read("From=whatsapp:%2B31600000001&NumMedia=1&MediaContentType0=image/webp&MediaUrl0=https://api.twilio.com/x")!.Inbound);

    [Fact]
    public void A_repeat_key_that_is_too_long_is_not_used() => Assert.Null(Read("From=whatsapp:%2B31600000001", new string('x', 201))!.RepeatKey);
}
