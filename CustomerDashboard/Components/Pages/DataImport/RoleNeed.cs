namespace CustomerDashboard.Components.Pages.DataImport;

/// <summary>Whether a file can be read without a role.</summary>
public enum RoleNeed
{
    Needed,

    /// <summary>The line amount, or quantity and price: one of the two ways to a sum is needed.</summary>
    Amount,
    Optional,
}
