using CustomerDashboard.Core.Cleaning;

namespace CustomerDashboard.Tests.Core.Cleaning;

/// <summary>A handful of lines through the rules.</summary>
public abstract class CleaningCase
{
    protected static readonly DateTime Noon = new(2024, 5, 1, 12, 0, 0);

    private protected static CleaningResult Run(CleaningOptions options, params Line[] lines) =>
        CleaningPipeline.Run(Line.Table(lines), options, cancellationToken: TestContext.Current.CancellationToken);

    protected static void AssertRefused(CleaningOptions options, string words) =>
        Assert.Contains(words, Assert.ThrowsAny<ArgumentException>(options.Validate).Message, StringComparison.Ordinal);
}
