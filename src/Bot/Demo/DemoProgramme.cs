using MdtChatBot.Storage;
using NodaTime;

namespace MdtChatBot.Bot.Demo;

/// <summary>Puts the fictitious programme into an empty database, so that a first look shows something. Development and the terminal only.</summary>
public sealed partial class DemoProgramme(ContentFiles content, ProgrammeStore programme, ILogger<DemoProgramme> log)
{
    public async Task FillIfEmpty(Instant now, CancellationToken stop)
    {
        if (!await programme.IsEmpty(stop)) return;
        var (offer, codes) = DemoOffer.On(DemoFile.Parse(content.DemoProgramme()), now);
        await programme.Save(offer, codes, stop);
        LogFilled(log, offer.Sites.Count, offer.Projects.Count, offer.Sessions.Count);
    }

    [LoggerMessage(1, LogLevel.Information, "Demo programme loaded (fictitious): {Sites} sites, {Projects} projects, {Sessions} sessions.")]
    static partial void LogFilled(ILogger log, int sites, int projects, int sessions);
}
