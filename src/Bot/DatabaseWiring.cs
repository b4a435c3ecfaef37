using System.Data.Common;
using MdtChatBot.Storage;

namespace MdtChatBot.Bot;

/// <summary>Opens the one database, named by <c>ConnectionStrings:Mdt</c>, and everything that reads and writes it.</summary>
public static class DatabaseWiring
{
    /// <summary>Name of the connection string.</summary>
    public const string ConnectionName = "Mdt";

    const string Default = "Data Source=data/mdt.db";

    public static IServiceCollection AddDatabase(this IServiceCollection services, IConfiguration configuration, string contentRoot)
    {
        services.AddSingleton(_ => Open(configuration.GetConnectionString(ConnectionName) is { Length: > 0 } set ? set : Default, contentRoot));
        services.AddSingleton<Migrator>();
        services.AddSingleton<Inbox>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<TurnStore>();
        services.AddSingleton<ProgrammeStore>();
        services.AddSingleton<SiteStore>();
        services.AddSingleton<SessionStore>();
        services.AddSingleton<DoorCodes>();
        services.AddSingleton<WorkLists>();
        services.AddSingleton<Settings>();
        services.AddSingleton<StaffStore>();
        services.AddSingleton<StaffSecrets>();
        services.AddSingleton<StaffAlerts>();
        services.AddSingleton<InvitationStore>();
        services.AddSingleton<FailureStore>();
        services.AddSingleton<PasskeyStore>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<LiveTopics>();
        services.AddSingleton<ProtectionKeys>();
        services.AddSingleton<ReferralStore>();
        services.AddSingleton<CodeStore>();
        services.AddSingleton<FigureStore>();
        services.AddSingleton<YouthSearch>();
        services.AddSingleton<TroubleStore>();
        services.AddSingleton<TemplateStore>();
        services.AddSingleton<MessageFigures>();
        services.AddSingleton<MisunderstoodStore>();
        return services;
    }

    static Database Open(string connectionString, string contentRoot)
    {
        try
        {
            return Database.Open(Rooted(connectionString, contentRoot));
        }
        catch (ArgumentException e)
        {
            // Never the string itself: it may hold a password.
            throw new StartUpException($"ConnectionStrings:{ConnectionName} is not right: expected Data Source=… (SQLite) or Host=… (PostgreSQL).", e);
        }
    }

    /// <summary>A relative SQLite file lies under the content root, wherever the program was started from; its folder is made.</summary>
    internal static string Rooted(string connectionString, string contentRoot)
    {
        var parts = new DbConnectionStringBuilder { ConnectionString = connectionString };
        if (!parts.TryGetValue("Data Source", out var value) || value is not string file || file.StartsWith(':') || file.Length == 0) return connectionString;
        var path = Path.GetFullPath(file, contentRoot);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        parts["Data Source"] = path;
        return parts.ConnectionString;
    }
}
