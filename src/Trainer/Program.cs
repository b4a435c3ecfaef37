using MdtChatBot.Workflow.Understanding.Learning;

if (args is not [var content, var model])
{
    Console.Error.WriteLine("Trainer <content folder> <file to write>");
    return 2;
}

var bytes = ClassifierBytes.Write(Lessons.Parse(ByLanguage("intents"), ByLanguage("phrases"), ByLanguage("")).Learn());
// Written beside and renamed: two builds at once, or one that is interrupted, never leave half a file.
var beside = $"{model}.{Environment.ProcessId}";
File.WriteAllBytes(beside, bytes);
File.Move(beside, model, overwrite: true);
return 0;

Dictionary<string, string> ByLanguage(string subfolder) =>
    Directory.GetFiles(Path.Combine(content, subfolder), "*.yaml").ToDictionary(f => Path.GetFileNameWithoutExtension(f), File.ReadAllText);
