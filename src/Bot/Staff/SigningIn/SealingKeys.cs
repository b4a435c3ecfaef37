using System.Xml.Linq;
using MdtChatBot.Storage;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.Extensions.Options;
using NodaTime;

namespace MdtChatBot.Bot.Staff;

/// <summary>Keeps the keys that seal cookies in the database, so that all nodes open each other's and a restart signs nobody out.</summary>
sealed class SealingKeys(ProtectionKeys keys, IClock clock) : IXmlRepository, IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options) => options.XmlRepository = this;

    public IReadOnlyCollection<XElement> GetAllElements() => [.. keys.Read(CancellationToken.None).GetAwaiter().GetResult().Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) =>
        keys.Write(friendlyName, element.ToString(SaveOptions.DisableFormatting), clock.GetCurrentInstant(), CancellationToken.None).GetAwaiter().GetResult();
}
