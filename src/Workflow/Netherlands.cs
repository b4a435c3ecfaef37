using NodaTime;

namespace MdtChatBot.Workflow;

/// <summary>The wall clock of the country: for months, for staff, and for a youth whose site is not known yet.</summary>
public static class Netherlands
{
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];
}
