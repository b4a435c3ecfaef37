namespace MdtChatBot.Bot.Staff;

/// <summary>What a password must be: long, and not what everybody tries first. No rules about signs and digits, which make people write it down.</summary>
public static class PasswordRules
{
    // What people choose who must have twelve; compared without spaces, signs and case.
    static readonly string[] First = ["wachtwoord", "password", "welkom", "welcome", "qwerty", "123456789", "abcdefgh", "maatschappelijkediensttijd", "meedoenbalie"];

    /// <summary>The key of what is wrong with it; null where nothing is.</summary>
    public static string? Fault(string password, string name, string email)
    {
        if (password.Length < Passwords.Shortest) return "password.tooShort";
        if (password.Length > Passwords.Longest) return "password.tooLong";
        if (password.Distinct().Count() < 5) return "password.tooSimple";
        var plain = Plain(password);
        var known = First.Append(Plain(email.Split('@')[0])).Append(Plain(name)).Where(word => word.Length >= 4);
        // What is left beside such a word would still be guessed.
        return known.Any(word => plain.Contains(word, StringComparison.Ordinal) && plain.Length - word.Length < 8) ? "password.tooKnown" : null;
    }

    static string Plain(string text) => string.Concat(text.ToLowerInvariant().Where(char.IsLetterOrDigit));
}
