using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Tests.Core.Numerics;

public sealed class HypergeometricFunctionTests
{
    // Values of mpmath with 40 digits.
    [Theory]
    [InlineData(0.243, 0.793, 2.219, 0.5, 1.053623670672881)]
    [InlineData(2.24259, 4.42575, 4.21864, 0.5456, 6.4815875143014222)]
    [InlineData(302.6, 305.7, 304.9, 0.9, 2.4982303372580671e+303)]
    [InlineData(0.5, 0.5, 1.5, 0.99, 1.4780376623747748)]
    [InlineData(1.2, 3.4, 5.6, -7.5, 0.14330032363214904)]
    [InlineData(10.5, 12.25, 0.3, 0.25, 6537174.3398214782)]
    [InlineData(55.5, 2.5, 58.5, 0.97, 892.07080238178903)]
    [InlineData(5, 3, -1.5, 0.3, 3716.9606173340449)]
    public void Agrees_with_high_precision(double a, double b, double c, double z, double expected) =>
        Assert.Equal(1, HypergeometricFunction.Value(a, b, c, z) / expected, 1e-11);

    [Fact]
    public void Known_cases_hold()
    {
        Assert.Equal(1, HypergeometricFunction.Value(3, 4, 5, 0));
        Assert.Equal(-Math.Log(1 - 0.3) / 0.3, HypergeometricFunction.Value(1, 1, 2, 0.3), 1e-14);
        Assert.Equal(Math.Pow(1 - 0.8, -2.5), HypergeometricFunction.Value(2.5, 7, 7, 0.8), 1e-9);
    }

    [Fact]
    public void A_product_with_a_power_stays_finite_where_the_function_alone_does_not()
    {
        // 2F1(a, b; b; z) = (1 - z)^-a, so the product is 1.
        Assert.Equal(1, HypergeometricFunction.TimesPower(2000, 3, 3, 0.9, 2000), 1e-9);
        Assert.True(double.IsInfinity(HypergeometricFunction.Value(2000, 3, 3, 0.9)));
    }

    [Theory]
    [InlineData(1, 1, 0, 0.5)]
    [InlineData(1, 1, -2, 0.5)]
    [InlineData(1, 1, 2, 1)]
    [InlineData(double.NaN, 1, 2, 0.5)]
    public void Refuses_where_it_is_not_defined(double a, double b, double c, double z) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => HypergeometricFunction.Value(a, b, c, z));
}
