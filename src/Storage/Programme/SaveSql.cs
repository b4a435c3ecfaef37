using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Referrals;

namespace MdtChatBot.Storage.Programme;

/// <summary>Writes of the programme data: what is there already is replaced.</summary>
static class SaveSql
{
    static readonly Statement<Site> Sites = new(
        new Rows<Site>()
            .Text("id", s => s.Id.Value)
            .Text("name", s => s.Name)
            .Text("zone", s => s.Zone.Id)
            .Real("latitude", s => s.Position.Latitude)
            .Real("longitude", s => s.Position.Longitude)
            .Flag("has_balie", s => s.HasBalie)
            .Text("balie_hours", s => StorageJson.Write(s.BalieHours))
            .Text("organisation", s => s.Organisation)
            .Text("travel", s => StorageJson.Write(s.Travel))
            .Text("coach_name", s => s.CoachName)
            .Text("also_called", s => StorageJson.Write(s.AlsoCalled))
            .Number("pick_up_hours", s => s.PickUpHours),
        """
        insert into site (id, name, zone, latitude, longitude, has_balie, balie_hours, organisation, travel, coach_name, also_called, pick_up_hours)
        select r.id, r.name, r.zone, r.latitude, r.longitude, r.has_balie, r.balie_hours, r.organisation, r.travel, r.coach_name, r.also_called, r.pick_up_hours
          from {rows} where true
            on conflict (id) do update
           set name = excluded.name, zone = excluded.zone, latitude = excluded.latitude, longitude = excluded.longitude,
               has_balie = excluded.has_balie, balie_hours = excluded.balie_hours, organisation = excluded.organisation,
               travel = excluded.travel, coach_name = excluded.coach_name, also_called = excluded.also_called, pick_up_hours = excluded.pick_up_hours
        """);

    static readonly Statement<Project> Projects = new(
        new Rows<Project>()
            .Text("id", p => p.Id.Value)
            .Text("organisation", p => p.Organisation)
            .Text("title", p => StorageJson.Write(p.Title))
            .Text("description", p => StorageJson.Write(p.Description))
            .Text("interests", p => StorageJson.Write(p.Interests)),
        """
        insert into project (id, organisation, title, description, interests)
        select r.id, r.organisation, r.title, r.description, r.interests
          from {rows} where true
            on conflict (id) do update
           set organisation = excluded.organisation, title = excluded.title, description = excluded.description, interests = excluded.interests
        """);

    static readonly Statement<TrialSession> NewSessions = new(
        Session(),
        """
        insert into session (project_id, site_id, starts, ends, place, address, latitude, longitude, capacity,
                             contact_name, contact_phone, bring, route, go_together, cancelled)
        select r.project_id, r.site_id, r.starts, r.ends, r.place, r.address, r.latitude, r.longitude, r.capacity,
               r.contact_name, r.contact_phone, r.bring, r.route, r.go_together, r.cancelled
          from {rows}
         order by r.n
        """);

    // Seats that are taken stay taken: a capacity below them waits until they are free.
    static readonly Statement<TrialSession> KnownSessions = new(
        Session(),
        """
        insert into session (id, project_id, site_id, starts, ends, place, address, latitude, longitude, capacity,
                             contact_name, contact_phone, bring, route, go_together, cancelled)
        select r.id, r.project_id, r.site_id, r.starts, r.ends, r.place, r.address, r.latitude, r.longitude, r.capacity,
               r.contact_name, r.contact_phone, r.bring, r.route, r.go_together, r.cancelled
          from {rows} where true
            on conflict (id) do update
           set project_id = excluded.project_id, site_id = excluded.site_id, starts = excluded.starts, ends = excluded.ends,
               place = excluded.place, address = excluded.address, latitude = excluded.latitude, longitude = excluded.longitude,
               capacity = case when excluded.capacity < session.taken then session.taken else excluded.capacity end,
               contact_name = excluded.contact_name, contact_phone = excluded.contact_phone, bring = excluded.bring, route = excluded.route,
               go_together = excluded.go_together, cancelled = excluded.cancelled, revision = session.revision + 1
        """);

    static readonly Statement<Story> Stories = new(
        new Rows<Story>()
            .Text("site", s => s.Site?.Value ?? "")
            .Text("language", s => s.Language.Code)
            .Text("first_name", s => s.FirstName)
            .Text("words", s => s.Words),
        """
        insert into story (site, language, first_name, words)
        select r.site, r.language, r.first_name, r.words
          from {rows} where true
            on conflict (site, language, first_name) do update set words = excluded.words
        """);

    static readonly Statement<CodeRow> Codes = new(
        EntryCodeSql.Columns,
        """
        insert into entry_code (code, site, language, friend_session, kind, owner_name, languages)
        select r.code, r.site, r.language, r.friend_session, r.kind, r.owner_name, r.languages
          from {rows} where true
            on conflict (code) do update
           set site = excluded.site, language = excluded.language, friend_session = excluded.friend_session, kind = excluded.kind,
               owner_name = excluded.owner_name, languages = excluded.languages
        """);

    // Ids were given from outside: those that the database gives next must come after them. SQLite sees to that itself.
    static readonly Statement SkipGivenIds = new("select setval(pg_get_serial_sequence('session', 'id'), (select max(id) from session))");

    public static IEnumerable<Call> Calls(Offer offer, IReadOnlyList<EntryCode> codes, bool isPostgres)
    {
        var unknown = offer.Sessions.Where(s => s.Id.Value == 0).ToList();
        var known = offer.Sessions.Where(s => s.Id.Value != 0).ToList();
        if (offer.Sites.Count > 0) yield return Sites.With(offer.Sites);
        if (offer.Projects.Count > 0) yield return Projects.With(offer.Projects);
        if (known.Count > 0) yield return KnownSessions.With(known);
        if (known.Count > 0 && isPostgres) yield return SkipGivenIds.With(_ => { });
        if (unknown.Count > 0) yield return NewSessions.With(unknown);
        if (offer.Stories.Count > 0) yield return Stories.With(offer.Stories);
        if (codes.Count > 0) yield return Codes.With([.. codes.Select(c => new CodeRow(c) { Languages = c.Language is { } language ? [language] : [] })]);
    }

    static Rows<TrialSession> Session() => new Rows<TrialSession>()
        .Number("id", s => s.Id.Value)
        .Text("project_id", s => s.Project.Value)
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
        .Flag("cancelled", s => s.Cancelled);
}
