namespace CustomerDashboard.Components.Layout;

public enum ShellJobState
{
    Waiting,
    Running,
    Done,
    Failed,
    Cancelled,
}
