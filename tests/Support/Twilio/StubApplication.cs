using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace MdtChatBot.Support;

/// <summary>Kestrel's own contract, without the layers of a web application.</summary>
sealed class StubApplication(StubTwilio stub) : IHttpApplication<IFeatureCollection>
{
    public IFeatureCollection CreateContext(IFeatureCollection contextFeatures) => contextFeatures;

    public Task ProcessRequestAsync(IFeatureCollection context) => stub.Handle(context);

    public void DisposeContext(IFeatureCollection context, Exception? exception)
    {
    }
}
