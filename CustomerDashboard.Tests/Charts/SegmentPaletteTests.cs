using System.Runtime.CompilerServices;
using CustomerDashboard.Charts;

namespace CustomerDashboard.Tests.Charts;

public sealed class SegmentPaletteTests
{
    [Fact]
    public void Exports_and_pages_use_the_same_colours()
    {
        var styles = File.ReadAllText(Path.Combine(ProjectFolder(), "..", "..", "CustomerDashboard", "wwwroot", "app.css"));
        for (var i = 0; i < SegmentPalette.Count; i++)
            Assert.Contains($"--segment-{i + 1}: {SegmentPalette.Hex(i)};", styles, StringComparison.Ordinal);
        Assert.Contains($"--segment-noise: {SegmentPalette.Hex(-1)};", styles, StringComparison.Ordinal);
    }

    private static string ProjectFolder([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
