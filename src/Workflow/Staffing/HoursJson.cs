using System.Text.Json.Serialization;

namespace MdtChatBot.Workflow.Staffing;

[JsonSerializable(typeof(Dictionary<string, string>))]
sealed partial class HoursJson : JsonSerializerContext;
