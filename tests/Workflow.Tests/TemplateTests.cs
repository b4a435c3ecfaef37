using System.Text.RegularExpressions;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Templates;
using NodaTime;

namespace MdtChatBot.Workflow.Tests;

/// <summary>What WhatsApp demands of every template, before anybody hands one in (reference/channels.md 1.7 and 2.5). How long it may be is a rule of content check.</summary>
public sealed partial class TemplateTests
{
    static readonly IReadOnlyDictionary<string, string> NoArguments = new Dictionary<string, string>();

    public static TheoryData<string, string> All()
    {
        var all = new TheoryData<string, string>();
        foreach (var text in Fixture.Templates.Texts) all.Add(text.Key, text.Language.Code);
        return all;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_template_keeps_whatsapps_limits(string key, string language)
    {
        var text = Fixture.Templates.Find(key, new Language(language))!;
        Assert.NotEmpty(text.Body);
        Assert.False(text.IsBare, $"begins or ends with a variable: {text.Body}");
        Assert.Matches("^[a-z0-9_]{1,512}$", text.Name);
        Assert.InRange(text.Buttons.Count, 0, 3);
        Assert.All(text.Buttons, b => Assert.NotEmpty(b.Title));
        Assert.Equal(text.Buttons.Count, text.Buttons.Select(b => b.Title).Distinct().Count());
        Assert.All(text.Buttons, b => Assert.InRange(b.Id.Length, 1, 200));
        Assert.DoesNotMatch("\n{3,}", text.Body);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Its_variables_are_numbered_from_one_and_all_have_a_sample(string key, string language)
    {
        var text = Fixture.Templates.Find(key, new Language(language))!;
        var numbers = Variable().Matches(text.Body + string.Concat(text.Buttons.Select(b => b.Id))).Select(m => int.Parse(m.Groups[1].Value)).Distinct().Order();
        Assert.Equal(Enumerable.Range(1, text.Variables.Count), numbers);
        Assert.Equal(text.Variables.Count, text.Samples.Count);
        Assert.All(text.Samples, Assert.NotEmpty);
        // More words than variables, or Meta refuses it (2388293).
        Assert.True(text.Body.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Length > 2 * Variable().Count(text.Body), text.Body);
    }

    [Fact]
    public void Every_language_can_be_reached_after_24_hours()
    {
        foreach (var language in Fixture.Catalogue.Languages)
            Assert.All(Fixture.Templates.Specs.Where(s => s.IsStandIn), s => Assert.NotNull(Fixture.Templates.Find(s.Key, language)));
    }

    [Fact]
    public void Tigrinya_has_stand_ins_in_english_with_a_button_of_its_own()
    {
        var tigrinya = Fixture.Templates.Find("window.appointment", new Language("ti"))!;
        Assert.Equal("en", tigrinya.Declared);
        Assert.Equal(Fixture.Templates.Find("window.appointment", Language.English)!.Body, tigrinya.Body);
        Assert.Equal("ኣንብቡ 💬", tigrinya.Buttons.Single().Title);
        Assert.Null(Fixture.Templates.Find("reminder.oneDay", new Language("ti")));
    }

    [Fact]
    public void A_stand_in_has_pictograms_and_a_button() =>
        Assert.All(Fixture.Templates.Texts.Where(t => t.Key.StartsWith("window.", StringComparison.Ordinal)), t => Assert.True(t.Buttons.Count > 0 && t.Body.EnumerateRunes().Any(r => r.Value > 0x1F000)));

    [Fact]
    public void Other_words_are_another_template()
    {
        var text = Fixture.Templates.Find("reminder.oneDay", Language.Dutch)!;
        var other = text with { Body = text.Body + "!" };
        // The hash is of the words it was made with.
        Assert.Equal(text.Hash, other.Hash);
        Assert.NotEqual(text.Hash, new TemplateText(text.Key, text.Language, text.Declared, text.Category, text.Body + "!", text.Variables, text.Samples, text.Buttons).Hash);
    }

    static readonly Written Reminder = new("woorden", [new("coming:1", "Ja, ik kom ✅", ""), new("otherday:1", "Andere dag", ""), new("cannot:1", "Ik kan niet", "")])
    {
        Arguments = new Dictionary<string, string>
        {
            ["firstName"] = "Sam",
            ["activity"] = "Samen\nkoken",
            ["time"] = "14:00",
            ["place"] = "De Brug",
            ["address"] = "Dorpsstraat 1",
            ["contactName"] = "Mila",
        },
    };

    static ApprovedTemplates Approved(params string[] keys) =>
        new(Fixture.Templates.Texts.Where(t => keys.Contains(t.Key)).Select(t => t.ApprovedAs("HX" + t.Key, t.Category)));

    static Way WayOf(Written written, bool isOpen, string key = "reminder.oneDay", string language = "nl", params string[] approved) =>
        Way.Of(Fixture.Templates, Approved(approved), key, language, written, isOpen);

    [Fact]
    public void Inside_the_window_the_message_goes_as_it_is() => Assert.IsType<Way.Free>(WayOf(Reminder, isOpen: true, approved: "reminder.oneDay"));

    [Fact]
    public void Outside_it_goes_as_its_template_filled_on_one_line()
    {
        var template = Assert.IsType<Way.AsTemplate>(WayOf(Reminder, isOpen: false, approved: ["reminder.oneDay", "window.appointment"])).Template;
        Assert.Equal("HXreminder.oneDay", template.Sid);
        Assert.Equal(["Sam", "Samen koken", "14:00", "De Brug", "Dorpsstraat 1", "Mila", "coming:1", "otherday:1", "cannot:1"], template.Variables.OrderBy(v => int.Parse(v.Key)).Select(v => v.Value));
    }

    [Fact]
    public void Without_an_approved_one_its_stand_in_goes() =>
        Assert.Equal("window.appointment", Assert.IsType<Way.StandIn>(WayOf(Reminder, isOpen: false, approved: ["window.appointment", "window.message"])).Template.Key);

    [Fact]
    public void Without_its_stand_in_the_general_one_goes() =>
        Assert.Equal("window.message", Assert.IsType<Way.StandIn>(WayOf(Reminder, isOpen: false, approved: "window.message")).Template.Key);

    [Fact]
    public void Without_any_it_waits() => Assert.IsType<Way.Waits>(WayOf(Reminder, isOpen: false));

    [Fact]
    public void A_text_that_may_not_go_out_after_24_hours_waits() =>
        Assert.IsType<Way.Waits>(WayOf(new Written("x", []), isOpen: false, key: "menu.body", approved: ["window.message", "window.coach"]));

    [Fact]
    public void A_message_with_other_choices_than_its_template_is_announced() =>
        Assert.IsType<Way.StandIn>(WayOf(Reminder with { Choices = [new("go:menu", "Menu", "")] }, isOpen: false, approved: ["reminder.oneDay", "window.appointment"]));

    [Fact]
    public void A_message_that_lacks_a_value_is_announced() =>
        Assert.IsType<Way.StandIn>(WayOf(Reminder with { Arguments = NoArguments }, isOpen: false, approved: ["reminder.oneDay", "window.appointment"]));

    [Fact]
    public void Who_gave_no_name_is_greeted_all_the_same()
    {
        var nameless = Reminder with { Arguments = new Dictionary<string, string>(Reminder.Arguments!) { ["firstName"] = "" } };
        Assert.Equal("🙂", Assert.IsType<Way.AsTemplate>(WayOf(nameless, isOpen: false, approved: "reminder.oneDay")).Template.Variables["1"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("phrasebook.closing.goodLuck")]
    public void Words_of_a_coach_are_announced_with_the_coachs_name(string key)
    {
        var way = Assert.IsType<Way.StandIn>(WayOf(Written.WithCoach(new Written("Ja.", []), "Fatima"), isOpen: false, key, approved: ["window.coach"]));
        Assert.Equal("Fatima", way.Template.Variables["1"]);
    }

    [Fact]
    public void A_window_closes_a_little_before_its_24_hours()
    {
        var heard = Fixture.Morning;
        Assert.True(ServiceWindow.IsOpen(heard, heard + Duration.FromHours(23)));
        Assert.False(ServiceWindow.IsOpen(heard, heard + Duration.FromHours(24) - Duration.FromMinutes(5)));
        Assert.False(ServiceWindow.IsOpen(null, heard));
    }

    [Fact]
    public void A_file_that_names_a_text_that_is_not_there_is_refused() =>
        Assert.Contains("no text 'reminder.never'", Assert.Throws<FormatException>(() => TemplateBook.Parse("languages: {nl: nl}\ncarried: {}\nsamples: {}\ntemplates: {reminder.never: {category: utility}}", Fixture.Catalogue)).Message, StringComparison.Ordinal);

    [GeneratedRegex(@"\{\{(\d+)\}\}")]
    private static partial Regex Variable();
}
