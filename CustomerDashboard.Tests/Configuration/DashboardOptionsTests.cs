using CustomerDashboard.Configuration;

namespace CustomerDashboard.Tests.Configuration;

public sealed class DashboardOptionsTests
{
    [Theory]
    [InlineData(-1)]
    [InlineData(65536)]
    public void An_impossible_port_is_refused_with_the_way_to_set_it(int port)
    {
        var result = new DashboardOptionsValidation().Validate(null, new DashboardOptions { Port = port, DataFolder = Path.GetTempPath() });
        Assert.True(result.Failed);
        Assert.Contains("--port", result.FailureMessage, StringComparison.Ordinal);
    }

    [Fact]
    public void A_data_folder_that_cannot_be_made_is_named()
    {
        var file = Path.GetTempFileName();
        try
        {
            var result = new DashboardOptionsValidation().Validate(null, new DashboardOptions { DataFolder = Path.Combine(file, "data") });
            Assert.True(result.Failed);
            Assert.Contains(file, result.FailureMessage, StringComparison.Ordinal);
            Assert.Contains("--data", result.FailureMessage, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
