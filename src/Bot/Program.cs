using MdtChatBot.Bot;

try
{
    await using var app = BotBuilder.Create(args).AddBot().Build();
    app.UseBot();
    await app.RunAsync();
    return 0;
}
catch (Exception e) when (StartUpFailure.Explain(e) is { } explanation)
{
    await Console.Error.WriteLineAsync(explanation);
    return 1;
}
