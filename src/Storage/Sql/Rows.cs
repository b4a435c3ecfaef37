using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;
using Npgsql;

namespace MdtChatBot.Storage.Sql;

/// <summary>
/// The columns under which a list goes into a statement, where its SQL says <c>{rows}</c>. The list is read as table <c>r</c>, its order as <c>r.n</c>.
/// PostgreSQL gets one array for each column (binary, no parsing on the server: measured faster than JSON), SQLite one JSON text.
/// </summary>
sealed class Rows<T>
{
    static readonly JsonWriterOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    readonly List<Column<T>> _columns = [];

    public Rows<T> Text(string name, Func<T, string?> value) => With(new TextColumn<T>(name, value));

    public Rows<T> Number(string name, Func<T, long?> value) => With(new NumberColumn<T>(name, value));

    public Rows<T> Real(string name, Func<T, double> value) => With(new RealColumn<T>(name, value));

    public Rows<T> Flag(string name, Func<T, bool> value) => With(new FlagColumn<T>(name, value));

    public Rows<T> Time(string name, Func<T, Instant?> value) => With(new TimeColumn<T>(name, value));

    public int Count => _columns.Count;

    public string PostgresText =>
        $"unnest({string.Join(", ", _columns.Select((c, i) => $"${i + 1}::{c.PostgresType}"))}) with ordinality as r({string.Join(", ", _columns.Select(c => c.Name))}, n)";

    public string SqliteText =>
        $"(select {string.Join(", ", _columns.Select((c, i) => $"value->>{i} as {c.Name}"))}, key as n from json_each(@rows)) as r";

    public IEnumerable<NpgsqlParameter> Arrays(IReadOnlyList<T> rows) => _columns.Select(c => c.Array(rows));

    public string Json(IReadOnlyList<T> rows)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, AsWritten))
        {
            json.WriteStartArray();
            foreach (var row in rows)
            {
                json.WriteStartArray();
                foreach (var column in _columns) column.Write(json, row);
                json.WriteEndArray();
            }
            json.WriteEndArray();
        }
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    Rows<T> With(Column<T> column)
    {
        _columns.Add(column);
        return this;
    }
}
