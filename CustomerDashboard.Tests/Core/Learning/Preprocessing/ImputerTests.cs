using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Tests.Core.Learning.Preprocessing;

public class ImputerTests
{
    private static readonly Matrix Gaps = new(4, 2, [1, double.NaN, 2, 10, 6, double.NaN, double.NaN, 30]);

    [Theory]
    [InlineData(ImputationMethod.Mean, 3, 20)]
    [InlineData(ImputationMethod.Median, 2, 20)]
    [InlineData(ImputationMethod.Constant, -1, -1)]
    public void Gaps_get_what_was_learned(ImputationMethod method, double first, double second)
    {
        ImputerModel model = Imputer.Fit(Gaps, new ImputerOptions { Method = method, Constant = -1 });
        Matrix filled = model.Transform(Gaps);
        Assert.Equal([first, second], model.Fills);
        Assert.Equal([1, second, 2, 10, 6, second, first, 30], filled.Values);
    }

    [Fact]
    public void Indicators_stand_behind_and_are_named()
    {
        ImputerModel model = Imputer.Fit(new Matrix(2, 2, [1, double.NaN, 2, 5]), new ImputerOptions { AddIndicators = true });
        Assert.Equal([1], model.IndicatorColumns);
        Assert.Equal([1.5, 7, 0], model.Transform(new Matrix(1, 2, [double.NaN, 7])).Values);
        Assert.Equal([2, 5, 1], model.Transform(new Matrix(1, 2, [2, double.NaN])).Values);
        Assert.Equal(["Age", "Income", "Income is missing"], model.OutputNames(["Age", "Income"]));
    }

    [Fact]
    public void A_column_without_values_is_named_with_a_way_on()
    {
        var empty = new Matrix(2, 2, [1, double.NaN, 2, double.NaN]);
        var fault = Assert.Throws<ArgumentException>(() => Imputer.Fit(empty, null, ["Age", "Income"]));
        Assert.Contains("\"Income\" has no value in any row; leave it out", fault.Message, StringComparison.Ordinal);
        Assert.Equal([1, 0, 2, 0], Imputer.Fit(empty, new ImputerOptions { Method = ImputationMethod.Constant }).Transform(empty).Values);
        Assert.Throws<ArgumentException>(() => Imputer.Fit(new Matrix(1, 1, [double.PositiveInfinity]), null));
        Assert.Throws<ArgumentException>(() => Imputer.Fit(Gaps, null).Transform(new Matrix(1, 3)));
    }

    [Fact]
    public void Ordinal_numbers_follow_the_order_given_or_the_alphabet()
    {
        string[] categories = ["large", "small", "medium", "unused"];
        int[] codes = [0, 1, 2, -1];
        Assert.Equal([0, 2, 1, double.NaN], OrdinalEncoder.Fit(codes, categories).Transform(codes, categories));
        OrdinalModel model = OrdinalEncoder.Fit(codes, categories, ["small", "medium", "large"]);
        Assert.Equal([2, 0, 1, double.NaN], model.Transform(codes, categories));
        Assert.Equal([double.NaN, 1], model.Transform([0, 1], ["never seen", "medium"]));
        var fault = Assert.Throws<ArgumentException>(() => OrdinalEncoder.Fit(codes, categories, ["small", "large"]));
        Assert.Contains("\"medium\"", fault.Message, StringComparison.Ordinal);
    }
}
