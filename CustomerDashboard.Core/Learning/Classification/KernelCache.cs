using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>
/// Rows of the kernel matrix in single precision. All are computed at once, on every core, where they fit the room given; else each
/// when it is first needed, and the one longest unused makes way. Safe for several threads.
/// </summary>
internal sealed class KernelCache
{
    private const int Group = ColumnarPoints.Group;

    private readonly KernelValues _values;
    private readonly float[] _all = [];
    private readonly float[]?[] _rows = [];
    private readonly long[] _lastUse = [];
    private readonly Lock _gate = new();
    private readonly int _capacity;
    private int _held;
    private long _clock;

    public KernelCache(KernelValues values, int megabytes, int? degreeOfParallelism, CancellationToken cancellationToken)
    {
        _values = values;
        _capacity = (int)Math.Clamp(megabytes * 1_048_576L / (sizeof(float) * (long)values.Stride), 2, int.MaxValue);
        Diagonal = new double[values.Stride];
        for (int row = 0; row < values.Count; row++)
        {
            Diagonal[row] = values.Diagonal(row);
        }

        long size = (long)values.Count * values.Stride;
        if (values.Count <= _capacity && size <= Array.MaxLength)
        {
            // One array: thousands of small ones would be moved about by the garbage collector.
            _all = GC.AllocateUninitializedArray<float>((int)size);
            ParallelWork.Run(values.Stride / Group, degreeOfParallelism, ComputeGroup, cancellationToken);
            return;
        }

        _rows = new float[values.Count][];
        _lastUse = new long[values.Count];
    }

    public int Count => _values.Count;

    public int Stride => _values.Stride;

    /// <summary>The likeness of every row to itself, padded with zeros.</summary>
    public double[] Diagonal { get; }

    /// <summary>The likeness of one row to every row, padded to <see cref="Stride"/>.</summary>
    public ReadOnlySpan<float> Row(int row)
    {
        if (_rows.Length == 0)
        {
            return All(row);
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

    private Span<float> All(int row) => _all.AsSpan(row * Stride, Stride);

    private float[] Compute(int row)
    {
        float[] values = GC.AllocateUninitializedArray<float>(Stride);
        _values.Write(row, values);
        return values;
    }

    /// <summary>Computes a group of rows from the diagonal on, and copies what lies right of the group to the columns below it.</summary>
    private void ComputeGroup(int group)
    {
        int first = group * Group;
        int end = Math.Min(first + Group, Count);
        for (int row = first; row < end; row++)
        {
            _values.Write(row, All(row), first);
        }

        for (int row = first + Group; row < Count; row++)
        {
            Span<float> mirrored = All(row).Slice(first, Group);
            int place = (first * Stride) + row;
            for (int i = 0; i < mirrored.Length; i++)
            {
                mirrored[i] = _all[place];
                place += Stride;
            }
        }
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
