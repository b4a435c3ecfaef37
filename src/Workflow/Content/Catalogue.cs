namespace MdtChatBot.Workflow.Content;

/// <summary>All texts in all languages: key, language and arguments in, words out.</summary>
public sealed class Catalogue
{
    /// <summary>Reads the content files; <paramref name="files"/> maps a language code to the YAML text of <c>content/&lt;code&gt;.yaml</c>.</summary>
    /// <exception cref="FormatException">A file is not valid; the message names the file and the key.</exception>
    public static Catalogue Parse(IReadOnlyDictionary<string, string> files) => throw new NotImplementedException();

    public IReadOnlyList<Language> Languages { get; } = [];

    public bool IsRightToLeft(Language language) => throw new NotImplementedException();

    public string Write(Text text, Language language) => throw new NotImplementedException();

    public Written Write(Saying saying, Language language) => throw new NotImplementedException();
}

/// <summary>A saying in words: what channels send.</summary>
public sealed record Written(string Body, IReadOnlyList<WrittenChoice> Choices);

/// <summary>A choice in words. <paramref name="Description"/> is empty where there is none.</summary>
public sealed record WrittenChoice(string Id, string Label, string Description);
