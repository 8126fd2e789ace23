using CustomerDashboard.Workspaces;

namespace CustomerDashboard.Tests.Workspaces;

public class WorkspaceOptionsValidationTests
{
    [Fact]
    public void The_defaults_can_be_used() =>
        Assert.True(new WorkspaceOptionsValidation().Validate(null, new WorkspaceOptions()).Succeeded);

    [Fact]
    public void A_limit_that_cannot_be_kept_is_refused_at_start()
    {
        Assert.True(new WorkspaceOptionsValidation().Validate(null, new WorkspaceOptions { MaxColumns = 0 }).Failed);
        Assert.True(new WorkspaceOptionsValidation().Validate(null, new WorkspaceOptions { MaxUploadBytes = -1 }).Failed);
        Assert.True(new WorkspaceOptionsValidation().Validate(null, new WorkspaceOptions { LoadedResults = 0 }).Failed);
    }

    [Fact]
    public void The_limits_reach_the_importer()
    {
        var options = new WorkspaceOptions { MaxUploadBytes = 5, MaxColumns = 6, MaxUnpackedBytes = 7, MaxRows = 8 };
        Assert.Equal(5, options.Limits.MaxFileBytes);
        Assert.Equal(6, options.Limits.MaxColumns);
        Assert.Equal(7, options.Limits.MaxUnpackedBytes);
        Assert.Equal(8, options.Limits.MaxRows);
    }
}
