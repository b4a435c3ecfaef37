using MdtChatBot.Workflow.Programme.Writing;

namespace MdtChatBot.Workflow.Programme.Entering;

/// <summary>Rules for what makes a session an event.</summary>
static class EventEntry
{
    public static Event Read(TypedForm form, SessionDraft draft, AbbreviationDictionary known)
    {
        if (!Enum.TryParse<EventKind>(draft.Kind, out var kind) || !Enum.IsDefined(kind)) form.Refuse("Kind", "entry.kind");
        return new Event(kind)
        {
            Title = form.Words("Title", draft.Title, ProjectEntry.LongestTitle, known),
            GuestsAllowed = form.Number("Guests", draft.Guests is { Length: > 0 } typed ? typed : "0", 0, Event.MostGuests),
            TravelHelp = draft.TravelHelp,
            MinorsWelcome = draft.Minors,
        };
    }
}
