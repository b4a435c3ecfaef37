using System.Data.Common;
using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow;
using MdtChatBot.Workflow.Bookings;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Staffing;

namespace MdtChatBot.Storage.Programme;

/// <summary>Sessions as staff plan them.</summary>
static class SessionSql
{
    public static Rows<TrialSession> Columns => new Rows<TrialSession>()
        .Number("id", s => s.Id.Value)
        .Text("project_id", s => s.Project?.Value)
        .Text("site_id", s => s.Site.Value)
        .Time("starts", s => s.Starts)
        .Time("ends", s => s.Ends)
        .Text("place", s => s.Place)
        .Text("address", s => s.Address)
        .Real("latitude", s => s.Position.Latitude)
        .Real("longitude", s => s.Position.Longitude)
        .Number("capacity", s => s.Capacity)
        .Text("contact_name", s => s.ContactName)
        .Text("contact_phone", s => s.ContactPhone)
        .Text("bring", s => StorageJson.Write(s.Bring))
        .Text("route", s => StorageJson.Write(s.Route))
        .Text("go_together", s => StorageJson.Write(s.GoTogether))
        .Flag("cancelled", s => s.Cancelled)
        .Text("languages", s => StorageJson.Write([.. s.Languages.Select(l => l.Code)]))
        .Number("series_id", s => s.Series?.Value)
        .Text("kind", s => s.Event?.Kind.ToString() ?? ProgrammeSql.Trial)
        .Text("title", s => StorageJson.Write(s.Event?.Title ?? []))
        .Number("guests_allowed", s => s.Event?.GuestsAllowed ?? 0)
        .Flag("travel_help", s => s.Event is { TravelHelp: true })
        .Flag("minors_welcome", s => s.Event is null or { MinorsWelcome: true });

    public static readonly Statement ById = new(ProgrammeSql.SessionColumns + """
        , s.counted
          from session s
         where s.id = @session
        """);

    // Behind the lock that seats are given out under.
    public static readonly Statement Lock = new(ProgrammeSql.SessionColumns + """
        , s.counted
          from session s
         where s.id = @session {lock s}
        """);

    public static readonly Statement<SiteId> OfSites = new(
        new Rows<SiteId>().Text("site_id", s => s.Value),
        ProgrammeSql.SessionColumns + """
        , s.counted
          from {rows}
          join session s on s.site_id = r.site_id and s.starts >= @from and s.starts < @to and (s.kind = 'Trial') = @trials
         order by s.starts, s.id
        """);

    public static readonly Statement<SiteId> Running = new(
        new Rows<SiteId>().Text("site_id", s => s.Value),
        """
        select distinct s.site_id, s.project_id
          from {rows}
          join session s on s.site_id = r.site_id and s.starts >= @from and s.starts < @to
         where not s.cancelled and s.project_id is not null
        """);

    public static readonly Statement OfSeries = new(ProgrammeSql.SessionColumns + """
        , s.counted
          from session s
         where s.series_id = @series and s.starts >= @from and not s.cancelled
         order by s.starts
        """);

    public static readonly Statement<SessionId> Bookings = new(
        new Rows<SessionId>().Number("id", s => s.Value),
        """
        select b.session_id, b.status, count(*), sum(b.guests)
          from {rows}
          join booking b on b.session_id = r.id
         group by b.session_id, b.status
        """);

    public static readonly Statement<SessionId> Staff = new(
        new Rows<SessionId>().Number("id", s => s.Value),
        """
        select x.session_id, x.staff_id
          from {rows}
          join session_staff x on x.session_id = r.id
         order by x.session_id, x.staff_id
        """);

    public static readonly Statement<TrialSession> Add = new(
        Columns,
        """
        insert into session (project_id, site_id, starts, ends, place, address, latitude, longitude, capacity,
                             contact_name, contact_phone, bring, route, go_together, cancelled, languages, series_id,
                             kind, title, guests_allowed, travel_help, minors_welcome)
        select r.project_id, r.site_id, r.starts, r.ends, r.place, r.address, r.latitude, r.longitude, r.capacity,
               r.contact_name, r.contact_phone, r.bring, r.route, r.go_together, r.cancelled, r.languages, r.series_id,
               r.kind, r.title, r.guests_allowed, r.travel_help, r.minors_welcome
          from {rows} where true
         order by r.n
        returning id
        """);

    public static readonly Statement AddSeries = new("insert into series (rule) values (@rule) returning id");

    public static readonly Statement<TrialSession> Update = new(
        Columns,
        """
        update session
           set project_id = r.project_id, starts = r.starts, ends = r.ends, place = r.place, address = r.address, latitude = r.latitude,
               longitude = r.longitude, capacity = r.capacity, contact_name = r.contact_name, contact_phone = r.contact_phone, bring = r.bring,
               route = r.route, go_together = r.go_together, languages = r.languages, kind = r.kind, title = r.title,
               guests_allowed = r.guests_allowed, travel_help = r.travel_help, minors_welcome = r.minors_welcome, revision = session.revision + 1
          from {rows}
         where session.id = r.id
        """);

    public static readonly Statement LeaveStaff = new("delete from session_staff where session_id = @session");

    public static readonly Statement<(SessionId Session, StaffId Staff)> JoinStaff = new(
        new Rows<(SessionId Session, StaffId Staff)>().Number("session_id", r => r.Session.Value).Number("staff_id", r => r.Staff.Value),
        """
        insert into session_staff (session_id, staff_id)
        select r.session_id, r.staff_id
          from {rows} where true
            on conflict (session_id, staff_id) do nothing
        """);

    public static readonly Statement NextInLine = new("""
        select youth_id
          from booking
         where session_id = @session and status = 'Waiting'
         order by waiting_since, youth_id
         limit @count
        """);

    // As Seating does it for a seat that was given up.
    public static readonly Statement<YouthId> Offer = new(
        new Rows<YouthId>().Number("id", y => y.Value),
        """
        update booking
           set status = 'Offered', version = booking.version + 1, waiting_since = null, at_risk = false
          from {rows}
         where booking.youth_id = r.id and booking.session_id = @session
        """);

    public static readonly Statement Fill = new("update session set taken = taken + @count where id = @session");

    public static readonly Statement Count = new("""
        update session
           set counted = counted + @by
         where id = @session and counted + @by >= 0 and counted + @by <= 500
        """);

    public static readonly Statement Present = new("""
        select b.youth_id, y.first_name, y.language, b.status, b.booked_at, b.at_risk, b.guests
          from booking b
          join youth y on y.id = b.youth_id
         where b.session_id = @session and b.status not in ('Cancelled', 'Declined', 'NotNow')
         order by b.booked_at, b.youth_id
        """);

    public static PlannedSession Planned(DbDataReader row) =>
        new() { Session = ProgrammeSql.Session(row), Revision = ProgrammeSql.SessionRevision(row), Counted = (int)row.Number(25) };

    public static PresentYouth Youth(DbDataReader row) => new()
    {
        Youth = new YouthId(row.Number(0)),
        FirstName = row.Text(1),
        Language = row.TextOrNull(2) is { } language ? new Language(language) : Language.English,
        Status = row.Name<BookingStatus>(3),
        BookedAt = row.Time(4),
        AtRisk = row.Flag(5),
        Guests = (int)row.Number(6),
    };
}
