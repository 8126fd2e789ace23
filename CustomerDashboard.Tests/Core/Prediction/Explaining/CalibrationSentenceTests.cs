using CustomerDashboard.Core.Prediction.Explaining;

namespace CustomerDashboard.Tests.Core.Prediction.Explaining;

public class CalibrationSentenceTests
{
    [Fact]
    public void It_counts_the_customers_of_the_nearest_tenth()
    {
        double[] scores = [.. Enumerable.Repeat(0.72, 50), .. Enumerable.Repeat(0.2, 50)];
        bool[] labels = [.. Enumerable.Range(0, 50).Select(i => i < 34), .. Enumerable.Range(0, 50).Select(i => i < 10)];
        CalibrationSentence sentence = CalibrationSentence.Of(scores, labels)!;
        Assert.Equal(50, sentence.Cases);
        Assert.Equal(0.72, sentence.Predicted, 9);
        Assert.Equal(0.68, sentence.Observed, 9);
        Assert.StartsWith("Of 100 customers given 72%, 68 bought", sentence.Text, StringComparison.Ordinal);
        Assert.True(sentence.Holds);

        // Wilson's limits of 34 in 50, worked out by hand: 0.542 and 0.792.
        Assert.Equal(0.542, sentence.Lower, 3);
        Assert.Equal(0.792, sentence.Upper, 3);
    }

    [Fact]
    public void A_chance_that_does_not_hold_is_told_as_such()
    {
        double[] scores = [.. Enumerable.Repeat(0.9, 100)];
        bool[] labels = [.. Enumerable.Range(0, 100).Select(i => i < 50)];
        Assert.False(CalibrationSentence.Of(scores, labels)!.Holds);
    }

    [Fact]
    public void Nothing_is_said_of_a_handful() =>
        Assert.Null(CalibrationSentence.Of([0.7, 0.71, 0.72], [true, false, true]));
}
