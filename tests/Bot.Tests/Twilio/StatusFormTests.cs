using System.Text;
using MdtChatBot.Bot.Channels.Twilio;
using MdtChatBot.Storage;

namespace MdtChatBot.Bot.Tests.Twilio;

public sealed class StatusFormTests
{
    const string Sid = "SMaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    static StatusNews? Read(string form) => StatusForm.Read(7, WebhookForm.Parse(Encoding.UTF8.GetBytes(form)));

    [Theory]
    [InlineData("accepted", Delivery.Sent)]
    [InlineData("scheduled", Delivery.Sent)]
    [InlineData("queued", Delivery.Sent)]
    [InlineData("sending", Delivery.Sent)]
    [InlineData("sent", Delivery.Sent)]
    [InlineData("delivered", Delivery.Delivered)]
    [InlineData("partially_delivered", Delivery.Delivered)]
    [InlineData("read", Delivery.Read)]
    public void Each_state_says_how_far_it_got(string state, Delivery rank) =>
        Assert.Equal(new StatusNews.Progress(new DeliveryStatus(7, Sid, rank, "")), Read($"MessageSid={Sid}&MessageStatus={state}"));

    [Theory]
    [InlineData("failed", "ErrorCode=63024", "63024")]
    [InlineData("undelivered", "ErrorCode=30008", "30008")]
    [InlineData("undelivered", "ErrorCode=", "undelivered")]
    [InlineData("failed", "ErrorCode=what", "failed")]
    [InlineData("canceled", "", "canceled")]
    public void A_failure_carries_its_code(string state, string field, string code) =>
        Assert.Equal(new StatusNews.Progress(new DeliveryStatus(7, Sid, Delivery.Failed, code)), Read($"MessageSid={Sid}&MessageStatus={state}&{field}"));

    [Theory]
    [InlineData("63016")]
    [InlineData("63041")]
    public void Only_a_template_may_be_sent_now(string code) =>
        Assert.Equal(new StatusNews.NeedsTemplate(new DeliveryStatus(7, Sid, Delivery.Failed, code)), Read($"MessageSid={Sid}&MessageStatus=undelivered&ErrorCode={code}"));

    [Theory]
    [InlineData("21610")]
    [InlineData("63033")]
    public void An_opt_out_told_later_counts_as_one(string code) =>
        Assert.Equal(new StatusNews.OptedOut(new SendMark.OptedOut(7, code)), Read($"MessageSid={Sid}&MessageStatus=failed&ErrorCode={code}"));

    [Theory]
    [InlineData("MessageSid=SM1")]
    [InlineData("MessageStatus=")]
    [InlineData("MessageStatus=teleported")]
    [InlineData("MessageStatus=received")]
    public void An_unknown_state_changes_nothing(string form) => Assert.Null(Read(form));

    [Theory]
    [InlineData("status-sent", Delivery.Sent)]
    [InlineData("status-read", Delivery.Read)]
    [InlineData("status-failed", Delivery.Failed)]
    public void Recorded_callbacks_are_read(string sample, Delivery rank) =>
        Assert.Equal(rank, Assert.IsType<StatusNews.Progress>(StatusForm.Read(7, Sample.Form(sample))).Status.Rank);

    [Fact]
    public void The_older_names_are_read_too() =>
        Assert.Equal(new StatusNews.Progress(new DeliveryStatus(7, Sid, Delivery.Delivered, "")), Read($"SmsSid={Sid}&SmsStatus=delivered"));
}
