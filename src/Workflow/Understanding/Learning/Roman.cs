using System.Text;

namespace MdtChatBot.Workflow.Understanding.Learning;

/// <summary>
/// A word in Latin letters, whatever script it was written in, and by its consonants alone: “مرحبا”, “mar7aba” and “merhaba” are all <c>mrhb</c>.
/// Youth write Arabic, Persian, Tigrinya and Ukrainian in Latin letters, each in their own way, and leave vowels out.
/// </summary>
static class Roman
{
    static readonly string[] Letters =
    [
        "ابپتجحدرزسصضطظعفقكگلمنهويذ a b p t j h d r z s s d t z a f q k g l m n h w y z",
        "ثچخژشغةٹټډړږښڅځڼڤ th ch kh zh sh gh h t t d r g kh ts z n v",
        "абвгґдеєжзиіїйклмнопрстуф a b v h g d e ye zh z y i i y k l m n o p r s t u f",
        "хцчшщыэюяё kh ts ch sh sh y e yu ya yo",
    ];

    // The Ge'ez block from 0x1200 in rows of eight, one consonant each and a vowel for each place, in the order of Unicode.
    static readonly string[] GeezConsonants = "h l h m s r s sh q q q q b v t ch h h n n  k k h k w  z zh y d d j g g g t ch p ts ts f p".Split(' ');
    static readonly string[] GeezVowels = ["e", "u", "i", "a", "e", "", "o", "a"];

    static readonly Dictionary<char, string> Table = Build();

    /// <summary>True if some letter is not Latin.</summary>
    public static bool Differs(string word)
    {
        foreach (var c in word)
            if (c >= 0x0400) return true;
        return false;
    }

    public static void Append(StringBuilder to, string word)
    {
        foreach (var c in word)
        {
            if (c is >= '\u1200' and < '\u1358') to.Append(GeezConsonants[(c - 0x1200) / 8]).Append(GeezVowels[(c - 0x1200) % 8]);
            else if (c < 0x0400) to.Append(c);
            else if (Table.TryGetValue(c, out var letters)) to.Append(letters);
        }
    }

    /// <summary>The consonants of a word in Latin letters; a vowel in front is kept as <c>a</c>.</summary>
    public static void AppendConsonants(StringBuilder to, ReadOnlySpan<char> word)
    {
        var begin = to.Length;
        for (var i = 0; i < word.Length; i++)
        {
            var sound = Sound(word[i], i + 1 < word.Length ? word[i + 1] : ' ', out var letters);
            i += letters - 1;
            if (sound is '_' && to.Length == begin) to.Append('a');
            else if (sound is not '_' && (to.Length == begin || to[^1] != sound)) to.Append(sound);
        }
    }

    // 2 3 5 6 7 8 9 stand for Arabic letters that Latin has not.
    static char Sound(char letter, char next, out int letters)
    {
        letters = next is 'h' && letter is 's' or 'c' or 'k' or 'g' or 't' or 'd' or 'z' or 'p' || (letter, next) is ('s', 'j') or ('t', 's') ? 2 : 1;
        return (letter, letters) switch
        {
            ('s' or 'c', 2) => 'S',
            ('k' or 'g', 2) => 'h',
            ('p', 2) => 'f',
            ('t', 2) when next is 's' => 's',
            ('c' or 'q' or '9' or '8', 1) => 'k',
            ('x' or '5' or '7', 1) => 'h',
            ('6', 1) => 't',
            ('a' or 'e' or 'i' or 'o' or 'u' or 'w' or 'y' or '2' or '3', _) => '_',
            _ => letter,
        };
    }

    static Dictionary<char, string> Build()
    {
        var table = new Dictionary<char, string>();
        foreach (var line in Letters.Select(l => l.Split(' ')))
            for (var i = 0; i < line[0].Length; i++) table[line[0][i]] = line[i + 1];
        return table;
    }
}
