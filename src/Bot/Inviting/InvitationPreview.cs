using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Programme;
using NodaTime;

namespace MdtChatBot.Bot.Inviting;

/// <summary>An invitation as a youth of each language will read it: decided by the same turn, for a youth who is made up.</summary>
public sealed class InvitationPreview(Engine engine, Catalogue catalogue, FactSettings settings)
{
    const string Name = "Amina";

    static readonly LocalTime Noon = new(12, 0);

    public IReadOnlyList<PreviewedInvitation> In(IEnumerable<Language> languages, BroadcastPlan plan, Offer offer) =>
        [.. languages.Select(language => Of(language, plan, offer)).OfType<PreviewedInvitation>()];

    /// <summary>Null where the event is no longer on offer.</summary>
    public PreviewedInvitation? Of(Language language, BroadcastPlan plan, Offer offer)
    {
        if (offer.Session(plan.Event) is not { } to) return null;
        // On a day before, by day, with a seat left: what stands against sending is not what is looked at here.
        var day = to.Starts.InZone(Netherlands.Zone).Date.PlusDays(-1).At(Noon).InZoneLeniently(Netherlands.Zone).ToInstant();
        var open = new Offer(offer.Sites, offer.Projects, [to with { Taken = 0, Cancelled = false, Capacity = Math.Max(1, to.Capacity) }], []);
        var youth = new Conversation { Step = new Step.InMenu(), Language = language, Consent = Consent.Given, Invitations = Consent.Given, FirstName = Name, Site = plan.Site, Age = AgeGroup.From18To29 };
        var own = plan.Sentences.GetValueOrDefault(language.Code, "");
        var facts = new Facts { Now = day, Offer = open, NewCode = "", PublicUrl = settings.PublicUrl, WhatsAppNumber = settings.WhatsAppNumber };
        var decision = engine.Turn(youth, new Inbound.Invited(default, to.Id, own, own.Length > 0 ? language : null), facts);
        return decision.Effects.OfType<Effect.Say>().FirstOrDefault() is { } say
            ? new PreviewedInvitation(language, say.Saying, catalogue.Write(say.Saying, language, plan.Site) with { Arguments = catalogue.WriteArguments(say.Saying, language, plan.Site) }, own.Length > 0)
            : null;
    }
}

/// <param name="HasSentence">With the worker's own sentence; without, the standard text.</param>
public sealed record PreviewedInvitation(Language Language, Saying Saying, Written Written, bool HasSentence);
