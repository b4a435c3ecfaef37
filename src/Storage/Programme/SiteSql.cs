using MdtChatBot.Storage.Sql;
using MdtChatBot.Workflow.Programme;
using MdtChatBot.Workflow.Staffing;

namespace MdtChatBot.Storage.Programme;

static class SiteSql
{
    public static Rows<Site> Columns => new Rows<Site>()
        .Text("id", s => s.Id.Value)
        .Text("name", s => s.Name)
        .Text("zone", s => s.Zone.Id)
        .Real("latitude", s => s.Position.Latitude)
        .Real("longitude", s => s.Position.Longitude)
        .Flag("has_balie", s => s.HasBalie)
        .Text("organisation", s => s.Organisation)
        .Text("travel", s => StorageJson.Write(s.Travel))
        .Text("coach_name", s => s.CoachName)
        .Text("also_called", s => StorageJson.Write(s.AlsoCalled))
        .Text("opening", s => HoursText.Json(s.Opening))
        .Text("abbreviations", s => StorageJson.Write(new Workflow.Content.LocalText(s.Abbreviations)))
        .Number("pick_up_hours", s => s.PickUpHours)
        .Number("fallback_owner", s => s.FallbackOwner?.Value);

    public static readonly Statement<Site> Add = new(
        Columns,
        """
        insert into site (id, name, zone, latitude, longitude, has_balie, organisation, travel, coach_name, also_called,
                          opening, abbreviations, pick_up_hours, fallback_owner)
        select r.id, r.name, r.zone, r.latitude, r.longitude, r.has_balie, r.organisation, r.travel, r.coach_name, r.also_called,
               r.opening, r.abbreviations, r.pick_up_hours, r.fallback_owner
          from {rows} where true
            on conflict (id) do nothing
        """);

    public static readonly Statement<Site> Update = new(
        Columns,
        """
        update site
           set name = r.name, zone = r.zone, latitude = r.latitude, longitude = r.longitude, has_balie = r.has_balie,
               organisation = r.organisation, travel = r.travel, coach_name = r.coach_name, also_called = r.also_called, opening = r.opening,
               abbreviations = r.abbreviations, pick_up_hours = r.pick_up_hours, fallback_owner = r.fallback_owner, version = site.version + 1
          from {rows}
         where site.id = r.id and site.version = @version
        """);
}
