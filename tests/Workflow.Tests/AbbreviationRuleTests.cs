using MdtChatBot.Workflow.Programme.Writing;

namespace MdtChatBot.Workflow.Tests;

/// <summary>Lines as they stand in schedules that were found in asylum centres, in posters and in messages; and lines that only look like them.</summary>
public sealed class AbbreviationRuleTests
{
    [Theory]
    [InlineData("Elke wo 14:00 in de sporthal", "wo=woensdag")]
    [InlineData("ma, wo en vr van 13.00 tot 15.00 uur", "ma=maandag wo=woensdag vr=vrijdag")]
    [InlineData("ma t/m vr 9:00-17:00", "ma=maandag t/m=tot en met vr=vrijdag")]
    [InlineData("di/do 19.00u", "di=dinsdag do=donderdag 19.00u=19:00 uur")]
    [InlineData("ma-vr", "ma=maandag vr=vrijdag")]
    [InlineData("Wo: voetbal, vr: koken", "Wo=woensdag vr=vrijdag")]
    [InlineData("za 5 nov. taalcafé", "za=zaterdag nov=november")]
    [InlineData("do 3 maart en zo 6 maart", "do=donderdag zo=zondag")]
    [InlineData("iedere zo", "zo=zondag")]
    [InlineData("MA 14:00", "MA=maandag")]
    [InlineData("NT2 les in de bieb", "NT2=Nederlandse les")]
    [InlineData("nt2-les voor beginners", "nt2=Nederlandse les")]
    [InlineData("Helpen op de BSO", "BSO=opvang na school")]
    [InlineData("We gaan naar de bios!", "bios=bioscoop")]
    [InlineData("Neem je OV-kaart mee", "OV=bus en trein")]
    [InlineData("Reis met NS of OV", "NS=trein OV=bus en trein")]
    [InlineData("EHBO cursus, max. 12 pers.", "EHBO=eerste hulp max=niet meer dan pers=personen")]
    [InlineData("Max. 10 personen", "Max=niet meer dan")]
    [InlineData("Duurt 30 min", "min=minuten")]
    [InlineData("Meld je aan i.v.m. het eten", "i.v.m.=door")]
    [InlineData("o.a. voetbal en tennis", "o.a.=onder andere")]
    [InlineData("Spelletjes, bijv. sjoelen", "bijv=bijvoorbeeld")]
    [InlineData("Om 14u bij de receptie", "14u=14:00 uur")]
    [InlineData("van 14u30 tot 16u", "14u30=14:30 uur 16u=16:00 uur")]
    [InlineData("Vraag naar de ROC-docent van het ISK", "ROC= ISK=school voor nieuwkomers")]
    [InlineData("BBQ op 12 aug bij het water", "BBQ=barbecue aug=augustus")]
    [InlineData("Activiteit van de WMO en de UNHCR", "WMO= UNHCR=")]
    [InlineData("str. 12, tel. 0570 123456", "str=straat tel=telefoon")]
    [InlineData("Aanmelden bij JGZ of PMT", "JGZ= PMT=")]
    public void A_short_form_in_a_Dutch_schedule_is_found(string line, string found) => Assert.Equal(found, Found(line, "nl"));

    [Theory]
    [InlineData("Every thu 2pm in the gym", "thu=Thursday 2pm=14:00")]
    [InlineData("Mon and Wed, 13:00-15:00", "Mon=Monday Wed=Wednesday")]
    [InlineData("sat 10:30 football", "sat=Saturday")]
    [InlineData("Tue-Fri 9:00", "Tue=Tuesday Fri=Friday")]
    [InlineData("Bring e.g. a towel, approx. 2 hrs", "e.g.=for example approx=about hrs=hours")]
    [InlineData("NT2 class, RSVP asap", "NT2=Dutch lessons RSVP=please answer asap=as soon as possible")]
    [InlineData("5 Nov, 10 am", "Nov=November am=")]
    [InlineData("BSO volunteers, max 8", "BSO=after-school care max=at most")]
    [InlineData("Talk to the NGO about the CBR exam", "NGO= CBR=")]
    public void A_short_form_in_an_English_schedule_is_found(string line, string found) => Assert.Equal(found, Found(line, "en"));

    [Theory]
    [InlineData("Neem mee: sportkleren en water.")]
    [InlineData("10 minuten fietsen vanaf het AZC. Of neem de bus naar het station.")]
    [InlineData("Bij de deur staat een bord met MDT.")]
    [InlineData("De GZA en de IND zitten bij COA.")]
    [InlineData("Zo leer je Nederlands en heb je het zo naar je zin.")]
    [InlineData("Loop zo 10 minuten door het park")]
    [InlineData("Bel je ma of kom met je pa")]
    [InlineData("Vraag naar Jan, Max of Di.")]
    [InlineData("Vraag het aan Jan om 14:00 uur")]
    [InlineData("Max, 20 jaar, helpt je")]
    [InlineData("Buurthuis De Schakel, Voorbeeldlaan 12, 7411 KT Deventer")]
    [InlineData("J.P. Coenstraat 12A, bus 3A, perron 2b")]
    [InlineData("Afslag A28 of N35, zaal B12")]
    [InlineData("Taalniveau A2 of B1")]
    [InlineData("Om 13:00, van 9.30 tot 11.30 uur, 12-18 jaar")]
    [InlineData("Neem EEN handdoek mee, het is GRATIS en voor ALLE jongeren")]
    [InlineData("KOM OOK VOETBALLEN MET ONS")]
    [InlineData("'s Avonds, 's middags of 't hele weekend; zo'n dag")]
    [InlineData("Maat M, L, XL of XXL")]
    [InlineData("Fase II en III van het project")]
    [InlineData("De WC en de TV zijn beneden, 2 km lopen, 5 kg rijst")]
    [InlineData("Kijk op www.mdt-bso.nl of https://example.org/NT2")]
    [InlineData("Mail naar BSO@example.org")]
    [InlineData("Koken met foto's en video's van twee AZC's")]
    [InlineData("Hmm, lekker! Pff, warm.")]
    [InlineData("op zaterdag 5 november, dinsdag of woensdag")]
    [InlineData("En doe je mee? Ja of nee, en/of later")]
    [InlineData("T-shirt, A4-papier en x-benen")]
    public void An_ordinary_Dutch_line_is_left_alone(string line) => Assert.Equal("", Found(line, "nl"));

    [Theory]
    [InlineData("Do you want to play? We do it together in the sun.")]
    [InlineData("We sat in the park and they wed there.")]
    [InlineData("You may join in March or on 5 May at 14:00.")]
    [InlineData("Ask for Jan or Mark. I am there.")]
    [InlineData("Come to the gym, try it, no phone needed")]
    [InlineData("IT IS FREE FOR EVERYONE")]
    [InlineData("It is FREE and NOT far, bring YOUR card")]
    [InlineData("Take bus 4 to the AZC, ask COA or GZA")]
    [InlineData("Dutch level A1, 80 hours, 16 to 30 years")]
    public void An_ordinary_English_line_is_left_alone(string line) => Assert.Equal("", Found(line, "en"));

    [Theory]
    [InlineData("درس NT2 يوم الاثنين", "ar", "NT2=")]
    [InlineData("تدفع البلدية ثمن الحافلة إلى مشروع MDT", "ar", "")]
    [InlineData("ካብ AZC ብብሽክለታ 10 ደቒቕ", "ti", "")]
    [InlineData("کلاس BSO در Voorbeeldplein", "fa", "BSO=")]
    [InlineData("Cmt 14:00, 10 dk yürüyerek", "tr", "Cmt=Cumartesi dk=dakika")]
    [InlineData("AZC’den bisikletle 10 dakika", "tr", "")]
    public void Latin_short_forms_are_found_in_every_language(string line, string language, string found) => Assert.Equal(found, Found(line, language));

    [Theory]
    [InlineData("NT2 les met de BSO", "BSO=opvang na school")]
    [InlineData("nt2, N.T.2 of Nt2", "")]
    public void What_the_site_wrote_down_is_known_there(string line, string found) =>
        Assert.Equal(found, Found(line, "nl", new AbbreviationDictionary(new Dictionary<string, string> { ["NT2"] = "Nederlands als tweede taal" })));

    [Fact]
    public void A_project_may_use_what_all_its_sites_know()
    {
        var both = AbbreviationDictionary.InAll([new Dictionary<string, string> { ["NT2"] = "les", ["BSO"] = "opvang" }, new Dictionary<string, string> { ["nt2"] = "lessen" }]);
        Assert.True(both.Knows("NT2"));
        Assert.False(both.Knows("BSO"));
        Assert.True(both.Knows("COA"));
    }

    [Fact]
    public void The_demo_programme_has_none()
    {
        var texts = File.ReadAllLines(Path.Combine(Fixture.Root, "content/demo/programme.yaml")).Where(l => l.TrimStart().StartsWith("nl: ", StringComparison.Ordinal));
        Assert.All(texts, line => Assert.Equal("", Found(line.Trim()[4..], "nl")));
    }

    static string Found(string line, string language, AbbreviationDictionary? known = null) =>
        string.Join(' ', AbbreviationRule.Find(line, new Language(language), known ?? AbbreviationDictionary.OnlyEverywhere).Select(a => $"{a.Written}={a.WriteOut}"));
}
