using System.Text;

namespace MdtChatBot.Workflow.Understanding.Learning;

/// <summary>
/// What a message is known by: pieces of its words (one to five letters, with the edges of words), its words and pairs of words, the same in Latin
/// letters, and its words by sound. Not the order, save in pairs: youth leave out and swap words.
/// </summary>
static class Grams
{
    const int Longest = 5;

    public static void Of(Heard heard, List<uint> to)
    {
        to.Clear();
        var text = new StringBuilder();
        string? before = null, soundBefore = null;
        foreach (var word in heard.Words)
        {
            GramHash.Pieces(word, 1, Longest, to);
            to.Add(GramHash.Of('w', null, word));
            if (before is not null) to.Add(GramHash.Of('w', before, word));
            var roman = Roman.Differs(word) ? RomanOf(word, text) : word;
            if (!ReferenceEquals(roman, word)) GramHash.Pieces(roman, 3, Longest, to);
            var sound = SoundOf(roman, text);
            if (sound.Length > 1) to.Add(GramHash.Of('s', null, sound));
            if (soundBefore is { Length: > 0 } && sound.Length > 0) to.Add(GramHash.Of('s', soundBefore, sound));
            (before, soundBefore) = (word, sound);
        }
    }

    static string RomanOf(string word, StringBuilder text)
    {
        text.Clear();
        Roman.Append(text, word);
        return text.ToString();
    }

    static string SoundOf(string roman, StringBuilder text)
    {
        text.Clear();
        Roman.AppendConsonants(text, roman);
        return text.ToString();
    }
}
