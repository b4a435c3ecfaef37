using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MdtChatBot.Workflow.Content;
using MdtChatBot.Workflow.Reminders;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace MdtChatBot.Workflow.Conversations;

/// <summary>
/// How states, inputs, sayings and timers are written as JSON. Enums by name, instants as ISO text, absent values left out.
/// Discriminators are read wherever they stand, since <c>jsonb</c> reorders keys.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true,
    AllowOutOfOrderMetadataProperties = true)]
[JsonSerializable(typeof(Conversation))]
[JsonSerializable(typeof(Inbound))]
[JsonSerializable(typeof(Saying))]
[JsonSerializable(typeof(SetFor))]
[JsonSerializable(typeof(LocalText))]
[JsonSerializable(typeof(Invitations.Audience))]
[JsonSerializable(typeof(Invitations.Tally))]
[JsonSerializable(typeof(IReadOnlyList<Programme.Interest>))]
[JsonSerializable(typeof(Instant))]
[JsonSerializable(typeof(LocalDate))]
[JsonSerializable(typeof(LocalTime))]
public sealed partial class WorkflowJson : JsonSerializerContext
{
    /// <summary>The one context to use: the generated one cannot carry Noda Time's converters in its attribute.</summary>
    public static WorkflowJson Stored { get; } = new(StoredOptions());

    static JsonSerializerOptions StoredOptions()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
            AllowOutOfOrderMetadataProperties = true,
            // Youth write in many scripts; the default encoder would store each letter as six bytes.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.Converters.Add(new JsonStringEnumConverter<Consent>());
        options.Converters.Add(new JsonStringEnumConverter<AgeGroup>());
        options.Converters.Add(new JsonStringEnumConverter<Goal>());
        options.Converters.Add(new JsonStringEnumConverter<MediaKind>());
        options.Converters.Add(new JsonStringEnumConverter<TimerKind>());
        options.Converters.Add(new JsonStringEnumConverter<DayForm>());
        options.Converters.Add(new JsonStringEnumConverter<Programme.Interest>());
        options.Converters.Add(new JsonStringEnumConverter<Numbers.EntrySource>());
        options.Converters.Add(new JsonStringEnumConverter<Referrals.EntryCodeKind>());
        options.Converters.Add(new JsonStringEnumConverter<Referrals.ReferralStatus>());
        options.Converters.Add(new JsonStringEnumConverter<Referrals.ReferralReason>());
        options.Converters.Add(new JsonStringEnumConverter<Invitations.FunnelStage>());
        options.Converters.Add(NodaConverters.InstantConverter);
        options.Converters.Add(NodaConverters.LocalDateConverter);
        options.Converters.Add(NodaConverters.LocalTimeConverter);
        return options;
    }
}
