using System.Globalization;
using System.Text;

namespace MdtChatBot.Workflow.Content;

/// <summary>
/// Reads YAML as our language files write it: maps by indentation, words in quotes or without, lists and maps in brackets. Forty-eight files are read at each
/// start, and the library takes ten times as long. Whatever is written in another way, or wrongly, is left to the library (null), which says what is wrong;
/// a test compares the two on every file.
/// </summary>
sealed class PlainYaml
{
    readonly string _text;
    int _at;

    PlainYaml(string text) => _text = text;

    /// <summary>Null where the file is not plain.</summary>
    public static YamlPart.Map? TryRead(string yaml)
    {
        var reader = new PlainYaml(yaml);
        try
        {
            var map = reader.NextIndent() == 0 ? reader.Block(0) : null;
            return reader._at == yaml.Length ? map : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>To the next line that says something; its indentation, or -1 at the end. <see cref="_at"/> stands at its first letter.</summary>
    int NextIndent()
    {
        while (_at < _text.Length)
        {
            var start = _at;
            while (_at < _text.Length && _text[_at] is ' ') _at++;
            if (_at == _text.Length) break;
            if (_text[_at] is '#') SkipLine();
            else if (_text[_at] is '\n' or '\r') _at++;
            else return _at - start;
        }

        return -1;
    }

    YamlPart.Map Block(int indent)
    {
        var children = new List<KeyValuePair<string, YamlPart>>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var name = Name();
            if (!names.Add(name)) throw NotPlain();
            children.Add(KeyValuePair.Create(name, Value(indent)));
            var lineStart = _at;
            var next = NextIndent();
            if (next == indent) continue;
            if (next > indent) throw NotPlain();
            if (next >= 0) _at = lineStart;
            return new YamlPart.Map(children);
        }
    }

    // “name:” with a space or the end of the line behind it.
    string Name()
    {
        var name = Current is '"' or '\'' ? Quoted() : Until(':');
        if (name.Length == 0 || Current is not ':') throw NotPlain();
        _at++;
        if (_at < _text.Length && Current is not (' ' or '\n' or '\r')) throw NotPlain();
        return name;
    }

    YamlPart Value(int indent)
    {
        SkipSpaces();
        if (!IsEndOfLine()) return Ended(Inline());
        var lineStart = _at;
        var next = NextIndent();
        if (next <= indent)
        {
            if (next >= 0 && Current is '-') throw NotPlain();
            _at = next >= 0 ? lineStart : _at;
            return new YamlPart.Word("");
        }

        return Current switch
        {
            '[' or '{' => Ended(Inline()),
            '-' => Dashes(next),
            _ => Block(next),
        };
    }

    // The lines “- words”, all at one indentation.
    YamlPart.Words Dashes(int indent)
    {
        var items = new List<string>();
        while (true)
        {
            if (Current is not '-' || _at + 1 >= _text.Length || _text[_at + 1] is not ' ') throw NotPlain();
            _at++;
            SkipSpaces();
            items.Add(Ended(Inline()) is YamlPart.Word word ? word.Value : throw NotPlain());
            var lineStart = _at;
            var next = NextIndent();
            if (next == indent) continue;
            if (next > indent) throw NotPlain();
            if (next >= 0) _at = lineStart;
            return new YamlPart.Words(items);
        }
    }

    YamlPart Inline() => Current switch
    {
        '[' => List(),
        '{' => Braces(),
        '"' or '\'' => new YamlPart.Word(Quoted()),
        _ => new YamlPart.Word(Plain(inBrackets: false)),
    };

    YamlPart.Words List()
    {
        var items = new List<string>();
        _at++;
        while (SkipBetween() is not ']')
        {
            items.Add(Current is '"' or '\'' ? Quoted() : Plain(inBrackets: true));
            if (SkipBetween() is ',') _at++;
            else if (Current is not ']') throw NotPlain();
        }

        _at++;
        return new YamlPart.Words(items);
    }

    YamlPart.Map Braces()
    {
        var children = new List<KeyValuePair<string, YamlPart>>();
        _at++;
        while (SkipBetween() is not '}')
        {
            var name = Name();
            if (children.Exists(c => c.Key == name)) throw NotPlain();
            YamlPart value = SkipBetween() switch
            {
                '[' => List(),
                '{' => Braces(),
                '"' or '\'' => new YamlPart.Word(Quoted()),
                _ => new YamlPart.Word(Plain(inBrackets: true)),
            };
            children.Add(KeyValuePair.Create(name, value));
            if (SkipBetween() is ',') _at++;
            else if (Current is not '}') throw NotPlain();
        }

        _at++;
        return new YamlPart.Map(children);
    }

    // Words without quotes, on one line.
    string Plain(bool inBrackets)
    {
        if (Current is '-' or '?' or ':' or ',' or '[' or ']' or '{' or '}' or '#' or '&' or '*' or '!' or '|' or '>' or '%' or '@' or '`' or '"' or '\'') throw NotPlain();
        var start = _at;
        while (_at < _text.Length && _text[_at] is not ('\n' or '\r'))
        {
            var c = _text[_at];
            if (inBrackets && c is ',' or ']' or '}') break;
            if (inBrackets && c is '[' or '{') throw NotPlain();
            if (c is '#' && _text[_at - 1] is ' ') break;
            if (c is ':' && (_at + 1 == _text.Length || _text[_at + 1] is ' ' or '\n' or '\r' || inBrackets)) throw NotPlain();
            _at++;
        }

        return _text[start.._at].TrimEnd(' ');
    }

    string Quoted()
    {
        var quote = Current;
        var start = ++_at;
        var end = _text.AsSpan(start).IndexOfAny(quote, '\n', '\\');
        if (end < 0) throw NotPlain();
        _at = start + end;
        // Most have nothing that stands for something else.
        if (Current == quote && !(quote is '\'' && _at + 1 < _text.Length && _text[_at + 1] is '\'')) return _text[start.._at++];
        var to = new StringBuilder(_text, start, end, end + 64);
        while (true)
        {
            if (_at >= _text.Length) throw NotPlain();
            switch (_text[_at++])
            {
                case '\n': throw NotPlain();
                case '\'' when quote is '\'' && _at < _text.Length && Current is '\'': to.Append('\''); _at++; break;
                case '\\' when quote is '"': to.Append(Escaped()); break;
                case var c when c == quote: return to.ToString();
                case var c: to.Append(c); break;
            }
        }
    }

    string Escaped() => (_at < _text.Length ? _text[_at++] : '\0') switch
    {
        'n' => "\n",
        't' => "\t",
        '"' => "\"",
        '\\' => "\\",
        '/' => "/",
        'u' => Code(4),
        'x' => Code(2),
        'U' => Code(8),
        _ => throw NotPlain(),
    };

    string Code(int digits)
    {
        if (_at + digits > _text.Length || !int.TryParse(_text.AsSpan(_at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)) throw NotPlain();
        _at += digits;
        return digits == 4 ? ((char)code).ToString() : Rune.IsValid(code) ? char.ConvertFromUtf32(code) : throw NotPlain();
    }

    char Current => _at < _text.Length ? _text[_at] : '\n';

    string Until(char end)
    {
        var start = _at;
        while (_at < _text.Length && (char.IsAsciiLetterOrDigit(_text[_at]) || _text[_at] is '.' or '_' or '+')) _at++;
        return Current == end ? _text[start.._at] : "";
    }

    // Over spaces, lines and comments between brackets.
    char SkipBetween()
    {
        while (_at < _text.Length && (_text[_at] is ' ' or '\n' or '\r' || (_text[_at] is '#' && _text[_at - 1] is ' ' or '\n')))
        {
            if (_text[_at] is '#') SkipLine();
            else _at++;
        }

        return _at < _text.Length ? _text[_at] : throw NotPlain();
    }

    void SkipSpaces()
    {
        while (_at < _text.Length && _text[_at] is ' ') _at++;
    }

    void SkipLine()
    {
        var end = _text.IndexOf('\n', _at);
        _at = end < 0 ? _text.Length : end + 1;
    }

    bool IsEndOfLine() => _at == _text.Length || _text[_at] is '\n' or '\r' || (_text[_at] is '#' && _text[_at - 1] is ' ');

    T Ended<T>(T value)
    {
        SkipSpaces();
        if (!IsEndOfLine()) throw NotPlain();
        if (_at < _text.Length) SkipLine();
        return value;
    }

    static FormatException NotPlain() => new("written in another way");
}
