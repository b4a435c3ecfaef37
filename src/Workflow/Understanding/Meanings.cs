namespace MdtChatBot.Workflow.Understanding;

/// <summary>Words that always work, in every language and at any moment. Named as in <c>content/phrases/*.yaml</c>, <c>commands</c>.</summary>
public enum Command
{
    Stop,
    Delete,
    Person,
    Menu,
    Language,
    StartAgain,
    Pause,
    MyData,
    Appointment,
    Moved,
    Hello,
    Invitations,
    NoInvitations,
    WithDutch,
    WithoutDutch,
}

/// <summary>What a free message is about. Named as in <c>content/phrases/*.yaml</c>, <c>questions</c>; on a tie the first wins.</summary>
public enum Topic
{
    NoInvitations,
    Stop,
    Delete,
    Person,
    Language,
    Moved,
    Cancel,
    Reschedule,
    CannotPay,
    Asylum,
    Late,
    Confirm,
    WhenWhere,
    Pause,
    NotNow,
    Integration,
    TravelCosts,
    Certificate,
    LanguageLevel,
    WhoCanJoin,
    Moving,
    Tired,
    Money,
    Free,
    Safety,
    Privacy,
    Time,
    Friend,
    Stories,
    Activities,
    Benefits,
    WhatIsMdt,
    BookTrial,
}

/// <summary>Kinds of crisis, each with its own numbers (domain.md 9).</summary>
public enum CrisisKind
{
    Suicide,
    Violence,
    Danger,
}

/// <summary>Whole-message answers.</summary>
public enum SimpleAnswer
{
    Yes,
    No,
    Skip,
    Thanks,
}
