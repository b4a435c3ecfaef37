using MdtChatBot.Storage.Sql;

namespace MdtChatBot.Storage.Programme;

/// <summary>Who came to an event without a telephone: a first name and nothing else.</summary>
static class WalkInSql
{
    public static readonly Statement Of = new("""
        select id, first_name
          from walk_in
         where session_id = @session
         order by id
        """);

    public static readonly Statement Add = new("insert into walk_in (session_id, first_name, at) values (@session, @name, @now)");

    public static readonly Statement Remove = new("delete from walk_in where session_id = @session and id = @id");

    public static readonly Statement Forget = new("delete from walk_in where at < @before");
}
