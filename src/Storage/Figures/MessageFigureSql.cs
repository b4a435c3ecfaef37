using MdtChatBot.Storage.Sql;

namespace MdtChatBot.Storage.Figures;

static class MessageFigureSql
{
    // In one order everywhere, so that two nodes that add at once never wait in a circle.
    public static readonly Statement<MessageTally> Add = new(
        new Rows<MessageTally>()
            .Number("youth_id", t => t.Youth.Value)
            .Text("month", t => t.Month.ToString())
            .Text("sender", t => t.Sender)
            .Text("country", t => t.Country)
            .Text("category", t => t.Category.ToString())
            .Number("count", t => t.Count),
        """
        insert into message_month (sender, month, site, country, category, count)
        select r.sender, r.month, coalesce(y.site, ''), r.country, r.category, sum(r.count)
          from {rows}
          left join youth y on y.id = r.youth_id
         where true
         group by r.sender, r.month, coalesce(y.site, ''), r.country, r.category
         order by r.sender, r.month, coalesce(y.site, ''), r.country, r.category
            on conflict (sender, month, site, country, category) do update set count = message_month.count + excluded.count
        """);

    public static readonly Statement OfMonth = new("""
        select site, country, category, count
          from message_month
         where sender = @sender and month = @month
         order by site, country, category
        """);
}
