using MdtChatBot.Bot;
using MdtChatBot.Bot.Channels.Terminal;
using MdtChatBot.Bot.Templates;
using MdtChatBot.Bot.Texts;
using MdtChatBot.Bot.Understanding;

try
{
    if (args is ["chat", .. var chat]) return await TerminalChat.Run(chat);
    if (args is ["templates", .. var templates]) return await TemplateCommand.Run(templates);
    if (args is ["content", .. var content]) return await ContentCommand.Run(content);
    if (args is ["intents", .. var intents]) return await IntentsCommand.Run(intents);
    if (args is ["understand"]) return UnderstandCommand.Run();

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
