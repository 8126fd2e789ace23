namespace CustomerDashboard.Configuration;

/// <summary>Settings of the server: section <c>CustomerDashboard</c> of the configuration, or <c>--port</c> and <c>--data</c>.</summary>
public sealed class DashboardOptions
{
    public const string Section = "CustomerDashboard";
    public const int DefaultPort = 5080;

    /// <summary>Port on the loopback address; 0 lets the system choose one.</summary>
    public int Port { get; set; } = DefaultPort;

    /// <summary>Full path of the folder where workspaces are kept.</summary>
    public string DataFolder { get; set; } = DefaultDataFolder;

    private static string DefaultDataFolder
    {
        get
        {
            var perUser = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
            // A service account may have no home folder.
            return Path.Combine(perUser.Length > 0 ? perUser : AppContext.BaseDirectory, "customer-dashboard-data");
        }
    }
}
