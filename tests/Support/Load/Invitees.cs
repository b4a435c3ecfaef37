using System.Globalization;
using System.Text.Json;
using Dapper;
using MdtChatBot.Storage;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Invitations;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Staffing;
using NodaTime;
using Npgsql;

namespace MdtChatBot.Support;

/// <summary>Youths on PostgreSQL who can be invited, an event to invite them to, and rounds to do it: put into the tables directly, beside what <see cref="JourneyOffer"/> saved.</summary>
public sealed class Invitees(string connectionString)
{
    /// <summary>Where they live.</summary>
    public static readonly SiteId Site = new("deventer");

    // Far from the ids that the program gives out.
    const long FirstYouth = 3_000_000_000;

    /// <summary>A time zone in which it is about noon now: no invitation leaves at night, and a test runs at any hour.</summary>
    public static string Daytime(Instant now) => (12 - now.InUtc().Hour) switch
    {
        0 => "Etc/GMT",
        // The names count the other way round.
        > 0 and var east => $"Etc/GMT-{east.ToString(CultureInfo.InvariantCulture)}",
        var west => $"Etc/GMT+{(-west).ToString(CultureInfo.InvariantCulture)}",
    };

    /// <summary>Under this address the stub finds the message of one of them.</summary>
    public static string AddressOf(int number) => $"whatsapp:+316{number:D8}";

    /// <summary>Moves all sites to daytime, and plans an event with seats for everybody.</summary>
    public async Task<SessionId> PlanEvent(Instant now, CancellationToken stop = default)
    {
        await Execute($"update site set zone = '{Daytime(now)}'");
        await using var database = Database.Open(connectionString);
        var happening = new TrialSession
        {
            Id = default,
            Project = null,
            Event = new Event(EventKind.KickOff) { Title = LocalText.Same("Kick-off") },
            Site = Site,
            Starts = now + Duration.FromDays(7),
            Ends = now + Duration.FromDays(7) + Duration.FromHours(2),
            Place = "Buurthuis De Proef",
            Address = "Proefstraat 1",
            Position = new GeoPoint(52.25, 6.15),
            Capacity = 1_000_000,
            ContactName = "Sara",
        };
        return (await new SessionStore(database, new ProgrammeStore(database)).Add([happening], "", [], stop))[0];
    }

    /// <summary>So many youths of the site who gave leave and wrote a moment ago, and as many as asked for of other sites and of the same who may not be invited.</summary>
    public async Task Save(int invited, int others = 0)
    {
        await Insert(1, invited, Site.Value, "Given", Conversation(Consent.Given));
        if (others == 0) return;
        // A fifth of them at the same site: asked, and left out by the rules.
        await Insert(invited + 1, invited + others / 5, Site.Value, "NotAsked", Conversation(Consent.NotAsked));
        await Insert(invited + others / 5 + 1, invited + others, "utrecht", "Given", Conversation(Consent.Given) with { Site = new SiteId("utrecht") });
    }

    /// <summary>A round to all of the site, planned by one and approved by another, that begins as soon as the program looks.</summary>
    public async Task<BroadcastId> Send(SessionId to, Instant now, CancellationToken stop = default)
    {
        await using var database = Database.Open(connectionString);
        var broadcasts = new BroadcastStore(database);
        var id = await broadcasts.Plan(Plan(to), Member(1, "Ans"), now, stop);
        await broadcasts.Do(id, BroadcastAct.Send, Member(1, "Ans"), now, stop, needsSecond: true);
        await broadcasts.Do(id, BroadcastAct.Approve, Member(2, "Noor"), now, stop);
        return id;
    }

    public static BroadcastPlan Plan(SessionId to) => new() { Event = to, Site = Site, Audience = new Audience { Sites = [Site] }, Sentences = new LocalText { ["nl"] = "Er is muziek en eten." } };

    public async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.ExecuteAsync(sql, commandTimeout: 600);
    }

    Task Insert(int first, int last, string site, string invitations, Conversation state) => Execute($"""
        insert into youth (id, channel, address, language, site, first_name, age, stopped, last_heard, turns, created_at, state, invitations, stage)
        select {FirstYouth} + i, 'twilio', 'whatsapp:+316' || lpad(i::text, 8, '0'), 'nl', '{site}', 'Amina', 'From18To29', false, now(), 8, now(),
               '{JsonSerializer.Serialize(state, WorkflowJson.Stored.Conversation)}', '{invitations}', 'Talked'
          from generate_series({first}, {last}) as i;
        insert into address (channel, value, youth_id) select channel, address, id from youth where id between {FirstYouth + first} and {FirstYouth + last};
        """);

    static Conversation Conversation(Consent invitations) => new()
    {
        Step = new Step.InMenu(),
        Language = Language.Dutch,
        Consent = Consent.Given,
        Invitations = invitations,
        Site = Site,
        Age = AgeGroup.From18To29,
        FirstName = "Amina",
    };

    static StaffMember Member(long id, string name) => new()
    {
        Id = new StaffId(id),
        Name = name,
        Role = StaffRole.BalieWorker,
        Sites = [Site],
        Speaks = [],
        Hours = WorkingHours.None,
        LoadCap = 5,
    };
}
