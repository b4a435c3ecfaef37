using System.Numerics;
using System.Runtime.InteropServices;

namespace MdtChatBot.Workflow.Understanding.Learning;

/// <summary>What is learned from: the grams of a message and the number of its class.</summary>
readonly record struct Example(uint[] Grams, int Class);

/// <summary>How a model is learned; found by cross-validation (ADR 18).</summary>
sealed record LearnerSettings
{
    /// <summary>Grams that fewer examples have are left out: three quarters of all stand in one or two examples only, and together they earn less than a percent.</summary>
    public int FewestExamples { get; init; } = 3;

    /// <summary>How often all examples are gone through.</summary>
    public int Rounds { get; init; } = 12;

    /// <summary>How far a step goes.</summary>
    public float Rate { get; init; } = 0.2f;

    /// <summary>The share of each example that is spread over all classes (label smoothing): what is not certain then looks less certain too.</summary>
    public float Doubt { get; init; } = 0.05f;

    /// <summary>Grams none of whose weights is larger are forgotten in the end: they decide nothing by themselves.</summary>
    public float Weakest { get; init; } = 0.8f;
}

/// <summary>
/// Softmax regression by gradient steps (AdaGrad), one example after the other, in an order that is shuffled the same way each time. The same examples
/// give the same model.
/// </summary>
static class Learner
{
    public static LinearModel Learn(IReadOnlyList<Example> examples, int classes, LearnerSettings settings)
    {
        var counted = GramCount.Of(examples, settings.FewestExamples);
        var table = counted.Table();
        var found = examples.Select(e => FoundIn(table, e)).ToList();
        var stride = LinearModel.StrideOf(classes);
        var weights = new float[table.Count * stride];
        var sums = new float[weights.Length];
        var bias = new float[stride];
        var biasSums = new float[stride];
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var chance = 0x9E3779B97F4A7C15UL;
        Span<float> step = stackalloc float[stride];
        for (var round = 0; round < settings.Rounds; round++)
        {
            Shuffle(order, ref chance);
            foreach (var at in order)
            {
                var (rows, values) = found[at];
                Gradient(weights, bias, rows, values, classes, examples[at].Class, settings.Doubt, step);
                for (var i = 0; i < rows.Length; i++) Step(weights.AsSpan(rows[i] * stride, stride), sums.AsSpan(rows[i] * stride, stride), step, values[i], settings);
                Step(bias, biasSums, step, 0.1f, settings);
            }
        }

        return Compact(counted, weights, bias[..classes], settings.Weakest);
    }

    static (int[] Rows, float[] Values) FoundIn(GramTable table, Example example)
    {
        var (rows, values) = (new List<int>(), new List<float>());
        table.Find([.. example.Grams], rows, values);
        return ([.. rows], [.. values]);
    }

    static void Gradient(float[] weights, float[] bias, int[] rows, float[] values, int classes, int right, float doubt, Span<float> step)
    {
        bias.CopyTo(step);
        var total = MemoryMarshal.Cast<float, Vector<float>>(step);
        for (var i = 0; i < rows.Length; i++)
        {
            var row = MemoryMarshal.Cast<float, Vector<float>>(weights.AsSpan(rows[i] * step.Length, step.Length));
            var value = new Vector<float>(values[i]);
            for (var v = 0; v < total.Length; v++) total[v] += row[v] * value;
        }

        LinearModel.Softmax(step[..classes]);
        step[classes..].Clear();
        for (var c = 0; c < classes; c++) step[c] -= doubt / classes;
        step[right] -= 1 - doubt;
    }

    static void Step(Span<float> weights, Span<float> sums, ReadOnlySpan<float> step, float value, LearnerSettings settings)
    {
        var w = MemoryMarshal.Cast<float, Vector<float>>(weights);
        var s = MemoryMarshal.Cast<float, Vector<float>>(sums);
        var g = MemoryMarshal.Cast<float, Vector<float>>(step);
        var (by, rate, small) = (new Vector<float>(value), new Vector<float>(settings.Rate), new Vector<float>(1e-6f));
        for (var v = 0; v < w.Length; v++)
        {
            var gradient = g[v] * by;
            s[v] += gradient * gradient;
            w[v] -= rate * gradient / (Vector.SquareRoot(s[v]) + small);
        }
    }

    // xorshift: chance that is the same everywhere.
    static void Shuffle(int[] order, ref ulong chance)
    {
        for (var i = order.Length - 1; i > 0; i--)
        {
            chance ^= chance << 13;
            chance ^= chance >> 7;
            chance ^= chance << 17;
            var other = (int)(chance % (ulong)(i + 1));
            (order[i], order[other]) = (order[other], order[i]);
        }
    }

    static LinearModel Compact(GramCount counted, float[] weights, float[] bias, float weakest)
    {
        var stride = LinearModel.StrideOf(bias.Length);
        var kept = Enumerable.Range(0, counted.Grams.Length).Where(row => Strongest(weights.AsSpan(row * stride, stride)) >= weakest).ToArray();
        var scale = Strongest(weights) / 127;
        var small = new sbyte[kept.Length * stride];
        for (var i = 0; i < small.Length; i++) small[i] = (sbyte)MathF.Round(weights[(kept[i / stride] * stride) + (i % stride)] / scale);
        return new LinearModel(counted.Table(kept), GramTable.Bytes(small), bias, scale);
    }

    static float Strongest(ReadOnlySpan<float> weights)
    {
        var most = 1e-6f;
        foreach (var weight in weights) most = Math.Max(most, Math.Abs(weight));
        return most;
    }
}
