using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Staffing;
using MdtChatBot.Workflow.Templates;

namespace MdtChatBot.Workflow.Tests;

/// <summary>Words that staff wrote in place of those of the files, and who may write them.</summary>
public sealed class TextLayerTests
{
    static readonly Language Arabic = new("ar");
    static readonly SiteId Deventer = new("deventer");
    static readonly SiteId Utrecht = new("utrecht");

    readonly Catalogue _catalogue = Catalogue.Parse(Fixture.Files("content"), Fixture.Files(Path.Combine("content", "phrasebook")));

    [Fact]
    public void The_words_of_the_site_go_before_those_of_all_sites_and_these_before_the_file()
    {
        var file = Ask(null);
        _catalogue.Use([Of("language.ask", Language.English, null, "Which language?")]);
        Assert.Equal(("Which language?", "Which language?"), (Ask(Deventer), Ask(null)));
        _catalogue.Use([Of("language.ask", Language.English, null, "Which language?"), Of("language.ask", Language.English, Deventer, "Your language?")]);
        Assert.Equal(("Your language?", "Which language?", "Which language?"), (Ask(Deventer), Ask(Utrecht), Ask(null)));
        _catalogue.Use([]);
        Assert.Equal(file, Ask(Deventer));
    }

    [Fact]
    public void A_whole_message_is_written_in_the_words_of_the_site()
    {
        _catalogue.Use([Of("trial.keep", Language.Dutch, Deventer, "Nee, ik kom wel"), Of("common.words", Language.Dutch, Deventer, "Let op: {words}")]);
        var saying = new Saying([new Part(Text.Of("common.words", ("words", Arg.Of(new Text("language.ask")))))], [new Choice("no", "trial.keep")]);
        var there = _catalogue.Write(saying, Language.Dutch, Deventer);
        Assert.Equal(("Let op: Welke taal wil je?", "Nee, ik kom wel"), (there.Body, there.Choices[0].Label));
        Assert.Equal("Welke taal wil je?", _catalogue.Write(saying, Language.Dutch, Utrecht).Body);
    }

    [Fact]
    public void Telephone_numbers_are_isolated_in_right_to_left_words_of_staff_too()
    {
        _catalogue.Use([Of("crisis.danger", Arabic, null, "رقم الطبيب: 088 112 2 112.")]);
        Assert.Contains("\u2066088 112 2 112\u2069", _catalogue.Write("crisis.danger", Arabic), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("language.nothing", "nl", "Geen tekst")]
    [InlineData("language.ask", "xx", "Geen taal")]
    [InlineData("language.ask", "nl", "{name}, welke taal?")]
    [InlineData("welcome.returning", "nl", "Hoi!")]
    [InlineData("language.ask", "nl", "Welke {taal?")]
    public void Words_that_no_longer_fit_the_files_are_left_out(string key, string code, string words)
    {
        _catalogue.Use([Of(key, new Language(code), null, words)]);
        Assert.Equal(0, _catalogue.Layer.Count);
        Assert.Equal("Welke taal wil je?", _catalogue.Write("language.ask", Language.Dutch));
    }

    [Fact]
    public void A_template_whose_words_changed_is_another_one_that_whatsapp_must_approve()
    {
        var book = TemplateBook.Parse(File.ReadAllText(Path.Combine(Fixture.Root, "content", "whatsapp", "templates.yaml")), _catalogue);
        var before = book.Find("reminder.oneDay", Language.Dutch)!;
        _catalogue.Use([Of("reminder.keptForYou", Language.Dutch, null, "Je plek is er. Kom je?")]);
        var after = book.Find("reminder.oneDay", Language.Dutch)!;
        Assert.NotEqual(before.Name, after.Name);
        Assert.EndsWith("Je plek is er. Kom je?", after.Body, StringComparison.Ordinal);
        // Of one site only: the template stays that of all.
        _catalogue.Use([Of("reminder.keptForYou", Language.Dutch, Deventer, "Je plek is er. Kom je?")]);
        Assert.Equal(before.Name, book.Find("reminder.oneDay", Language.Dutch)!.Name);
        Assert.Contains(book.With("reminder.keptForYou"), s => s.Key == "reminder.oneDay");
    }

    [Fact]
    public void What_a_youth_reads_on_a_button_of_their_site_is_understood_when_they_write_it()
    {
        _catalogue.Use([Of("common.buttons.yes", Language.Dutch, Deventer, "Zeker weten")]);
        var engine = new Conversations.Engine(_catalogue, Fixture.Phrases, Fixture.Classifier);
        var asked = new Conversations.Conversation
        {
            Step = new Conversations.Step.InMenu(),
            Language = Language.Dutch,
            Site = Deventer,
            Offered = [new Choice("go:asylum", "common.buttons.yes")],
        };
        var facts = new Conversations.Facts { Now = Fixture.Morning, Offer = new Programme.Offer(Fixture.Sites, [], [], []), NewCode = "", PublicUrl = "https://mdt.test" };
        string Answer(SiteId site) => System.Text.Json.JsonSerializer.Serialize(engine.Turn(asked with { Site = site }, new Conversations.Inbound.Message("zeker weten"), facts).Effects.OfType<Conversations.Effect.Say>().Single().Saying.Parts.Select(p => p.Text.Key));
        Assert.Contains("mdt.asylum", Answer(Deventer), StringComparison.Ordinal);
        Assert.DoesNotContain("mdt.asylum", Answer(Utrecht), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StaffRole.Coordinator, "menu.body", "deventer", TextRight.Yes)]
    [InlineData(StaffRole.Coordinator, "menu.body", "utrecht", TextRight.OtherSite)]
    [InlineData(StaffRole.Coordinator, "menu.body", null, TextRight.AllSites)]
    [InlineData(StaffRole.Coordinator, "crisis.suicide", "deventer", TextRight.Yes)]
    [InlineData(StaffRole.Coordinator, "mdt.asylum.bubble1", "deventer", TextRight.AdminsOnly)]
    [InlineData(StaffRole.Coordinator, "commands.stop", "deventer", TextRight.Fixed)]
    [InlineData(StaffRole.Coordinator, "reminder.buttons.confirm", "deventer", TextRight.OneForAll)]
    [InlineData(StaffRole.Coach, "menu.body", "deventer", TextRight.OtherSite)]
    [InlineData(StaffRole.BalieWorker, "menu.body", "deventer", TextRight.OtherSite)]
    [InlineData(StaffRole.Admin, "menu.body", null, TextRight.Yes)]
    [InlineData(StaffRole.Admin, "menu.body", "utrecht", TextRight.Yes)]
    [InlineData(StaffRole.Admin, "mdt.asylum.bubble1", null, TextRight.Yes)]
    [InlineData(StaffRole.Admin, "commands.stop", null, TextRight.Fixed)]
    [InlineData(StaffRole.Admin, "meta.review", null, TextRight.Fixed)]
    [InlineData(StaffRole.Admin, "privacy.consentAsk", null, TextRight.Fixed)]
    [InlineData(StaffRole.Admin, "reminder.buttons.confirm", null, TextRight.Yes)]
    [InlineData(StaffRole.Admin, "reminder.buttons.confirm", "utrecht", TextRight.OneForAll)]
    public void Who_may_change_a_text(StaffRole role, string key, string? site, TextRight right)
    {
        var who = new StaffMember { Id = new(1), Name = "Noor", Role = role, Sites = [Deventer], Speaks = [], Hours = WorkingHours.OfficeHours, LoadCap = 1 };
        Assert.Equal(right, TextRights.Of(who, key, site is null ? null : new SiteId(site), Fixture.Rules, Fixture.Templates));
    }

    string Ask(SiteId? site) => _catalogue.Write("language.ask", Language.English, site);

    static TextOverride Of(string key, Language language, SiteId? site, string words) => new(key, language, site, words);
}
