using CustomerDashboard.CommandLine;

return await DashboardCommandLine.RunAsync(args);

/// <summary>The entry point, public so that tests can start the real server.</summary>
public partial class Program;
