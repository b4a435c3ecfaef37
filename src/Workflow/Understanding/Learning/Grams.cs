using System.Buffers;
using System.Text;

namespace MdtChatBot.Workflow.Understanding.Learning;

/// <summary>
/// What a message is known by: pieces of its words (one to five letters, with the edges of words), its words, pairs of words and of their beginnings, the
/// same in Latin letters, and its words by sound; what it begins and ends with, how long it is and whether it asks. Not the order, save in pairs: youth
/// leave out and swap words. Beginnings, ends, length and question mark together make one message in a hundred more right (ADR 18).
/// </summary>
static class Grams
{
    const int Longest = 5;
    const int Beginning = 4;
    const int LongMessage = 6;

    static readonly SearchValues<char> QuestionMarks = SearchValues.Create("?؟፧");

    public static void Of(Heard heard, List<uint> to)
    {
        to.Clear();
        Words(heard.Words, to);
        Pairs(heard.Words, to);
        if (heard.Words.Count == 0) return;
        to.Add(GramHash.Of('f', heard.Words[0]));
        to.Add(GramHash.Of('l', heard.Words[^1]));
        to.Add(GramHash.Of('n', [(char)('0' + Math.Min(heard.Words.Count, LongMessage))]));
        if (heard.Original.AsSpan().ContainsAny(QuestionMarks)) to.Add(GramHash.Of('?', ""));
    }

    static void Words(IReadOnlyList<string> words, List<uint> to)
    {
        var text = new StringBuilder();
        var soundBefore = "";
        foreach (var word in words)
        {
            GramHash.Pieces(word, 1, Longest, to);
            to.Add(GramHash.Of('w', word));
            var roman = Roman.Differs(word) ? RomanOf(word, text) : word;
            if (!ReferenceEquals(roman, word)) GramHash.Pieces(roman, 3, Longest, to);
            var sound = SoundOf(roman, text);
            if (sound.Length > 1) to.Add(GramHash.Of('s', sound));
            if (soundBefore.Length > 0 && sound.Length > 0) to.Add(GramHash.Of('s', soundBefore, sound));
            soundBefore = sound;
        }
    }

    static void Pairs(IReadOnlyList<string> words, List<uint> to)
    {
        for (var i = 1; i < words.Count; i++)
        {
            to.Add(GramHash.Of('w', words[i - 1], words[i]));
            to.Add(GramHash.Of('b', BeginningOf(words[i - 1]), BeginningOf(words[i])));
            if (i > 1) to.Add(GramHash.Of('k', words[i - 2], words[i]));
        }
    }

    static ReadOnlySpan<char> BeginningOf(string word) => word.AsSpan(0, Math.Min(word.Length, Beginning));

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
