using System.Globalization;
using CustomerDashboard.Components.Pages.DataImport;

namespace CustomerDashboard.Tests.Dashboard.Pages.DataImport;

public sealed class UploadProblemTests
{
    private static readonly FileLimits Limits = new(1L << 30, 8L << 30, 1000);

    public UploadProblemTests() => CultureInfo.CurrentCulture = new CultureInfo("en-GB");

    [Theory]
    [InlineData(0L, "0 bytes")]
    [InlineData(999L, "999 bytes")]
    [InlineData(1536L, "1.5 kB")]
    [InlineData(39020177L, "37 MB")]
    [InlineData(1L << 30, "1 GB")]
    public void Sizes_are_written_as_a_desktop_shows_them(long bytes, string words) => Assert.Equal(words, ByteSize.Words(bytes));

    [Fact]
    public void The_limits_are_stated() =>
        Assert.EndsWith("Up to 1 GB, 8 GB unpacked, 1,000 columns.", Limits.Words, StringComparison.Ordinal);

    [Theory]
    [InlineData("tooLarge", "1.5 GB")]
    [InlineData("empty", "no content")]
    [InlineData("folder", "choose one file")]
    [InlineData("several", ".zip")]
    public void What_is_not_sent_is_explained(string reason, string words) =>
        Assert.Contains(words, UploadProblem.Refused("a.csv", 1610612736, reason, Limits).Words, StringComparison.Ordinal);

    [Theory]
    [InlineData(0, "", "connection broke")]
    [InlineData(413, "", "no file of this size")]
    [InlineData(413, "Larger than 5 MB.", "Larger than 5 MB.")]
    [InlineData(400, "", "Load the page again")]
    [InlineData(507, "", "no room")]
    [InlineData(500, "", "500")]
    public void What_the_server_refused_is_explained(int status, string message, string words) =>
        Assert.Contains(words, UploadProblem.FromServer("a.csv", status, message).Words, StringComparison.Ordinal);

    [Fact]
    public void Fewer_bytes_than_the_file_has_are_no_success() =>
        Assert.Contains("10 of 20 bytes", UploadProblem.Incomplete("a.csv", 10, 20).Words, StringComparison.Ordinal);
}
