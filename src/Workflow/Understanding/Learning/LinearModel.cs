using System.Runtime.InteropServices;

namespace MdtChatBot.Workflow.Understanding.Learning;

/// <summary>
/// For each gram it knows, how much that speaks for each class, in 8 bits; a message's score for a class is their sum. Small, quick, the same every time,
/// and explainable gram by gram.
/// </summary>
/// <param name="weights">A row for each gram, one signed byte for each class.</param>
/// <param name="scale">What a weight of 1 stands for.</param>
sealed class LinearModel(GramTable grams, ReadOnlyMemory<byte> weights, float[] bias, float scale)
{
    /// <summary>How many classes it tells apart.</summary>
    public int Classes => bias.Length;

    public GramTable Grams => grams;

    public ReadOnlyMemory<byte> Weights => weights;

    public float[] Bias => bias;

    public float Scale => scale;

    /// <summary>A row of weights is padded so that it is added up in whole vectors.</summary>
    public static int StrideOf(int classes) => (classes + 15) / 16 * 16;

    /// <summary>Fills in how likely each class is; together they are 1.</summary>
    public void Likelihoods(List<uint> ofMessage, Span<float> likely)
    {
        var (rows, values) = (new List<int>(ofMessage.Count), new List<float>(ofMessage.Count));
        grams.Find(ofMessage, rows, values);
        var stride = StrideOf(bias.Length);
        Span<float> sums = stackalloc float[stride];
        sums.Clear();
        var all = MemoryMarshal.Cast<byte, sbyte>(weights.Span);
        for (var i = 0; i < rows.Count; i++) Add(sums, all.Slice(rows[i] * stride, stride), values[i]);
        for (var c = 0; c < likely.Length; c++) likely[c] = (sums[c] * scale) + bias[c];
        Softmax(likely);
    }

    public static void Softmax(Span<float> scores)
    {
        var most = float.MinValue;
        foreach (var score in scores) most = Math.Max(most, score);
        var sum = 0f;
        for (var c = 0; c < scores.Length; c++) sum += scores[c] = MathF.Exp(scores[c] - most);
        for (var c = 0; c < scores.Length; c++) scores[c] /= sum;
    }

    static void Add(Span<float> sums, ReadOnlySpan<sbyte> row, float value)
    {
        for (var c = 0; c < sums.Length; c++) sums[c] += row[c] * value;
    }
}
