using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Referrals;

namespace MdtChatBot.Storage.Programme;

/// <summary>Writes of the programme data: what is there already is replaced.</summary>
static class SaveSql
{
    // Sites and projects carry the name of an organisation; its row is there for whoever looks it up.
    public static readonly Statement<string> Organisations = new(
        new Rows<string>().Text("name", name => name),
        """
        insert into organisation (name)
        select r.name
          from {rows} where true
            on conflict (name) do nothing
        """);

    static readonly Statement<Site> Sites = new(
        SiteSql.Columns,
        """
        insert into site (id, name, zone, latitude, longitude, has_balie, organisation, travel, coach_name, also_called,
                          opening, abbreviations, pick_up_hours, fallback_owner)
        select r.id, r.name, r.zone, r.latitude, r.longitude, r.has_balie, r.organisation, r.travel, r.coach_name, r.also_called,
               r.opening, r.abbreviations, r.pick_up_hours, r.fallback_owner
          from {rows} where true
            on conflict (id) do update
           set name = excluded.name, zone = excluded.zone, latitude = excluded.latitude, longitude = excluded.longitude,
               has_balie = excluded.has_balie, organisation = excluded.organisation,
               travel = excluded.travel, coach_name = excluded.coach_name, also_called = excluded.also_called,
               opening = excluded.opening, abbreviations = excluded.abbreviations, pick_up_hours = excluded.pick_up_hours,
               fallback_owner = coalesce(excluded.fallback_owner, site.fallback_owner), version = site.version + 1
        """);

    static readonly Statement<Project> Projects = new(
        ProjectSql.Columns,
        """
        insert into project (id, organisation, title, description, interests)
        select r.id, r.organisation, r.title, r.description, r.interests
          from {rows} where true
            on conflict (id) do update
           set organisation = excluded.organisation, title = excluded.title, description = excluded.description, interests = excluded.interests,
               version = project.version + 1
        """);

    static readonly Statement<TrialSession> NewSessions = new(
        SessionSql.Columns,
        """
        insert into session (project_id, site_id, starts, ends, place, address, latitude, longitude, capacity,
                             contact_name, contact_phone, bring, route, go_together, cancelled, languages, series_id,
                             kind, title, guests_allowed, travel_help, minors_welcome)
        select r.project_id, r.site_id, r.starts, r.ends, r.place, r.address, r.latitude, r.longitude, r.capacity,
               r.contact_name, r.contact_phone, r.bring, r.route, r.go_together, r.cancelled, r.languages, r.series_id,
               r.kind, r.title, r.guests_allowed, r.travel_help, r.minors_welcome
          from {rows}
         order by r.n
        """);

    // Seats that are taken stay taken: a capacity below them waits until they are free.
    static readonly Statement<TrialSession> KnownSessions = new(
        SessionSql.Columns,
        """
        insert into session (id, project_id, site_id, starts, ends, place, address, latitude, longitude, capacity,
                             contact_name, contact_phone, bring, route, go_together, cancelled, languages, series_id,
                             kind, title, guests_allowed, travel_help, minors_welcome)
        select r.id, r.project_id, r.site_id, r.starts, r.ends, r.place, r.address, r.latitude, r.longitude, r.capacity,
               r.contact_name, r.contact_phone, r.bring, r.route, r.go_together, r.cancelled, r.languages, r.series_id,
               r.kind, r.title, r.guests_allowed, r.travel_help, r.minors_welcome
          from {rows} where true
            on conflict (id) do update
           set project_id = excluded.project_id, site_id = excluded.site_id, starts = excluded.starts, ends = excluded.ends,
               place = excluded.place, address = excluded.address, latitude = excluded.latitude, longitude = excluded.longitude,
               capacity = case when excluded.capacity < session.taken then session.taken else excluded.capacity end,
               contact_name = excluded.contact_name, contact_phone = excluded.contact_phone, bring = excluded.bring, route = excluded.route,
               go_together = excluded.go_together, cancelled = excluded.cancelled, languages = excluded.languages, series_id = excluded.series_id,
               kind = excluded.kind, title = excluded.title, guests_allowed = excluded.guests_allowed, travel_help = excluded.travel_help,
               minors_welcome = excluded.minors_welcome, revision = session.revision + 1
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
        var organisations = offer.Sites.Select(s => s.Organisation).Concat(offer.Projects.Select(p => p.Organisation)).Distinct(StringComparer.Ordinal).ToList();
        if (organisations.Count > 0) yield return Organisations.With(organisations);
        if (offer.Sites.Count > 0) yield return Sites.With(offer.Sites);
        if (offer.Projects.Count > 0) yield return Projects.With(offer.Projects);
        if (known.Count > 0) yield return KnownSessions.With(known);
        if (known.Count > 0 && isPostgres) yield return SkipGivenIds.With(_ => { });
        if (unknown.Count > 0) yield return NewSessions.With(unknown);
        if (offer.Stories.Count > 0) yield return Stories.With(offer.Stories);
        if (codes.Count > 0) yield return Codes.With([.. codes.Select(c => new CodeRow(c) { Languages = c.Language is { } language ? [language] : [] })]);
    }
}
