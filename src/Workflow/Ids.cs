namespace MdtChatBot.Workflow;

/// <summary>One youth, whatever channels they write from. Given by the database, never shown to anybody.</summary>
public readonly record struct YouthId(long Value);

/// <summary>One trial session: a date and place of a project.</summary>
public readonly record struct SessionId(long Value);

/// <summary>One round of invitations: the same event, asked of many.</summary>
public readonly record struct BroadcastId(long Value);

/// <summary>Sessions that were planned in one go: the same thing every week.</summary>
public readonly record struct SeriesId(long Value);

/// <summary>A site by its short name in the programme data, for example <c>deventer</c>.</summary>
public readonly record struct SiteId(string Value)
{
    public override string ToString() => Value;
}

/// <summary>A project by its short name in the programme data, for example <c>samen-koken</c>.</summary>
public readonly record struct ProjectId(string Value)
{
    public override string ToString() => Value;
}
