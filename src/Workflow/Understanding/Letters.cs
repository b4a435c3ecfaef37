using System.Text;

namespace MdtChatBot.Workflow.Understanding;

/// <summary>Folds letters that youth use for one another. A table of our own, since the build is free of ICU (InvariantGlobalization).</summary>
static class Letters
{
    // Latin letters with marks; Cyrillic that is seldom typed; Arabic alef, yeh, kaf, teh marbuta, waw and Kurdish letters by their plain form.
    static readonly (string Variants, char Plain)[] Variants =
    [
        ("àáâãäåāăą", 'a'),
        ("çćč", 'c'),
        ("ďđ", 'd'),
        ("èéêëēęě", 'e'),
        ("ğģ", 'g'),
        ("ìíîïīįı", 'i'),
        ("łľ", 'l'),
        ("ñńň", 'n'),
        ("òóôõöøōő", 'o'),
        ("ŕř", 'r'),
        ("śşšș", 's'),
        ("ťţț", 't'),
        ("ùúûüūůűų", 'u'),
        ("ýÿ", 'y'),
        ("źżž", 'z'),
        ("ё", 'е'), ("ґ", 'г'),
        ("أإآٱ", 'ا'), ("ىیئےېێ", 'ي'), ("ةۀە", 'ه'), ("کڪ", 'ك'), ("ؤۆۇ", 'و'), ("ڕ", 'ر'), ("ڵ", 'ل'),
    ];

    // Ge'ez syllables that sound alike in Tigrinya and Amharic, as code points: ሐ and ኀ as ሀ, ሠ as ሰ, ዐ as አ, ፀ as ጸ; eight orders each.
    static readonly (int Variant, int Plain)[] Syllables = [(0x1210, 0x1200), (0x1280, 0x1200), (0x1220, 0x1230), (0x12D0, 0x12A0), (0x1340, 0x1338)];

    static readonly Dictionary<int, string> Folded = Table();

    /// <summary>Appends the letter by which this one counts.</summary>
    public static void Append(StringBuilder to, Rune letter)
    {
        if (Folded.TryGetValue(letter.Value, out var folded)) to.Append(folded);
        else if (letter.IsBmp) to.Append((char)letter.Value);
        else to.Append(letter.ToString());
    }

    static Dictionary<int, string> Table()
    {
        var table = new Dictionary<int, string> { ['İ'] = "i", ['ß'] = "ss", ['æ'] = "ae", ['œ'] = "oe" };
        foreach (var (variants, plain) in Variants)
            foreach (var variant in variants)
                table[variant] = plain.ToString();
        foreach (var (variant, plain) in Syllables)
            for (var order = 0; order < 8; order++)
                table[variant + order] = char.ConvertFromUtf32(plain + order);
        return table;
    }
}
