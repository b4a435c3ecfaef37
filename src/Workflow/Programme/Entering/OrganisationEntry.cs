namespace MdtChatBot.Workflow.Programme.Entering;

/// <summary>An organisation as it is typed.</summary>
public sealed record OrganisationDraft
{
    public string? Name { get; init; }

    public string? ContactName { get; init; }

    public string? ContactPhone { get; init; }

    public string? ContactEmail { get; init; }
}

/// <summary>Rules for an organisation.</summary>
public static class OrganisationEntry
{
    public static Entered<OrganisationDraft> Read(OrganisationDraft draft)
    {
        var form = new TypedForm();
        var read = new OrganisationDraft
        {
            Name = form.Line("Name", draft.Name, 60),
            ContactName = form.Line("ContactName", draft.ContactName, 60, required: false),
            ContactPhone = form.Phone("ContactPhone", draft.ContactPhone),
            ContactEmail = form.Line("ContactEmail", draft.ContactEmail, 100, required: false),
        };
        if (read.ContactEmail is { Length: > 0 } mail && !IsAddress(mail)) form.Refuse("ContactEmail", "entry.email");
        return Entered<OrganisationDraft>.Of(form, () => read);
    }

    static bool IsAddress(string mail) => mail.IndexOf('@', StringComparison.Ordinal) is var at && at > 0 && mail.IndexOf('.', at) > at + 1 && !mail.EndsWith('.') && !mail.Contains(' ', StringComparison.Ordinal);
}
