using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace MdtChatBot.Workflow.Content;

/// <summary>YAML that was read elsewhere, as nodes.</summary>
static class YamlText
{
    /// <summary>Words as YAML has them in quotes, whatever is in them.</summary>
    public static string Quoted(string words) =>
        '"' + words.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal) + '"';

    /// <exception cref="FormatException">Not one YAML mapping; the message names <paramref name="file"/> and the line.</exception>
    public static YamlMappingNode Root(string file, string yaml)
    {
        try
        {
            var stream = new YamlStream();
#pragma warning disable RS0030 // a reader over a string touches no file
            using var reader = new System.IO.StringReader(yaml);
#pragma warning restore RS0030
            stream.Load(reader);
            return stream.Documents is [{ RootNode: YamlMappingNode root }] ? root : throw new FormatException($"{file}: expected one mapping");
        }
        catch (YamlException e)
        {
            throw new FormatException($"{file}, line {e.Start.Line}: {e.Message}", e);
        }
    }
}
