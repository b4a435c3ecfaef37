using MdtChatBot.Bot.Channels.WebChat;

namespace MdtChatBot.Bot.Tests.WebChat;

public class ConversationIdTests
{
    [Fact]
    public void An_id_is_read_back_as_it_was_made()
    {
        var made = ConversationId.New();

        Assert.Equal(made, ConversationId.Parse(made.Value));
    }

    [Fact]
    public void No_two_ids_are_the_same() =>
        Assert.Equal(1000, Enumerable.Range(0, 1000).Select(_ => ConversationId.New().Value).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void An_id_in_a_log_line_does_not_show()
    {
        var id = ConversationId.New();

        Assert.DoesNotContain(id.Value, $"{id}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("web:AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAA==")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAA\n")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA\n")]
    public void Other_words_are_no_id(string? words) => Assert.Null(ConversationId.Parse(words));
}
