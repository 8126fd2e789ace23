using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.Learning.Preprocessing;

public class LogTransformTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0.69314718055994531)]
    [InlineData(-1, -0.69314718055994531)]
    [InlineData(1e-10, 9.9999999995e-11)]
    public void Values(double value, double expected) => Assert.Equal(expected, LogTransform.Apply(value), Math.Abs(expected) * 1e-15);

    [Fact]
    public void Only_the_given_columns_change()
    {
        Matrix values = Matrix.FromColumns([1, 2], [1, 2]);
        Matrix result = LogTransform.Transform(values, [1]);
        Assert.Equal([1, 2], result.Column(0));
        Assert.Equal([Math.Log(2), Math.Log(3)], result.Column(1));
        Assert.Equal([1, 2], values.Column(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => LogTransform.Transform(values, [2]));
    }

    [Fact]
    public void Inverse_undoes_and_order_is_kept() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<NormalFloat>(),
            ArbMap.Default.ArbFor<NormalFloat>(),
            (x, y) =>
            {
                double a = LogTransform.Apply(x.Get), b = LogTransform.Apply(y.Get);
                return Math.Abs(LogTransform.Invert(a) - x.Get) <= 1e-12 * Math.Abs(x.Get) * (1 + Math.Abs(a))
                    && (x.Get <= y.Get ? a <= b : a >= b);
            }).QuickCheckThrowOnFailure();
}
