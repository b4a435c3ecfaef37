using System.Text;
using MdtChatBot.Workflow.Content;

namespace MdtChatBot.Bot.Channels.Twilio;

/// <summary>A message as one WhatsApp text: the words, and the choices as numbered lines.</summary>
public static class MessageBody
{
    /// <summary>Twilio's limit in characters (code points); above it error 21617.</summary>
    public const int MaxCharacters = 1600;

    const char RightToLeftMark = '\u200F';
    const char LeftToRightIsolate = '\u2066';
    const char PopIsolate = '\u2069';

    /// <summary>The text, or null where it can't be made to fit: the second lines of choices are given up first.</summary>
    public static string? Write(Written written)
    {
        var full = Write(written, withDescriptions: true);
        if (Fits(full)) return full;
        var shorter = Write(written, withDescriptions: false);
        return Fits(shorter) ? shorter : null;
    }

    static string Write(Written written, bool withDescriptions)
    {
        var rightToLeft = ScriptDirection.IsRightToLeft(written.Body);
        var text = new StringBuilder(written.Body);
        for (var i = 0; i < written.Choices.Count; i++)
        {
            text.Append(i == 0 ? "\n\n" : "\n");
            // The mark keeps the number on the right where the label itself is in Latin letters.
            if (rightToLeft) text.Append(RightToLeftMark);
            text.Append(i + 1).Append(". ");
            AppendIsolated(text, written.Choices[i].Label, rightToLeft);
            if (!withDescriptions || written.Choices[i].Description.Length == 0) continue;
            text.Append(" – ");
            AppendIsolated(text, written.Choices[i].Description, rightToLeft);
        }

        return text.ToString();
    }

    static void AppendIsolated(StringBuilder text, string words, bool inRightToLeft)
    {
        if (inRightToLeft && !ScriptDirection.IsRightToLeft(words))
            text.Append(LeftToRightIsolate).Append(words).Append(PopIsolate);
        else
            text.Append(words);
    }

    static bool Fits(string text) => text.Length <= MaxCharacters || text.EnumerateRunes().Count() <= MaxCharacters;
}
