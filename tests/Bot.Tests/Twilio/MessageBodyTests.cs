using MdtChatBot.Bot.Channels.Twilio;
using MdtChatBot.Workflow.Content;

namespace MdtChatBot.Bot.Tests.Twilio;

public sealed class MessageBodyTests
{
    static Written Asking(string body, params (string Label, string Description)[] choices) =>
        new(body, choices.Select((c, i) => new WrittenChoice($"c:{i}", c.Label, c.Description)).ToList());

    [Fact]
    public void A_message_without_choices_is_its_words() => Assert.Equal("Hoi", MessageBody.Write(Asking("Hoi")));

    [Fact]
    public void Choices_are_numbered_lines() =>
        Assert.Equal("Kom je?\n\n1. Ja\n2. Nee", MessageBody.Write(Asking("Kom je?", ("Ja", ""), ("Nee", ""))));

    [Fact]
    public void A_second_line_stands_behind_its_label() =>
        Assert.Equal("Kies\n\n1. Koken – vr 16:00", MessageBody.Write(Asking("Kies", ("Koken", "vr 16:00"))));

    [Fact]
    public void In_right_to_left_text_the_numbers_stay_right_and_latin_labels_are_isolated() =>
        Assert.Equal("اختر\n\n\u200F1. نعم\n\u200F2. \u2066English\u2069 – \u206616:00\u2069", MessageBody.Write(Asking("اختر", ("نعم", ""), ("English", "16:00"))));

    [Fact]
    public void In_left_to_right_text_nothing_is_isolated() =>
        Assert.Equal("Kies\n\n1. العربية", MessageBody.Write(Asking("Kies", ("العربية", ""))));

    [Fact]
    public void Characters_are_counted_as_code_points()
    {
        Assert.NotNull(MessageBody.Write(Asking(string.Concat(Enumerable.Repeat("😀", 1600)))));
        Assert.Null(MessageBody.Write(Asking(string.Concat(Enumerable.Repeat("😀", 1601)))));
    }

    [Fact]
    public void Where_space_is_short_the_second_lines_go_first()
    {
        var body = new string('a', 1580);
        Assert.Equal(body + "\n\n1. Ja", MessageBody.Write(Asking(body, ("Ja", new string('b', 72)))));
    }

    [Fact]
    public void What_does_not_fit_is_not_sent_in_parts() => Assert.Null(MessageBody.Write(Asking(new string('a', 1598), ("Ja", ""))));

    [Theory]
    [InlineData("Hoi", false)]
    [InlineData("سلام", true)]
    [InlineData("👋 سلام", true)]
    [InlineData("\u2066MDT\u2069 سلام", true)]
    [InlineData("\u2069 MDT سلام", false)]
    [InlineData("ሰላም", false)]
    [InlineData("16:00", false)]
    [InlineData("", false)]
    public void Direction_is_that_of_the_first_letter(string text, bool rightToLeft) => Assert.Equal(rightToLeft, ScriptDirection.IsRightToLeft(text));
}
