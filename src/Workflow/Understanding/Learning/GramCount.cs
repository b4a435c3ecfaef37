using System.Runtime.InteropServices;

namespace MdtChatBot.Workflow.Understanding.Learning;

/// <summary>The grams of all examples in order, and how telling each is: the fewer have it, the more.</summary>
sealed class GramCount
{
    readonly int[] _having;
    readonly int _examples;

    GramCount(uint[] grams, int[] having, int examples) => (Grams, _having, _examples) = (grams, having, examples);

    public uint[] Grams { get; }

    public static GramCount Of(IReadOnlyList<Example> examples, int fewest)
    {
        var counts = new Dictionary<uint, int>();
        foreach (var example in examples)
            foreach (var gram in example.Grams.Distinct())
                CollectionsMarshal.GetValueRefOrAddDefault(counts, gram, out _)++;
        var grams = counts.Where(c => c.Value >= fewest).Select(c => c.Key).Order().ToArray();
        return new GramCount(grams, Array.ConvertAll(grams, g => counts[g]), examples.Count);
    }

    public GramTable Table() => GramTable.Of(Grams, Array.ConvertAll(_having, Telling));

    /// <summary>The same with only these rows, in their order.</summary>
    public GramTable Table(int[] rows) => GramTable.Of(Array.ConvertAll(rows, r => Grams[r]), Array.ConvertAll(rows, r => Telling(_having[r])));

    float Telling(int having) => MathF.Log(1 + ((float)_examples / having));
}
