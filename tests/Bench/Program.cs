Console.Error.WriteLine("Benches: turns, webhook, reminders");
return 2;
