namespace MdtChatBot.Workflow.Understanding;

/// <summary>Whether two words are the same but for slips of the keyboard.</summary>
static class NearMiss
{
    /// <summary>Shorter words must be written exactly.</summary>
    public const int ShortestForgiven = 5;

    /// <summary>
    /// Equal, or one slip apart from five letters on, two from nine on. Short words must be exact (“nee” is not “see”), and so must the
    /// first letter: in Arabic, Persian and Turkish one letter in front makes a no of a yes.
    /// </summary>
    public static bool Same(string heard, string meant)
    {
        if (heard == meant) return true;
        var allowed = meant.Length switch { >= 9 => 2, >= ShortestForgiven => 1, _ => 0 };
        return allowed > 0 && heard.Length > 0 && heard[0] == meant[0] && Math.Abs(heard.Length - meant.Length) <= allowed && Slips(heard, meant) <= allowed;
    }

    // Optimal string alignment: a letter too many, too few, another, or two swapped each count one.
    static int Slips(string a, string b)
    {
        // Words of a phrase are short; what is compared with them is at most two letters longer.
        Span<int> before = stackalloc int[b.Length + 1];
        Span<int> last = stackalloc int[b.Length + 1];
        Span<int> row = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++) last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) row[j] = Math.Min(row[j], before[j - 2] + 1);
            }

            var oldest = before;
            before = last;
            last = row;
            row = oldest;
        }

        return last[b.Length];
    }
}
