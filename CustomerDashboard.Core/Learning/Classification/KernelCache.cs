using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>
/// Rows of the kernel matrix in single precision. All are computed at once, on every core, where they fit the room given; else each
/// when it is first needed, and the one longest unused makes way. Safe for several threads.
/// </summary>
internal sealed class KernelCache
{
    private readonly KernelValues _values;
    private readonly float[]?[] _rows;
    private readonly long[] _lastUse;
    private readonly Lock _gate = new();
    private readonly int _capacity;
    private readonly bool _complete;
    private int _held;
    private long _clock;

    public KernelCache(KernelValues values, int megabytes, int? degreeOfParallelism, CancellationToken cancellationToken)
    {
        _values = values;
        _rows = new float[values.Count][];
        _lastUse = new long[values.Count];
        _capacity = (int)Math.Clamp(megabytes * 1_048_576L / (sizeof(float) * (long)values.Stride), 2, int.MaxValue);
        Diagonal = new double[values.Stride];
        for (int row = 0; row < values.Count; row++)
        {
            Diagonal[row] = values.Diagonal(row);
        }

        if (values.Count <= _capacity)
        {
            ParallelWork.Run(values.Count, degreeOfParallelism, row => _rows[row] = Compute(row), cancellationToken);
            _complete = true;
        }
    }

    public int Count => _values.Count;

    public int Stride => _values.Stride;

    /// <summary>The likeness of every row to itself, padded with zeros.</summary>
    public double[] Diagonal { get; }

    /// <summary>The likeness of one row to every row, padded to <see cref="Stride"/>.</summary>
    public float[] Row(int row)
    {
        if (_complete)
        {
            return _rows[row]!;
        }

        lock (_gate)
        {
            _lastUse[row] = ++_clock;
            if (_rows[row] is { } known)
            {
                return known;
            }
        }

        float[] computed = Compute(row);
        lock (_gate)
        {
            if (_rows[row] is null)
            {
                MakeRoom();
                _rows[row] = computed;
                _held++;
            }
        }

        return computed;
    }

    private float[] Compute(int row)
    {
        var values = new float[Stride];
        _values.Write(row, values);
        return values;
    }

    private void MakeRoom()
    {
        if (_held < _capacity)
        {
            return;
        }

        int oldest = -1;
        for (int row = 0; row < _rows.Length; row++)
        {
            if (_rows[row] is not null && (oldest < 0 || _lastUse[row] < _lastUse[oldest]))
            {
                oldest = row;
            }
        }

        _rows[oldest] = null;
        _held--;
    }
}
