using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace MdtChatBot.Workflow.Understanding.Learning;

/// <summary>What was learned, as the bytes of a file: written when the program is built, read when it starts.</summary>
public static class ClassifierBytes
{
    // Raised when grams or form change, so that an old file is never read with new eyes.
    const int Form = 0x4D445402;

    public static byte[] Write(Classifier classifier)
    {
        var to = new List<byte>();
        Number(to, Form);
        Number(to, classifier.Languages.Count);
        foreach (var language in classifier.Languages) Part(to, Encoding.ASCII.GetBytes(language.Code));
        Write(to, classifier.Intents);
        Write(to, classifier.LanguageModel);
        return [.. to];
    }

    /// <summary>What was learned lies in these bytes from now on: they are not copied.</summary>
    /// <exception cref="FormatException">These bytes were not written by this version of the program.</exception>
    public static Classifier Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var from = bytes;
            if (Number(ref from) != Form) throw new FormatException("understanding.model was learned by another version of the program: build it again");
            var languages = new Language[Number(ref from)];
            for (var i = 0; i < languages.Length; i++) languages[i] = new Language(Encoding.ASCII.GetString(Part(ref from).Span));
            return new Classifier(ReadModel(ref from), ReadModel(ref from), languages);
        }
        catch (ArgumentException e)
        {
            throw new FormatException("understanding.model is cut short: build it again", e);
        }
    }

    static void Write(List<byte> to, LinearModel model)
    {
        Number(to, BitConverter.SingleToInt32Bits(model.Scale));
        Part(to, GramTable.Bytes(model.Bias));
        Part(to, model.Grams.Keys.Span);
        Part(to, model.Grams.Rows.Span);
        Part(to, model.Grams.Telling.Span);
        Part(to, model.Weights.Span);
    }

    static LinearModel ReadModel(ref ReadOnlyMemory<byte> from)
    {
        var scale = BitConverter.Int32BitsToSingle(Number(ref from));
        var bias = MemoryMarshal.Cast<byte, float>(Part(ref from).Span).ToArray();
        var table = new GramTable(Part(ref from), Part(ref from), Part(ref from));
        return new LinearModel(table, Part(ref from), bias, scale);
    }

    static void Number(List<byte> to, int number)
    {
        Span<byte> four = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(four, number);
        to.AddRange(four);
    }

    static int Number(ref ReadOnlyMemory<byte> from) => BinaryPrimitives.ReadInt32LittleEndian(Take(ref from, 4).Span);

    // Its length, and padded so that what follows begins where numbers of four bytes may.
    static void Part(List<byte> to, ReadOnlySpan<byte> bytes)
    {
        Number(to, bytes.Length);
        to.AddRange(bytes);
        while (to.Count % 4 != 0) to.Add(0);
    }

    static ReadOnlyMemory<byte> Part(ref ReadOnlyMemory<byte> from)
    {
        var length = Number(ref from);
        return Take(ref from, (length + 3) / 4 * 4)[..length];
    }

    static ReadOnlyMemory<byte> Take(ref ReadOnlyMemory<byte> from, int bytes)
    {
        var taken = from[..bytes];
        from = from[bytes..];
        return taken;
    }
}
