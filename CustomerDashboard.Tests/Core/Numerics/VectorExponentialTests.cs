using System.Runtime.Intrinsics;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Tests.Core.Numerics;

public class VectorExponentialTests
{
    [Fact]
    public void Agrees_with_the_library_to_the_last_digits()
    {
        var random = new RandomSource(1);
        for (int i = 0; i < 20_000; i++)
        {
            double x = -random.NextDouble() * Math.Pow(10, random.NextInt(6) - 3);
            double expected = Math.Exp(x);
            Assert.InRange(VectorExponential.OfNonPositive(Vector256.Create(x))[i % 4], expected * (1 - 5e-16), expected * (1 + 5e-16));
        }
    }

    [Fact]
    public void Edges_of_the_range()
    {
        Vector256<double> powers = VectorExponential.OfNonPositive(Vector256.Create(0, -0.0, -1e4, double.NegativeInfinity));
        Assert.Equal([1, 1], [powers[0], powers[1]]);
        Assert.Equal([0, 0], [powers[2], powers[3]]);
        Assert.True(double.IsNaN(VectorExponential.OfNonPositive(Vector256.Create(double.NaN))[0]));
    }
}
