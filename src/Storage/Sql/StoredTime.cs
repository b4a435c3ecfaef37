using NodaTime;
using NodaTime.Text;

namespace MdtChatBot.Storage.Sql;

/// <summary>Instants in SQLite: UTC text with a fixed number of decimals, so that text order is time order. PostgreSQL keeps microseconds too.</summary>
static class StoredTime
{
    static readonly InstantPattern Pattern = InstantPattern.CreateWithInvariantCulture("uuuu-MM-ddTHH:mm:ss.ffffff'Z'");

    public static string Text(Instant at) => Pattern.Format(at);

    public static Instant Parse(string text) => Pattern.Parse(text).Value;
}
