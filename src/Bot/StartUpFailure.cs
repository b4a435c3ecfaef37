using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace MdtChatBot.Bot;

/// <summary>Turns what stopped the start into a line that says what to do; a bug stays an exception with its trace.</summary>
public static class StartUpFailure
{
    /// <summary>Null where the exception is not a matter of settings or surroundings.</summary>
    public static string? Explain(Exception e) => e switch
    {
        StartUpException => e.Message,
        OptionsValidationException invalid => "The settings are not right:\n" + string.Join('\n', invalid.Failures.Select(f => "- " + f)),
        // A number or a yes and no; the binder names it.
        InvalidOperationException { InnerException: FormatException or ArgumentException } when e.Message.StartsWith("Failed to convert configuration value", StringComparison.Ordinal) =>
            "The settings are not right:\n- " + e.Message,
        FormatException => "A content file is not right: " + e.Message,
        IOException { InnerException: AddressInUseException } =>
            e.Message.TrimEnd('.') + ". Is the bot running already? Choose another port with --urls http://localhost:5081.",
        AggregateException { InnerException: { } inner } => Explain(inner),
        _ => null,
    };
}
