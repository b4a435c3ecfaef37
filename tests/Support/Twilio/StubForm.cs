using System.IO.Pipelines;
using System.Net;
using System.Text;

namespace MdtChatBot.Support;

/// <summary>Reads a form body: by hand, since the stub shares two cores with what it measures.</summary>
static class StubForm
{
    public static async ValueTask<Dictionary<string, string>> Read(PipeReader body)
    {
        while (true)
        {
            var read = await body.ReadAsync();
            if (read.IsCompleted)
            {
                var form = Parse(Encoding.UTF8.GetString(read.Buffer));
                body.AdvanceTo(read.Buffer.End);
                return form;
            }

            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <summary>The last one of a repeated name counts.</summary>
    public static Dictionary<string, string> Parse(string encoded)
    {
        var form = new Dictionary<string, string>(8, StringComparer.Ordinal);
        foreach (var range in encoded.AsSpan().Split('&'))
        {
            var field = encoded.AsSpan(range);
            var equals = field.IndexOf('=');
            if (equals >= 0) form[Decode(field[..equals])] = Decode(field[(equals + 1)..]);
        }

        return form;
    }

    static string Decode(ReadOnlySpan<char> encoded) =>
        encoded.ContainsAny('%', '+') ? WebUtility.UrlDecode(encoded.ToString()) : encoded.ToString();
}
