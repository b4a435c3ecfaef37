namespace MdtChatBot.Workflow.Content;

/// <summary>Files of many languages are read side by side: they are half of the start of the program.</summary>
static class InParallel
{
    /// <exception cref="FormatException">The first file, by name, that is not valid.</exception>
    public static Dictionary<string, TParsed> Parse<TParsed>(IReadOnlyDictionary<string, string> files, Func<string, string, TParsed> parse)
    {
        try
        {
            // The longest first: nobody waits for it alone.
            return files.OrderByDescending(f => f.Value.Length).ThenBy(f => f.Key, StringComparer.Ordinal).AsParallel().Select(f => (f.Key, Parsed: parse(f.Key, f.Value))).ToDictionary(f => f.Key, f => f.Parsed);
        }
        catch (AggregateException e) when (e.InnerExceptions.OfType<FormatException>().OrderBy(i => i.Message, StringComparer.Ordinal).FirstOrDefault() is { } first)
        {
            throw new FormatException(first.Message, e);
        }
    }
}
