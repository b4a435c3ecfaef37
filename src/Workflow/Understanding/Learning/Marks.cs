namespace MdtChatBot.Workflow.Understanding.Learning;

/// <summary>How well utterances were understood, as shares; null where there are none to tell by.</summary>
/// <param name="Utterances">How many.</param>
/// <param name="Right">Of all, those whose intent was found.</param>
/// <param name="CrisisFound">Of those that are a crisis, those taken for one.</param>
/// <param name="FalseAlarms">Of all others, those taken for a crisis.</param>
/// <param name="OutsideAnswered">Of what the bot is not for, what was answered as something else.</param>
public sealed record Marks(int Utterances, double? Right, double? CrisisFound, double? FalseAlarms, double? OutsideAnswered)
{
    public static Marks Of(IReadOnlyCollection<Judged> judged) => new(
        judged.Count,
        Share(judged, j => j.IsRight),
        Share([.. judged.Where(j => j.Utterance.Intent is Intent.Crisis)], IsAlarm),
        Share([.. judged.Where(j => j.Utterance.Intent is not Intent.Crisis)], IsAlarm),
        Share([.. judged.Where(j => j.Utterance.Intent is Intent.OutOfScope)], j => j.Understood.Outcome is Outcome.Answered && !j.IsRight));

    static bool IsAlarm(Judged judged) => judged.Understood.Intent is Intent.Crisis;

    static double? Share(IReadOnlyCollection<Judged> of, Func<Judged, bool> those) => of.Count == 0 ? null : (double)of.Count(those) / of.Count;
}
