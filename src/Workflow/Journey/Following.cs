using MdtChatBot.Workflow.Conversations;
using MdtChatBot.Workflow.Numbers;
using MdtChatBot.Workflow.Referrals;
using MdtChatBot.Workflow.Reminders;
using NodaTime;

namespace MdtChatBot.Workflow.Journey;

/// <summary>Whoever brought a youth sees how it goes: the referral follows what happens in the youth's own turns.</summary>
static class Following
{
    /// <summary>The youth came with somebody's code.</summary>
    /// <param name="scene">Their turn.</param>
    /// <param name="code">With which.</param>
    /// <param name="isTold">They have not written themselves; the bot writes to them.</param>
    public static void Came(Scene scene, EntryCode code, bool isTold = false)
    {
        var conversation = scene.Conversation;
        if (conversation.Step is Step.New) scene.Conversation = conversation with { Source = EntrySources.Of(code.Kind), ReferredAs = code.FirstName };
        if (!code.IsFollowed || code.Code == conversation.AmbassadorCode || conversation.Referrals.Any(r => r.Code == code.Code)) return;
        var standing = ReferralRules.Standing(conversation, scene.Facts.Bookings);
        var referral = Referral.Of(code.Code, code.Kind, isTold && standing is ReferralStatus.Seen && conversation.LastHeard is null ? ReferralStatus.Sent : standing);
        scene.Conversation = scene.Conversation with { Referrals = [.. conversation.Referrals, referral] };
        scene.Do(new Effect.AcceptReferral(referral.Code, referral.Status));
        LapseLater(scene, referral, scene.Now);
    }

    /// <summary>At the end of a turn: what was recorded in it moves the referrals.</summary>
    public static void Settle(Scene scene)
    {
        if (scene.Conversation.Referrals.Count == 0) return;
        if (scene.IsHeard)
            foreach (var referral in scene.Conversation.Referrals.Where(r => r.Status is ReferralStatus.Sent)) Move(scene, referral, ReferralStatus.Seen, ReferralReason.None);
        foreach (var step in scene.Recorded)
            if (ReferralRules.After(step.Step, step.Detail) is { } to)
                foreach (var referral in scene.Conversation.Referrals) Move(scene, referral, to, ReferralReason.DoesNotWant);
    }

    /// <summary>A worker ended it.</summary>
    public static void Closed(Scene scene, string code, ReferralReason reason)
    {
        if (scene.Conversation.Referrals.FirstOrDefault(r => r.Code == code) is { } referral) Move(scene, referral, ReferralStatus.Declined, reason);
    }

    /// <summary>Thirty days have passed since something was heard, or were to pass when this was set.</summary>
    public static void CheckLapse(Scene scene, string code)
    {
        if (scene.Conversation.Referrals.FirstOrDefault(r => r.Code == code) is not { } referral) return;
        var heard = scene.Conversation.LastHeard ?? Instant.MinValue;
        if (ReferralRules.LapsesAt(referral.Status, heard) is not { } lapses) return;
        if (lapses > scene.Now) LapseLater(scene, referral, heard);
        else Lapse(scene, referral);
    }

    // Who was written to and never answered said no yes to us: nothing of them is kept.
    static void Lapse(Scene scene, Referral referral)
    {
        Move(scene, referral, ReferralStatus.Lapsed, ReferralReason.Silent);
        if (scene.Conversation is { LastHeard: null, Step: Step.New }) MyData.Erase(scene);
    }

    static void LapseLater(Scene scene, Referral referral, Instant heard)
    {
        if (ReferralRules.LapsesAt(referral.Status, heard) is { } due)
            scene.Do(new Effect.SetTimer(new Reminders.Timer(TimerKind.ReferralLapses, due, new SetFor.ForReferral(referral.Code))));
    }

    /// <summary>The referrals that a session attended moves on.</summary>
    public static IReadOnlyList<Referral> MovedByAttending(Scene scene) =>
        [.. scene.Conversation.Referrals.Where(r => ReferralRules.Move(r, ReferralStatus.Attended) != r)];

    /// <summary>The youth had not been there after all: the referral is where it was, unless it has gone further since.</summary>
    public static void MoveBack(Scene scene, Referral before)
    {
        if (!scene.Conversation.Referrals.Any(r => r.Code == before.Code && r.Status is ReferralStatus.Attended)) return;
        Put(scene, before);
        LapseLater(scene, before, scene.Conversation.LastHeard ?? scene.Now);
        if (before.By is EntryCodeKind.Ambassador) scene.Do(new Effect.ThankAmbassador(before.Code, Undone: true));
    }

    static void Move(Scene scene, Referral referral, ReferralStatus to, ReferralReason reason)
    {
        var moved = ReferralRules.Move(referral, to);
        if (moved == referral) return;
        Put(scene, moved with { Reason = ReferralRules.IsOpen(to) || to is ReferralStatus.Completed ? ReferralReason.None : reason });
        if (to is ReferralStatus.Attended && referral.By is EntryCodeKind.Ambassador) scene.Do(new Effect.ThankAmbassador(moved.Code));
    }

    static void Put(Scene scene, Referral referral)
    {
        scene.Conversation = scene.Conversation with { Referrals = [.. scene.Conversation.Referrals.Select(r => r.Code == referral.Code ? referral : r)] };
        scene.Do(new Effect.MoveReferral(referral.Code, referral.Status, referral.Reason));
    }
}
