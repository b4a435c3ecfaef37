namespace MdtChatBot.Workflow.Programme.Writing;

/// <summary>Ordinary short words that people put in capitals to stress them: no abbreviations.</summary>
static class CommonWords
{
    static readonly HashSet<string> All =
    [
        .. ("aan al alle alles als altijd ben bij buiten bus dag dan dat de deze die dit door doe drie een eten en er gaan geen geld goed haal heb het hier hij iets ik in is ja jas je jij jou jouw jullie kan kom "
            + "kun kunt laat let maar mag mee meer meld met mijn moet na naar nee neem niet niets nieuw nog nu of om onze ook op open over pas per plek samen school sport start tas te tijd toch tot trein uit uur "
            + "van vol voor vrij waar wat we wel wij wie wil ze zelf zij zijn zo zonder").Split(' '),
        .. ("a all and any are at be bring bus but by call can come day do east eat every first for free from full get go good have help her here his how if in is it join just late let look made make many may me meet "
            + "more much must my need new next no not now of off on one only open or our out own pay play ready see she soon stop take team the them they this time to too top try two up us use wait walk want we "
            + "west what when who why will with yes you your").Split(' '),
        .. "hmm pff sst psst brr zzz".Split(' '),
        .. "bir bu çok da de gel ile ne o saat sen siz son ve ya yeni yok var".Split(' '),
    ];

    public static bool Contains(string lower) => All.Contains(lower);
}
