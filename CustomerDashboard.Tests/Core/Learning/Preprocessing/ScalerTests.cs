using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.Learning.Preprocessing;

public class ScalerTests
{
    public static TheoryData<ScalingMethod> Methods => [.. Enum.GetValues<ScalingMethod>()];

    [Fact]
    public void Standard_uses_the_population_deviation()
    {
        ScalerModel model = StandardScaler.Fit(Matrix.FromColumns([2, 4, 4, 4, 5, 5, 7, 9], [1, 1, 1, 1, 1, 1, 1, 3]));
        Assert.Equal([5, 1.25], model.Offsets);
        Assert.Equal(2, model.Scales[0]);
        Assert.Equal(Math.Sqrt(0.4375), model.Scales[1], 12);
    }

    [Fact]
    public void Robust_uses_median_and_interpolated_quartiles()
    {
        ScalerModel model = RobustScaler.Fit(Matrix.FromColumns([[1, 2, 3, 1000]]));
        Assert.Equal(2.5, model.Offsets[0]);
        Assert.Equal(252.25 - 1.75, model.Scales[0]);
    }

    [Fact]
    public void MinMax_maps_to_the_unit_interval()
    {
        Matrix scaled = MinMaxScaler.Fit(Matrix.FromColumns([[-2, 0, 6]])).Transform(Matrix.FromColumns([[-2, 0, 6, 14]]));
        Assert.Equal([0, 0.25, 1, 2], scaled.Values);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Constant_columns_are_reported_and_become_zero_or_stay(ScalingMethod method)
    {
        Matrix values = Matrix.FromColumns([1, 2, 3], [0.1, 0.1, 0.1], [1e9 / 3, 1e9 / 3, 1e9 / 3]);
        IScalerModel model = Scaler.Fit(method, values);
        Assert.Equal([1, 2], model.ConstantColumns);
        Assert.Equal(1, model.Scales[1]);
        Matrix scaled = model.Transform(values);
        Assert.All(scaled.Column(1), value => Assert.Equal(method == ScalingMethod.None ? 0.1 : 0, value));
        Assert.All(scaled.Values, value => Assert.True(double.IsFinite(value)));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Missing_and_infinite_values_are_refused_by_name(ScalingMethod method)
    {
        Matrix values = Matrix.FromColumns([1, 2, 3], [1, double.NaN, 3]);
        ArgumentException error = Assert.Throws<ArgumentException>(() => Scaler.Fit(method, values, ["Recency", "Monetary"]));
        Assert.Contains("\"Monetary\"", error.Message, StringComparison.Ordinal);
        Assert.Contains("row 2", error.Message, StringComparison.Ordinal);
        values[1, 1] = double.NegativeInfinity;
        Assert.Contains("Column 2", Assert.Throws<ArgumentException>(() => Scaler.Fit(method, values)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void No_rows_and_other_columns_are_refused(ScalingMethod method)
    {
        Assert.Throws<ArgumentException>(() => Scaler.Fit(method, new Matrix(0, 2)));
        IScalerModel model = Scaler.Fit(method, new Matrix(3, 2));
        Assert.Throws<ArgumentException>(() => model.Transform(new Matrix(3, 1)));
        Assert.Throws<ArgumentException>(() => model.InverseTransform(new Matrix(3, 3)));
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Inverse_undoes_transform(ScalingMethod method)
    {
        Prop.ForAll(ArbMap.Default.GeneratorFor<NormalFloat>().NonEmptyListOf().ToArbitrary(), numbers =>
        {
            double[] column = [.. numbers.Select(number => Math.IEEERemainder(number.Get, 1e6))];
            Matrix values = Matrix.FromColumns(column, [.. column.Select(value => value * value)]);
            IScalerModel model = Scaler.Fit(method, values);
            Matrix back = model.InverseTransform(model.Transform(values));
            double tolerance = 1e-9 * (1 + values.Values.Max(Math.Abs));
            return values.Values.Zip(back.Values).All(pair => Math.Abs(pair.First - pair.Second) <= tolerance);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Standardised_columns_have_mean_0_and_deviation_1()
    {
        var random = new RandomSource(1);
        Matrix values = Matrix.FromColumns([.. Enumerable.Range(0, 999).Select(_ => 1e6 + random.NextGaussian())]);
        double[] scaled = StandardScaler.Fit(values).Transform(values).Values;
        Assert.Equal(0, scaled.Average(), 6);
        Assert.Equal(1, scaled.Average(value => value * value), 9);
    }
}
