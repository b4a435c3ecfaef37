using System.Runtime.InteropServices;

namespace MdtChatBot.Workflow.Understanding.Learning;

/// <summary>The grams that a model knows, each with its row and how telling it is (the rarer, the more). It lies in memory as it lies in the file.</summary>
/// <param name="keys">Open addressing; 0 is a free place.</param>
/// <param name="rows">The row of the gram at each place.</param>
/// <param name="telling">By row.</param>
sealed class GramTable(ReadOnlyMemory<byte> keys, ReadOnlyMemory<byte> rows, ReadOnlyMemory<byte> telling)
{
    public ReadOnlyMemory<byte> Keys => keys;

    public ReadOnlyMemory<byte> Rows => rows;

    public ReadOnlyMemory<byte> Telling => telling;

    /// <summary>How many grams it knows.</summary>
    public int Count => telling.Length / sizeof(float);

    public static GramTable Of(IReadOnlyList<uint> grams, float[] telling)
    {
        var places = 16;
        while (places < grams.Count * 5 / 4) places *= 2;
        var (keys, rows) = (new uint[places], new int[places]);
        for (var row = 0; row < grams.Count; row++)
        {
            var at = Place(keys, grams[row]);
            (keys[at], rows[at]) = (grams[row], row);
        }

        return new GramTable(Bytes(keys), Bytes(rows), Bytes(telling));
    }

    /// <summary>The rows of a message's grams, each once, and their values, whose squares add up to 1.</summary>
    public void Find(List<uint> grams, List<int> found, List<float> values)
    {
        var places = MemoryMarshal.Cast<byte, uint>(keys.Span);
        var of = MemoryMarshal.Cast<byte, int>(rows.Span);
        var known = MemoryMarshal.Cast<byte, float>(telling.Span);
        found.Clear();
        foreach (var gram in grams)
        {
            var at = Place(places, gram);
            if (places[at] == gram) found.Add(of[at]);
        }

        Once(found);
        values.Clear();
        var squares = 0f;
        foreach (var row in found) squares += known[row] * known[row];
        var length = MathF.Sqrt(squares);
        foreach (var row in found) values.Add(known[row] / length);
    }

    internal static byte[] Bytes<T>(T[] numbers)
        where T : unmanaged => MemoryMarshal.AsBytes(numbers.AsSpan()).ToArray();

    static void Once(List<int> rows)
    {
        rows.Sort();
        var kept = 0;
        for (var i = 0; i < rows.Count; i++)
            if (i == 0 || rows[i] != rows[i - 1]) rows[kept++] = rows[i];
        rows.RemoveRange(kept, rows.Count - kept);
    }

    static int Place(ReadOnlySpan<uint> keys, uint gram)
    {
        var at = (int)(gram & (uint)(keys.Length - 1));
        while (keys[at] != 0 && keys[at] != gram) at = (at + 1) & (keys.Length - 1);
        return at;
    }
}
