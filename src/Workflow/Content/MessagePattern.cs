using System.Text;

namespace MdtChatBot.Workflow.Content;

/// <summary>
/// One text, parsed: the subset of ICU MessageFormat that our texts use, <c>{name}</c>, <c>{n, number}</c>,
/// <c>{n, plural, one {# uur} other {# uur}}</c> and <c>{x, select, a {…} other {…}}</c>. Apostrophes are ordinary letters here.
/// </summary>
sealed class MessagePattern
{
    readonly IReadOnlyList<Node> _nodes;

    MessagePattern(string source, IReadOnlyList<Node> nodes)
    {
        Source = source;
        _nodes = nodes;
        // Arrays, since most of the eleven thousand texts have no arguments, and an empty array is there once.
        ArgumentNames = NamesIn(nodes).Distinct().ToArray();
        CountNames = nodes.OfType<Node.Plural>().Select(p => p.Name).Distinct().ToArray();
        Chooses = nodes.Any(n => n is Node.Plural or Node.Select);
    }

    /// <exception cref="FormatException">The pattern is not valid; the message says at which character.</exception>
    public static MessagePattern Parse(string pattern)
    {
        var at = 0;
        return new MessagePattern(pattern, ParseNodes(pattern, ref at, nested: false));
    }

    /// <summary>As it was written.</summary>
    public string Source { get; }

    /// <summary>Names of all arguments, in the order they first appear.</summary>
    public IReadOnlyList<string> ArgumentNames { get; }

    /// <summary>It says different words for different arguments.</summary>
    public bool Chooses { get; }

    /// <summary>Those that are counted.</summary>
    public IReadOnlyCollection<string> CountNames { get; }

    /// <summary>Every form of every plural and select in it, once: <c>one</c>, <c>=0</c>, <c>other</c> …</summary>
    public IReadOnlyList<string> Cases => [.. Below(_nodes).SelectMany(n => n switch { Node.Plural p => p.Cases.Keys, Node.Select s => s.Cases.Keys, _ => [] }).Distinct()];

    /// <summary>Its plurals: the argument, and the forms that are written out.</summary>
    public IEnumerable<(string Name, IReadOnlyCollection<string> Cases)> Plurals => Below(_nodes).OfType<Node.Plural>().Select(p => (p.Name, (IReadOnlyCollection<string>)[.. p.Cases.Keys]));

    /// <summary>Arguments that choose words.</summary>
    public IReadOnlyCollection<string> SelectNames => [.. Below(_nodes).OfType<Node.Select>().Select(s => s.Name)];

    /// <summary>Writes the text. <paramref name="number"/> gives an argument's count, <paramref name="word"/> its words.</summary>
    public void Write(StringBuilder to, Func<string, string> word, Func<string, int> number, Func<int, string> pluralOf) =>
        WriteNodes(_nodes, to, word, number, pluralOf, hash: 0);

    /// <summary>The same pattern with every literal rewritten.</summary>
    public MessagePattern WithLiterals(Func<string, string> rewrite) => new(Source, Rewrite(_nodes, rewrite));

    static void WriteNodes(IReadOnlyList<Node> nodes, StringBuilder to, Func<string, string> word, Func<string, int> number, Func<int, string> pluralOf, int hash)
    {
        foreach (var node in nodes)
        {
            switch (node)
            {
                case Node.Literal literal: to.Append(literal.Words); break;
                case Node.Hash: to.Append(hash); break;
                case Node.Argument argument: Append(to, word(argument.Name)); break;
                case Node.Plural plural:
                    var count = number(plural.Name);
                    var form = plural.Cases.TryGetValue($"={count}", out var exact) ? exact
                        : plural.Cases.TryGetValue(pluralOf(count), out var named) ? named
                        : plural.Cases["other"];
                    WriteNodes(form, to, word, number, pluralOf, count);
                    break;
                case Node.Select select:
                    WriteNodes(select.Cases.TryGetValue(word(select.Name), out var chosen) ? chosen : select.Cases["other"], to, word, number, pluralOf, hash);
                    break;
            }
        }
    }

    // “Gelukt, {firstName}!” is “Gelukt!” while no name is known: an empty word takes the space and the comma before it along.
    static void Append(StringBuilder to, string word)
    {
        if (word.Length == 0 && to.Length > 0 && to[^1] is ' ') to.Length -= to.Length > 1 && to[^2] is ',' or '،' or '፡' ? 2 : 1;
        to.Append(word);
    }

    static Node[] Rewrite(IReadOnlyList<Node> nodes, Func<string, string> rewrite) => nodes.Select(node => node switch
    {
        Node.Literal literal => new Node.Literal(rewrite(literal.Words)),
        Node.Plural plural => new Node.Plural(plural.Name, plural.Cases.ToDictionary(c => c.Key, c => (IReadOnlyList<Node>)Rewrite(c.Value, rewrite))),
        Node.Select select => new Node.Select(select.Name, select.Cases.ToDictionary(c => c.Key, c => (IReadOnlyList<Node>)Rewrite(c.Value, rewrite))),
        _ => node,
    }).ToArray();

    // These and all that they hold.
    static IEnumerable<Node> Below(IReadOnlyList<Node> nodes) => nodes.SelectMany(node => node switch
    {
        Node.Plural plural => plural.Cases.Values.SelectMany(Below).Prepend(node),
        Node.Select select => select.Cases.Values.SelectMany(Below).Prepend(node),
        _ => [node],
    });

    static IEnumerable<string> NamesIn(IReadOnlyList<Node> nodes) => nodes.SelectMany(node => node switch
    {
        Node.Argument argument => [argument.Name],
        Node.Plural plural => plural.Cases.Values.SelectMany(NamesIn).Prepend(plural.Name),
        Node.Select select => select.Cases.Values.SelectMany(NamesIn).Prepend(select.Name),
        _ => Enumerable.Empty<string>(),
    });

    static Node[] ParseNodes(string pattern, ref int at, bool nested)
    {
        var nodes = new List<Node>();
        var literal = new StringBuilder();
        while (at < pattern.Length && pattern[at] != '}')
        {
            var c = pattern[at];
            if (c is '{' || (nested && c is '#'))
            {
                Flush(nodes, literal, pattern);
                nodes.Add(c is '{' ? ParseArgument(pattern, ref at) : HashAt(ref at));
            }
            else
            {
                literal.Append(c);
                at++;
            }
        }

        if (!nested && at < pattern.Length) throw Wrong(pattern, at, "a '}' without its '{'");
        Flush(nodes, literal, pattern);
        return [.. nodes];
    }

    static Node.Hash HashAt(ref int at)
    {
        at++;
        return new Node.Hash();
    }

    static Node ParseArgument(string pattern, ref int at)
    {
        at++;
        var name = ReadUntil(pattern, ref at, ',', '}');
        if (Peek(pattern, at) is '}')
        {
            at++;
            return new Node.Argument(name);
        }

        at++;
        var kind = ReadUntil(pattern, ref at, ',', '}');
        if (kind is "number" && Peek(pattern, at) is '}')
        {
            at++;
            return new Node.Argument(name);
        }

        if (kind is not ("plural" or "select") || Peek(pattern, at) is not ',') throw Wrong(pattern, at, $"'{kind}' is not number, plural or select");
        at++;
        var cases = ParseCases(pattern, ref at);
        return kind is "plural" ? new Node.Plural(name, cases) : new Node.Select(name, cases);
    }

    static Dictionary<string, IReadOnlyList<Node>> ParseCases(string pattern, ref int at)
    {
        var cases = new Dictionary<string, IReadOnlyList<Node>>();
        while (true)
        {
            while (Peek(pattern, at) is ' ') at++;
            if (Peek(pattern, at) is '}') break;
            var name = ReadUntil(pattern, ref at, '{', '{');
            at++;
            cases[name] = ParseNodes(pattern, ref at, nested: true);
            if (Peek(pattern, at) is not '}') throw Wrong(pattern, at, $"case '{name}' is not closed");
            at++;
        }

        at++;
        return cases.ContainsKey("other") ? cases : throw Wrong(pattern, at, "the case 'other' is missing");
    }

    static string ReadUntil(string pattern, ref int at, char end, char orEnd)
    {
        var start = at;
        while (at < pattern.Length && pattern[at] != end && pattern[at] != orEnd) at++;
        if (at == pattern.Length) throw Wrong(pattern, start, "a '{' without its '}'");
        return pattern[start..at].Trim();
    }

    static char Peek(string pattern, int at) => at < pattern.Length ? pattern[at] : throw Wrong(pattern, at, "it ends too early");

    static void Flush(List<Node> nodes, StringBuilder literal, string pattern)
    {
        // As long as the whole it is the whole, and need not be kept twice.
        if (literal.Length > 0) nodes.Add(new Node.Literal(literal.Length == pattern.Length ? pattern : literal.ToString()));
        literal.Clear();
    }

    static FormatException Wrong(string pattern, int at, string what) => new($"at character {Math.Min(at, pattern.Length) + 1}: {what}");

    abstract record Node
    {
        public sealed record Literal(string Words) : Node;

        public sealed record Argument(string Name) : Node;

        public sealed record Hash : Node;

        public sealed record Plural(string Name, IReadOnlyDictionary<string, IReadOnlyList<Node>> Cases) : Node;

        public sealed record Select(string Name, IReadOnlyDictionary<string, IReadOnlyList<Node>> Cases) : Node;
    }
}
