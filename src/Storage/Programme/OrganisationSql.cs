using MdtChatBot.Storage.Sql;

namespace MdtChatBot.Storage.Programme;

static class OrganisationSql
{
    static Rows<Organisation> Columns => new Rows<Organisation>()
        .Number("id", o => o.Id)
        .Text("name", o => o.Name)
        .Text("contact_name", o => o.ContactName)
        .Text("contact_phone", o => o.ContactPhone)
        .Text("contact_email", o => o.ContactEmail);

    public static readonly Statement All = new("""
        select id, name, contact_name, contact_phone, contact_email, version
          from organisation
         where name > ''
         order by name
        """);

    public static readonly Statement ById = new("""
        select id, name, contact_name, contact_phone, contact_email, version
          from organisation
         where id = @id
        """);

    public static readonly Statement<Organisation> Add = new(
        Columns,
        """
        insert into organisation (name, contact_name, contact_phone, contact_email)
        select r.name, r.contact_name, r.contact_phone, r.contact_email
          from {rows} where true
            on conflict (name) do nothing
        """);

    public static readonly Statement<Organisation> Update = new(
        Columns,
        """
        update organisation
           set name = r.name, contact_name = r.contact_name, contact_phone = r.contact_phone, contact_email = r.contact_email, version = organisation.version + 1
          from {rows}
         where organisation.id = r.id and organisation.version = @version
        """);

    public static readonly Statement RenameInSites = new("update site set organisation = @name where organisation = @old");

    public static readonly Statement RenameInProjects = new("update project set organisation = @name where organisation = @old");

    public static Organisation Read(System.Data.Common.DbDataReader row) => new()
    {
        Id = row.Number(0),
        Name = row.Text(1),
        ContactName = row.Text(2),
        ContactPhone = row.Text(3),
        ContactEmail = row.Text(4),
        Version = row.Number(5),
    };
}
