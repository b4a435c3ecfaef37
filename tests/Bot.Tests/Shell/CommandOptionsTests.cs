namespace MdtChatBot.Bot.Tests.Shell;

public sealed class CommandOptionsTests
{
    static readonly string[] s_known = ["--language", "--folder"];

    [Fact]
    public void Each_option_has_its_value_and_of_one_given_twice_the_first_counts()
    {
        var options = CommandOptions.Read(["--language", "ar", "--folder", "out", "--language", "fa"], s_known, "usage");

        Assert.Equal(new Dictionary<string, string> { ["--language"] = "ar", ["--folder"] = "out" }, options);
    }

    [Theory]
    [InlineData("There is no '--taal' here.", "--taal", "ar")]
    [InlineData("There is no 'ar' here.", "ar")]
    [InlineData("--folder needs a value.", "--language", "ar", "--folder")]
    public void What_is_wrong_is_said_beside_how_it_is_used(string why, params string[] typed)
    {
        var refused = Assert.Throws<StartUpException>(() => CommandOptions.Read(typed, s_known, "content export"));

        Assert.Equal(why + "\ncontent export", refused.Message);
    }
}
