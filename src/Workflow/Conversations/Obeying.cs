using System.Diagnostics;
using MdtChatBot.Workflow.Invitations;
using MdtChatBot.Workflow.Journey;
using MdtChatBot.Workflow.Understanding;

namespace MdtChatBot.Workflow.Conversations;

/// <summary>Global words and topics, and what follows from each.</summary>
static class Obeying
{
    /// <summary>The global word that a message is; null where it is none, or one that is not meant for the bot now.</summary>
    public static Command? CommandIn(Scene scene, Heard heard) => Meant(scene, scene.Phrases.CommandIn(heard, scene.Conversation.Language));

    /// <summary>The same, with slips of the keyboard.</summary>
    public static Command? CommandNear(Scene scene, Heard heard) => Meant(scene, scene.Phrases.CommandNear(heard, scene.Conversation.Language));

    static Command? Meant(Scene scene, Command? heard)
    {
        if (heard is not { } command) return null;
        if (scene.Conversation.Step is Step.New && command is not (Command.Stop or Command.Delete or Command.NoInvitations)) return null;

        // Selam is a greeting and a name; so is many a wish.
        if (command is Command.Hello && scene.Conversation.Step is Step.AskingName or Step.AskingWish) return null;
        if (WithCoach.IsSilent(scene) && command is Command.Hello or Command.Person or Command.Moved or Command.Pause or Command.StartAgain) return null;
        return command;
    }

    public static void Do(Scene scene, Command command, Heard heard)
    {
        if (scene.Conversation.Language is null && scene.Interpreter.LanguagesOf(heard) is [var guessed] && scene.Catalogue.Has(guessed))
            scene.Conversation = scene.Conversation with { Language = guessed };
        if (command is not (Command.Stop or Command.Delete or Command.MyData or Command.NoInvitations)) Stopping.Return(scene);
        switch (command)
        {
            case Command.Stop: Stopping.Stop(scene); break;
            case Command.Delete: MyData.AskDelete(scene); break;
            case Command.Person: WithCoach.Ask(scene); break;
            case Command.Language: ChoosingLanguage.Ask(scene, [scene.Language]); break;
            case Command.WithDutch or Command.WithoutDutch: DutchBelow.Set(scene, command is Command.WithDutch); break;
            case Command.Pause: Pausing.AskPause(scene); break;
            case Command.MyData: MyData.Show(scene); break;
            case Command.Appointment: Appointment.Show(scene); break;
            case Command.Moved: Moving.Ask(scene); break;
            case Command.StartAgain: StartAgain(scene); break;
            case Command.NoInvitations: Permitting.End(scene, ConsentWay.Words); break;
            case Command.Invitations: Permitting.Show(scene); break;
            case Command.Menu when scene.Conversation.Language is not null: TheMenu.Show(scene); break;
            case Command.Menu or Command.Hello: Welcoming.Again(scene); break;
            default: throw new UnreachableException();
        }
    }

    public static void Do(Scene scene, Topic topic)
    {
        var next = scene.OpenBookings.Count > 0 ? scene.OpenBookings[0].Session.Id : (SessionId?)null;
        switch (topic)
        {
            case Topic.NoInvitations: Permitting.End(scene, ConsentWay.Words); break;
            case Topic.Stop: Stopping.Stop(scene); break;
            case Topic.Delete: MyData.AskDelete(scene); break;
            case Topic.Person: WithCoach.Ask(scene); break;
            case Topic.Language: ChoosingLanguage.Ask(scene, [scene.Language]); break;
            case Topic.Moved: Moving.Ask(scene); break;
            case Topic.Cancel when next is { } booked: Appointment.AskCancel(scene, booked); break;
            case Topic.Reschedule when next is { } booked: Appointment.OtherDay(scene, booked); break;
            case Topic.Confirm when next is { } booked: Appointment.Confirm(scene, booked); break;
            case Topic.Late: Appointment.Late(scene); break;
            case Topic.Cancel or Topic.WhenWhere: Appointment.Show(scene); break;
            case Topic.Pause: Pausing.AskPause(scene); break;
            case Topic.NotNow: Pausing.AskNotNow(scene); break;
            case Topic.CannotPay: Answers.TravelHelp(scene); break;
            case Topic.TravelCosts: Answers.Travel(scene); break;
            case Topic.Friend: BringingFriend.Invite(scene); break;
            case Topic.Activities: Activities.Show(scene); break;
            case Topic.BookTrial or Topic.Reschedule or Topic.Confirm: ChoosingSession.Enter(scene); break;
            default: Answers.Give(scene, Answers.ItemOf(topic)); break;
        }
    }

    // From the menu again; what the youth told stays, but interests are asked anew. Bookings stand.
    static void StartAgain(Scene scene)
    {
        scene.Conversation = scene.Conversation with { Interests = [], Question = null, Step = new Step.InMenu() };
        Welcoming.Again(scene);
    }
}
