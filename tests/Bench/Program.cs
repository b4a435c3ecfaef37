using MdtChatBot.Bench;
using MdtChatBot.Bench.Broadcasts;
using MdtChatBot.Bench.Idle;
using MdtChatBot.Bench.Reminders;
using MdtChatBot.Bench.Staff;
using MdtChatBot.Bench.Turns;
using MdtChatBot.Bench.Understanding;
using MdtChatBot.Bench.Webhooks;

try
{
    var arguments = Arguments.Parse(args);
    return arguments.Bench switch
    {
        "turns" => await TurnsBench.Run(arguments),
        "webhook" => await WebhookBench.Run(arguments),
        "broadcast" => await BroadcastBench.Run(arguments),
        "reminders" => await RemindersBench.Run(arguments),
        "idle" => await IdleBench.Run(arguments),
        "console" => await StaffBench.Run(arguments),
        "understanding" => UnderstandingBench.Run(arguments),
        _ => throw new UsageException(),
    };
}
catch (UsageException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 2;
}
