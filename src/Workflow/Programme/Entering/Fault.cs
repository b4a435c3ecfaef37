using MdtChatBot.Workflow.Content;

namespace MdtChatBot.Workflow.Programme.Entering;

/// <summary>Why what somebody entered is refused.</summary>
/// <param name="Field">Where it stands in the form, such as <c>Seats</c> or <c>Title[nl]</c>.</param>
/// <param name="Why">A text for staff.</param>
public sealed record Fault(string Field, Text Why);

/// <summary>What came of a form.</summary>
public abstract record Entered<T>
{
    Entered() { }

    public sealed record Accepted(T Value) : Entered<T>;

    /// <summary>At least one fault, in the order of the form.</summary>
    public sealed record Refused(IReadOnlyList<Fault> Faults) : Entered<T>;

    internal static Entered<T> Of(TypedForm form, Func<T> value) => form.Faults.Count > 0 ? new Refused(form.Faults) : new Accepted(value());
}
