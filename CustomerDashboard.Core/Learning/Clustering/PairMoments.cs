namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>Weighted sums of pairs of numbers and their products.</summary>
internal struct PairMoments
{
    private double _weight;
    private double _x;
    private double _y;
    private double _xx;
    private double _yy;
    private double _xy;

    public void AddPair(double x, double y, double weight)
    {
        _weight += weight;
        _x += weight * x;
        _y += weight * y;
        _xx += weight * x * x;
        _yy += weight * y * y;
        _xy += weight * x * y;
    }

    public void Add(in PairMoments other)
    {
        _weight += other._weight;
        _x += other._x;
        _y += other._y;
        _xx += other._xx;
        _yy += other._yy;
        _xy += other._xy;
    }

    /// <summary>Pearson's correlation; NaN when x or y does not vary by more than rounding.</summary>
    public readonly double Correlation()
    {
        const double Rounding = 1e-13;
        double xVariance = _xx - (_x * _x / _weight);
        double yVariance = _yy - (_y * _y / _weight);
        return xVariance > _xx * Rounding && yVariance > _yy * Rounding
            ? Math.Clamp((_xy - (_x * _y / _weight)) / Math.Sqrt(xVariance * yVariance), -1, 1)
            : double.NaN;
    }
}
