namespace MdtChatBot.Workflow.Understanding.Learning;

/// <summary>Grams as numbers of 32 bits. Two that meet by chance are taken for one; of a hundred thousand, that are one or two.</summary>
static class GramHash
{
    const uint Seed = 2166136261;
    const uint Prime = 16777619;

    /// <summary>Adds the pieces of a word, its edges (a space) included.</summary>
    public static void Pieces(ReadOnlySpan<char> word, int shortest, int longest, List<uint> to)
    {
        for (var start = -1; start < word.Length; start++)
        {
            var hash = Seed;
            for (var at = start; at <= word.Length && at < start + longest; at++)
            {
                hash = Add(hash, at < 0 || at == word.Length ? ' ' : word[at]);
                if (at - start + 1 >= shortest && at > -1) to.Add(Finish(hash));
            }
        }
    }

    /// <summary>A word of a kind of its own.</summary>
    public static uint Of(char kind, ReadOnlySpan<char> word) => Finish(Add(Begun(kind), word));

    /// <summary>A pair of words of a kind of its own.</summary>
    public static uint Of(char kind, ReadOnlySpan<char> first, ReadOnlySpan<char> second) => Finish(Add(Add(Add(Begun(kind), first), ' '), second));

    static uint Begun(char kind) => Add(Add(Seed, '\u0001'), kind);

    static uint Add(uint hash, ReadOnlySpan<char> letters)
    {
        foreach (var c in letters) hash = Add(hash, c);
        return hash;
    }

    static uint Add(uint hash, char c) => (hash ^ c) * Prime;

    // The last step of MurmurHash3: neighbours end far apart. 0 means “no gram” in the table.
    static uint Finish(uint hash)
    {
        hash ^= hash >> 16;
        hash *= 0x85EBCA6B;
        hash ^= hash >> 13;
        hash *= 0xC2B2AE35;
        hash ^= hash >> 16;
        return hash == 0 ? 1 : hash;
    }
}
