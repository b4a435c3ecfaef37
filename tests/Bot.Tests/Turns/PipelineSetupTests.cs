using MdtChatBot.Bot.Turns;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MdtChatBot.Bot.Tests.Turns;

public sealed class PipelineSetupTests
{
    static PipelineOptions Read(string name, string value)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { [name] = value }).Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(settings).AddPipeline();
        return services.BuildServiceProvider().GetRequiredService<PipelineOptions>();
    }

    [Fact]
    public void Options_are_read_from_the_section_Pipeline() =>
        Assert.Equal(20, Read("Pipeline:MessagesPerSecond", "20").MessagesPerSecond);

    [Fact]
    public void Options_out_of_range_are_refused_at_the_start() =>
        Assert.Throws<OptionsValidationException>(() => Read("Pipeline:BatchSize", "0"));

    [Fact]
    public void One_batch_runs_at_a_time_unless_told_otherwise()
    {
        Assert.Equal(1, new PipelineOptions().Workers);
        Assert.Equal(5, Read("Pipeline:Workers", "5").Workers);
    }

    [Fact]
    public void Two_processes_never_have_the_same_name_unless_told_so()
    {
        Assert.NotEqual(new PipelineOptions().NodeName, new PipelineOptions().NodeName);
        Assert.Equal("blue", new PipelineOptions { Node = "blue" }.NodeName);
    }

    [Fact]
    public void A_node_keeps_its_name()
    {
        var options = new PipelineOptions();
        Assert.Equal(options.NodeName, options.NodeName);
    }
}
