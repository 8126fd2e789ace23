namespace CustomerDashboard.Core.Personas;

/// <summary>What the goal of an action counts.</summary>
internal enum ActionGoal
{
    /// <summary>Keep customers buying: the value is the spend that would be lost.</summary>
    Keep,

    /// <summary>One more order from a share of the customers.</summary>
    OneMoreOrder,

    /// <summary>An order from a share of those who have gone quiet.</summary>
    WinBack,

    /// <summary>A second order from a share of those who bought once.</summary>
    SecondOrder,

    /// <summary>A larger average order.</summary>
    RaiseOrder,

    /// <summary>New customers brought by these.</summary>
    Refer,

    /// <summary>A smaller share of cancelled orders.</summary>
    FewerReturns,

    /// <summary>A smaller share bought below the usual price.</summary>
    LessDiscount,

    /// <summary>More different products per customer.</summary>
    MoreProducts,

    /// <summary>Members of a programme.</summary>
    Enrol,

    /// <summary>Mails not sent, at four a year instead of twelve.</summary>
    FewerMails,

    /// <summary>Answers to a question.</summary>
    Listen,
}
