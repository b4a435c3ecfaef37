using System.Text.Json.Serialization;
using NodaTime;

namespace MdtChatBot.Workflow.Content;

/// <summary>
/// A sentence as it is stored: a key of <c>content/&lt;language&gt;.yaml</c> and its arguments.
/// The same text can so be shown in any language, to the youth in theirs and to staff in Dutch.
/// </summary>
public sealed record Text(string Key, IReadOnlyDictionary<string, Arg>? Args = null)
{
    public static implicit operator Text(string key) => new(key);

    /// <summary>A text with arguments, in the order they are read: <c>Text.Of("trial.bring", ("bring", Arg.Of(..)))</c>.</summary>
    public static Text Of(string key, params (string Name, Arg Value)[] args) =>
        new(key, args.Length == 0 ? null : args.ToDictionary(a => a.Name, a => a.Value));
}

/// <summary>One argument of a <see cref="Text"/>. Closed family: the catalogue knows how to write each in every language.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "t")]
[JsonDerivedType(typeof(Word), "w")]
[JsonDerivedType(typeof(Number), "n")]
[JsonDerivedType(typeof(Day), "d")]
[JsonDerivedType(typeof(Clock), "c")]
[JsonDerivedType(typeof(Key), "k")]
[JsonDerivedType(typeof(Keys), "l")]
[JsonDerivedType(typeof(Local), "x")]
public abstract record Arg
{
    Arg() { }

    /// <summary>Written as it is: a name, an address, a link. Isolated in right-to-left text.</summary>
    public sealed record Word(string Value) : Arg;

    /// <summary>A count; chooses the plural form and is written in digits 0–9.</summary>
    public sealed record Number(int Value) : Arg;

    /// <summary>A date; <c>Form</c> says how much of it is written.</summary>
    public sealed record Day(LocalDate Value, DayForm Form) : Arg;

    /// <summary>A time of day on the 24-hour clock.</summary>
    public sealed record Clock(LocalTime Value) : Arg;

    /// <summary>Another text, written in the same language.</summary>
    public sealed record Key(Text Value) : Arg;

    /// <summary>Several texts, joined by the language's comma.</summary>
    public sealed record Keys(IReadOnlyList<Text> Values) : Arg;

    /// <summary>Words that staff wrote per language (programme data), by language code.</summary>
    public sealed record Local(LocalText Value) : Arg;

    public static Arg Of(string word) => new Word(word);

    public static Arg Of(int number) => new Number(number);

    public static Arg Of(LocalTime time) => new Clock(time);

    public static Arg Of(Text text) => new Key(text);

    public static Arg Of(LocalText local) => new Local(local);
}

/// <summary>How a date is written: the weekday (“Thursday”), the day and month (“26 November”) or both.</summary>
public enum DayForm
{
    Weekday,
    DayMonth,
    WeekdayDayMonth,
}
