namespace CustomerDashboard.Core.Learning.Trees;

/// <summary>The least and greatest training value in every bin of every column: what thresholds are put halfway between.</summary>
internal sealed class BinRanges
{
    private const int Stride = 256;

    private readonly double[] _least;
    private readonly double[] _greatest;

    public BinRanges(Numerics.Matrix points, BinCodes codes)
    {
        _least = new double[points.Columns * Stride];
        _greatest = new double[points.Columns * Stride];
        Array.Fill(_least, double.PositiveInfinity);
        Array.Fill(_greatest, double.NegativeInfinity);
        for (int row = 0, place = 0; row < points.Rows; row++)
        {
            for (int column = 0; column < points.Columns; column++, place++)
            {
                double value = points.Values[place];
                int bin = (column * Stride) + codes.ByRow[place];
                _least[bin] = value < _least[bin] ? value : _least[bin];
                _greatest[bin] = value > _greatest[bin] ? value : _greatest[bin];
            }
        }
    }

    /// <summary>Between the greatest value of one bin and the least of a higher one.</summary>
    public double Threshold(int column, int lowerBin, int upperBin) =>
        QuantileCuts.Midpoint(_greatest[(column * Stride) + lowerBin], _least[(column * Stride) + upperBin]);
}
