using Bunit;
using CustomerDashboard.Components.Layout;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerDashboard.Tests.Components.Layout;

public sealed class JobStatusTests : DashboardTestContext
{
    private readonly FakeShell shell = new() { Current = new ShellWorkspace("1", "Shop", "") };

    public JobStatusTests() => Services.AddScoped<IShellContext>(_ => shell);

    [Fact]
    public void A_workspace_at_rest_is_ready() => Assert.Equal("Ready", Render<JobStatus>().Find("summary").TextContent.Trim());

    [Fact]
    public void A_file_that_cannot_be_read_is_not_called_ready()
    {
        var unread = new FakeShell { Current = new ShellWorkspace("1", "Shop", ""), Standing = new ShellStanding("Cannot be read", "bad") };
        Services.AddScoped<IShellContext>(_ => unread);
        var chip = Render<JobStatus>().Find("summary");
        Assert.Equal("Cannot be read", chip.TextContent.Trim());
        Assert.Contains("chip-bad", chip.ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public void A_running_job_shows_its_share_and_can_be_cancelled()
    {
        var chip = Render<JobStatus>();
        shell.Jobs = [new ShellJob("7", "Finding segments", ShellJobState.Running, 0.43, "k = 5")];
        shell.Raise();
        chip.WaitForAssertion(() => Assert.Equal("Running 43%", chip.Find("summary").TextContent.Trim()));
        chip.Find("button").Click();
        Assert.Equal(["7"], shell.Cancelled);
    }

    [Fact]
    public void A_failure_stays_in_sight()
    {
        shell.Jobs = [new ShellJob("7", "Reading the file", ShellJobState.Failed, null, "Row 4 has no date."), new ShellJob("6", "Reading", ShellJobState.Done, 1, null)];
        var chip = Render<JobStatus>();
        Assert.Equal("Failed", chip.Find("summary").TextContent.Trim());
        Assert.Contains("Row 4 has no date.", chip.Markup, StringComparison.Ordinal);
    }
}
