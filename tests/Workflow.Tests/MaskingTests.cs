using MdtChatBot.Workflow.Understanding;

namespace MdtChatBot.Workflow.Tests;

/// <summary>What is left of what a youth wrote when it is kept for staff.</summary>
public sealed class MaskingTests
{
    [Theory]
    [InlineData("kan ik om 10:30 komen met 2 vrienden", "kan ik om # komen met # vrienden")]
    [InlineData("bel +31 6 12 34 56 78 aub", "bel # aub")]
    [InlineData("bel 06-12345678!", "bel #")]
    [InlineData("رقمي ٠٦١٢٣٤٥٦٧٨ اتصل", "رقمي # اتصل")]
    [InlineData("شماره من ۰۶۱۲ است", "شماره من # است")]
    [InlineData("ቁጥር ፲፪ ነው", "ቁጥር # ነው")]
    [InlineData("ik woon op 7411AB nummer 12b", "ik woon op # nummer #")]
    [InlineData("v-nummer V-123.456.789 en NL91ABNA0417164300", "v-nummer # en #")]
    public void Numbers_go_in_all_digits(string words, string left) => Assert.Equal(left, Mask(words));

    [Theory]
    [InlineData("mail naar sam@x.org of kijk op https://x.org/a?b=1", "mail naar … of kijk op …")]
    [InlineData("mijn insta is @sam.x of sam_x", "mijn insta is … of …")]
    [InlineData("kijk wa.me/abc of www.site", "kijk … of …")]
    public void Addresses_links_and_handles_go(string words, string left) => Assert.Equal(left, Mask(words));

    [Theory]
    [InlineData("dit is Amina hier", "dit is … hier")]
    [InlineData("met aminas zus", "met … zus")]
    [InlineData("AMINA kan niet", "… kan niet")]
    [InlineData("Amína’nın çantası", "… çantası")]
    [InlineData("هذه أمينة هنا", "هذه … هنا")]
    [InlineData("это амина здесь", "это … здесь")]
    [InlineData("is fatima er ook", "is … er ook")]
    public void Names_that_are_known_go_also_with_endings_and_in_another_script(string words, string left) => Assert.Equal(left, Mask(words));

    [Theory]
    [InlineData("ik heet yusuf ali en ik wil koken", "ik heet …")]
    [InlineData("Hallo, mijn naam is yusuf. wanneer begint het", "Hallo, mijn naam is … wanneer begint het")]
    [InlineData("my name’s yusuf, can i come", "my name’s … can i come")]
    [InlineData("انا اسمي يوسف علي", "انا اسمي …")]
    [InlineData("ismi yusuf w bidi ajarreb", "ismi …")]
    [InlineData("ስመይ ዮናስ እዩ", "ስመይ …")]
    [InlineData("ስሜ ዮናስ ነው።", "ስሜ …")]
    [InlineData("benim adım yusuf", "benim adım …")]
    [InlineData("اسم من یوسف است", "اسم من …")]
    [InlineData("navê min yusuf e", "navê min …")]
    [InlineData("ناوم یوسفە", "ناوم …")]
    [InlineData("magacaygu waa yusuf", "magacaygu waa …")]
    [InlineData("je m’appelle yusuf", "je m’appelle …")]
    [InlineData("زما نوم یوسف دی", "زما نوم …")]
    [InlineData("мене звати юсуф", "мене звати …")]
    [InlineData("меня зовут юсуф", "меня зовут …")]
    [InlineData("me llamo yusuf", "me llamo …")]
    public void What_follows_on_my_name_is_goes_in_every_language(string words, string left) => Assert.Equal(left, Mask(words));

    [Theory]
    [InlineData("kan Khalid ook mee", "kan … ook mee")]
    [InlineData("Kan ik mee. Samen met Khalid en Noor?", "Kan ik mee. Samen met … en …")]
    [InlineData("ik leer Nederlands bij MDT in Deventer", "ik leer Nederlands bij MDT in Deventer")]
    [InlineData("Can I’m come with I", "Can I’m come with I")]
    public void A_capital_in_mid_sentence_is_a_name_unless_it_is_a_language_or_a_town(string words, string left) => Assert.Equal(left, Mask(words));

    [Theory]
    [InlineData("wie betaalt de bus?", "wie betaalt de bus?")]
    [InlineData("می‌خواهم کار کنم", "می‌خواهم کار کنم")]
    [InlineData("goed 👍🏽 dank", "goed 👍🏽 dank")]
    [InlineData("een\n\n twee\tdrie", "een twee drie")]
    [InlineData("om\u202Egekeerd", "omgekeerd")]
    [InlineData("", "")]
    public void All_else_stays_on_one_line(string words, string left) => Assert.Equal(left, Mask(words));

    [Fact]
    public void In_arabic_a_single_digit_within_a_word_is_a_letter()
    {
        Assert.Equal("3ayez arou7 el madrase #", Masking.Of("3ayez arou7 el madrase 3", Fixture.Phrases, [], [], new Language("ar")));
        Assert.Equal("# arou7 #", Masking.Of("12ayez arou7 7411AB", Fixture.Phrases, [], [], new Language("ar")));
        Assert.Equal("# arou", Mask("3ayez arou"));
    }

    [Fact]
    public void A_long_story_is_cut_between_words()
    {
        var left = Mask(string.Join(' ', Enumerable.Repeat("woorden", 100)));
        Assert.True(left.Length <= Masking.Longest, $"{left.Length}");
        Assert.EndsWith(" woorden …", left, StringComparison.Ordinal);
        Assert.True(Mask(string.Concat(Enumerable.Repeat("🙂", 300))).Length <= Masking.Longest);
    }

    static string Mask(string words) => Masking.Of(words, Fixture.Phrases, ["Amina", "Fatima", "x"], ["Deventer"], Language.Dutch);
}
