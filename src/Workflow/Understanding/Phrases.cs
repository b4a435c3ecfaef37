namespace MdtChatBot.Workflow.Understanding;

/// <summary>The words youth use, per language: global words, yes and no, questions, crisis phrases.</summary>
public sealed class Phrases
{
    /// <summary>Reads <c>content/phrases/&lt;code&gt;.yaml</c>, by language code.</summary>
    /// <exception cref="FormatException">A file is not valid; the message names the file and the section.</exception>
    public static Phrases Parse(IReadOnlyDictionary<string, string> files) => throw new NotImplementedException();
}
