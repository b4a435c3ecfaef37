using MdtChatBot.Bot.Channels.Twilio;
using MdtChatBot.Bot.Costs;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using NodaTime;
using NodaTime.Testing;

namespace MdtChatBot.Bot.Tests.Costs;

public sealed class MonthCostsTests
{
    static readonly SiteId Deventer = new("deventer");
    static readonly SiteId Utrecht = new("utrecht");

    static CostOptions Prices(int free = 1000) => new()
    {
        FreeServicePerMonth = free,
        Prices = { ["31"] = new PriceRow { Service = 0.02m, Utility = 0.03m, Marketing = 0.10m }, ["49"] = new PriceRow { Service = 0.04m, Utility = 0.05m, Marketing = 0.12m } },
    };

    static MessageFigure Figure(SiteId? site, MessageCategory category, long count, string country = "31") => new(site, country, category, count);

    [Fact]
    public void Templates_cost_what_the_table_says_for_the_country()
    {
        var costs = MonthCosts.Of([Figure(Deventer, MessageCategory.Utility, 10), Figure(Deventer, MessageCategory.Marketing, 2), Figure(Deventer, MessageCategory.Utility, 2, "49")], Prices());
        Assert.Equal(0.60m, Assert.Single(costs.Sites).Cost);
    }

    [Fact]
    public void Service_messages_are_free_up_to_the_limit_of_the_number()
    {
        Assert.Equal(0, MonthCosts.Of([Figure(Deventer, MessageCategory.Service, 600), Figure(Utrecht, MessageCategory.Service, 400)], Prices()).Total.Cost);
    }

    [Fact]
    public void Above_it_each_site_pays_its_share()
    {
        var costs = MonthCosts.Of([Figure(Deventer, MessageCategory.Service, 1500), Figure(Utrecht, MessageCategory.Service, 500)], Prices());
        Assert.Equal([15.00m, 5.00m], costs.Sites.Select(s => s.Cost));
        Assert.Equal(20.00m, costs.Total.Cost);
    }

    [Fact]
    public void A_country_without_a_price_makes_the_cost_unknown_unless_there_is_one_for_all_others()
    {
        MessageFigure[] figures = [Figure(Deventer, MessageCategory.Utility, 1, country: "")];
        Assert.Null(MonthCosts.Of(figures, Prices()).Total.Cost);
        var prices = Prices();
        prices.Prices["other"] = new PriceRow { Utility = 0.20m };
        Assert.Equal(0.20m, MonthCosts.Of(figures, prices).Total.Cost);
    }

    [Theory]
    [InlineData(799, 79, false)]
    [InlineData(800, 80, true)]
    [InlineData(1200, 120, true)]
    public void Staff_are_warned_at_four_fifths_of_the_free_ones(long service, long percent, bool warns)
    {
        var costs = MonthCosts.Of([Figure(Deventer, MessageCategory.Service, service)], Prices());
        Assert.Equal((percent, warns), (costs.FreeUsedPercent, costs.IsNearLimit));
    }

    [Fact]
    public void What_left_is_counted_once_by_category_and_country_and_what_failed_is_not()
    {
        var tallies = new MessageTallies(new TwilioOptions { AccountSid = "AC1", From = "whatsapp:+31600000000" }, Prices(), new FakeClock(Instant.FromUtc(2026, 11, 30, 23, 30)));
        tallies.Count(Message("whatsapp:+31612345678"), new SendMark.Sent(1, "SM1"));
        tallies.Count(Message("whatsapp:+31612345678"), new SendMark.Sent(2, "SM2"));
        tallies.Count(Message("whatsapp:+4915112345678"), new SendMark.StoodIn(3, "window.coach", MessageCategory.Utility));
        tallies.Count(Message("whatsapp:NL.123"), new SendMark.Sent(4, "SM4") { Category = MessageCategory.Marketing });
        tallies.Count(Message("whatsapp:+31612345678"), new SendMark.Failed(5, "x"));
        tallies.Count(Message("web:x") with { Channel = "web" }, new SendMark.Sent(6, "web"));

        // In the Netherlands it is December already.
        Assert.Equal(
            [("31", MessageCategory.Service, 2L), ("49", MessageCategory.Utility, 1L), ("", MessageCategory.Marketing, 1L)],
            tallies.Take().Select(t => (t.Country, t.Category, t.Count)));
        Assert.Empty(tallies.Take());
    }

    static OutboxMessage Message(string address) => new()
    {
        Id = 1,
        Youth = new YouthId(1),
        Channel = "twilio",
        Address = address,
        Lane = Lane.Reply,
        Written = new Written("", []),
        TemplateKey = "",
        Language = "nl",
        Attempts = 0,
    };
}
