using System.Net;
using System.Text;
using MdtChatBot.Storage;

namespace MdtChatBot.Bot.Tests.Twilio;

public sealed class TwilioWebhooksTests : IAsyncLifetime
{
    const string Inbound = "/webhooks/twilio/inbound";

    WebhookHost _host = null!;

    public async Task InitializeAsync() => _host = await WebhookHost.Start();

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_message_is_stored_and_then_answered_with_empty_twiml()
    {
        var (status, body) = await _host.Post(Inbound, Sample.Bytes("arabic"), repeatKey: "token-1");
        Assert.Equal((HttpStatusCode.OK, "<Response/>"), (status, body));
        var arrived = Assert.Single(_host.Arrived);
        Assert.Equal("token-1", arrived.RepeatKey);
        Assert.Equal("سلام ☕", Assert.IsType<Workflow.Conversations.Inbound.Message>(arrived.Inbound).Words);
    }

    [Fact]
    public async Task The_query_is_signed_as_it_was_sent()
    {
        Assert.Equal(HttpStatusCode.OK, (await _host.Post(Inbound + "?tenant=a%20b&x=%C3%A9", Sample.Bytes("text"))).Status);
        Assert.Single(_host.Arrived);
    }

    [Theory]
    [InlineData(false, HttpStatusCode.BadRequest)] // no header
    [InlineData(true, HttpStatusCode.Forbidden)] // a wrong one
    public async Task Without_Twilios_signature_nothing_is_stored(bool withHeader, HttpStatusCode expected)
    {
        Assert.Equal(expected, (await _host.Post(Inbound, Sample.Bytes("text"), right => withHeader ? "A" + right[1..] : null)).Status);
        Assert.Equal(expected, (await _host.Post("/webhooks/twilio/status?m=1", Sample.Bytes("status-sent"), right => withHeader ? "A" + right[1..] : null)).Status);
        Assert.Empty(_host.Arrived);
        Assert.Empty(_host.Statuses);
    }

    [Fact]
    public async Task A_body_beyond_64_KB_is_not_read()
    {
        var form = Encoding.UTF8.GetBytes("Body=" + new string('a', 64 * 1024));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await _host.Post(Inbound, form)).Status);
        Assert.Empty(_host.Arrived);
    }

    [Fact]
    public async Task While_nothing_can_be_stored_Twilio_is_asked_to_come_back()
    {
        _host.DatabaseFault = new InvalidOperationException("away");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await _host.Post(Inbound, Sample.Bytes("text"))).Status);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await _host.Post("/webhooks/twilio/status?m=1", Sample.Bytes("status-sent"))).Status);
        _host.DatabaseFault = null;
        Assert.Equal(HttpStatusCode.OK, (await _host.Post(Inbound, Sample.Bytes("text"))).Status);
        Assert.Single(_host.Arrived);
    }

    [Fact]
    public async Task A_signed_body_without_a_sender_is_answered_and_dropped()
    {
        Assert.Equal(HttpStatusCode.OK, (await _host.Post(Inbound, "Body=hoi")).Status);
        Assert.Empty(_host.Arrived);
    }

    [Fact]
    public async Task Every_recorded_body_is_answered_well()
    {
        foreach (var name in Sample.Names) Assert.Equal(HttpStatusCode.OK, (await _host.Post(Inbound, Sample.Bytes(name))).Status);
        Assert.Equal(Sample.Names.Count(), _host.Arrived.Count);
    }

    [Fact]
    public async Task A_status_is_kept_under_our_own_id()
    {
        Assert.Equal(HttpStatusCode.OK, (await _host.Post("/webhooks/twilio/status?m=42", Sample.Bytes("status-read"))).Status);
        Assert.Equal(new DeliveryStatus(42, "SM" + new string('a', 32), Delivery.Read, ""), Assert.Single(_host.Statuses));
    }

    [Fact]
    public async Task Who_opted_out_is_told_by_status_too()
    {
        await _host.Post("/webhooks/twilio/status?m=1", Sample.Bytes("status-opted-out"));
        Assert.Equal([new SendMark.OptedOut(1, "21610")], _host.Marks);
        Assert.Empty(_host.Statuses);
    }

    [Fact]
    public async Task A_message_that_met_a_closed_window_waits_for_a_template_or_the_youth()
    {
        await _host.Post("/webhooks/twilio/status?m=2", Sample.Bytes("status-outside-window"));
        Assert.Equal(new DeliveryStatus(2, "SM" + new string('a', 32), Delivery.Failed, "63016"), Assert.Single(_host.Refused));
        Assert.Empty(_host.Statuses);
    }

    [Fact]
    public async Task A_status_of_an_alert_to_staff_is_kept_apart_also_who_blocked_us()
    {
        await _host.Post("/webhooks/twilio/status?a=2", Sample.Bytes("status-outside-window"));
        await _host.Post("/webhooks/twilio/status?a=3", Sample.Bytes("status-opted-out"));
        Assert.Equal([(2, Delivery.Failed, "63016"), (3, Delivery.Failed, "21610")], _host.Alerts.Select(a => (a.Id, a.Rank, a.Code)));
        Assert.Empty(_host.Statuses);
        Assert.Empty(_host.Marks);
    }

    [Theory]
    [InlineData("/webhooks/twilio/status?a=0")]
    [InlineData("/webhooks/twilio/status")]
    [InlineData("/webhooks/twilio/status?m=")]
    [InlineData("/webhooks/twilio/status?m=abc")]
    [InlineData("/webhooks/twilio/status?m=-1")]
    [InlineData("/webhooks/twilio/status?m=99999999999999999999")]
    public async Task A_status_of_no_message_of_ours_is_answered_and_dropped(string path)
    {
        Assert.Equal(HttpStatusCode.OK, (await _host.Post(path, Sample.Bytes("status-sent"))).Status);
        Assert.Empty(_host.Statuses);
    }

    /// <summary>Every sample, broken in 40 fixed ways: cut short, doubled, bytes replaced. Signed or not, the answer is never a fault of ours.</summary>
    [Theory]
    [InlineData(Inbound)]
    [InlineData("/webhooks/twilio/status?m=7")]
    public async Task Whatever_the_body_holds_it_is_never_our_fault(string path)
    {
        HttpStatusCode[] fine = [HttpStatusCode.OK, HttpStatusCode.Forbidden];
        foreach (var name in Sample.Names)
            for (var seed = 0; seed < 40; seed++)
            {
                var (status, _) = await _host.Post(path, Broken(Sample.Bytes(name), seed));
                Assert.True(fine.Contains(status), $"{name}, {seed}: {status}");
            }

        Assert.All(_host.Arrived, a => Assert.True(a.Inbound is not Workflow.Conversations.Inbound.Message m || !m.Words.Contains('\0', StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("&")]
    [InlineData("=")]
    [InlineData("&&&=&=&From")]
    [InlineData("From=%")]
    [InlineData("From=%ZZ&Body=%E2%28")]
    [InlineData("From=whatsapp%3A%2B31600000001&Body=%00%00")]
    [InlineData("From=whatsapp%3A%2B31600000001&Body=%ED%A0%80")]
    [InlineData("From=whatsapp%3A%2B31600000001&From=whatsapp%3A%2B31600000002&Body=a&Body=b")]
    [InlineData("From=whatsapp%3A%2B31600000001&Latitude=NaN&Longitude=Infinity")]
    [InlineData("From=whatsapp%3A%2B31600000001&NumMedia=99999999999999999999")]
    [InlineData("{\"From\":\"whatsapp\"}")]
    public async Task Odd_bodies_that_are_signed_are_answered(string form) =>
        Assert.Equal(HttpStatusCode.OK, (await _host.Post(Inbound, form)).Status);

    static byte[] Broken(byte[] body, int seed)
    {
        // A small generator of our own: the same bytes on every machine and runtime.
        var state = (uint)((seed * 2654435761u) + 1);
        uint Next() => state = (state * 1664525u) + 1013904223u;
        var broken = body.ToArray();
        if (seed % 4 == 0) broken = broken[..(int)(Next() % (uint)broken.Length)];
        if (seed % 4 == 1) broken = [.. broken, .. "&"u8, .. broken];
        for (var i = 0; i < seed && broken.Length > 0; i++) broken[(int)((Next() >> 8) % (uint)broken.Length)] = (byte)(Next() >> 16);
        return broken;
    }
}
