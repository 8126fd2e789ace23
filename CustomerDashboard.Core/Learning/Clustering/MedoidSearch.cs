using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Clustering;

/// <summary>
/// The swaps of FasterPAM. A point is tried in the place of every medoid at once and takes the best one as soon as that helps.
/// Blocks of points are tried on several threads against the same medoids; the first in order that helps is taken,
/// so the result is that of trying one after the other.
/// </summary>
internal sealed class MedoidSearch
{
    /// <summary>Swaps are many at first, and each one makes the blocks tried after it worthless; later whole batches find none.</summary>
    private const int MostBlocksAtOnce = 16;

    /// <summary>A swap must gain more than rounding can, or two points could replace each other for ever.</summary>
    private const double LeastGain = 1e-9;

    private readonly CondensedDistances _distances;
    private readonly int[] _medoids;
    private readonly float[][] _medoidRows;
    private readonly bool[] _isMedoid;
    private readonly int[] _nearest;
    private readonly float[] _nearestDistance;
    private readonly float[] _secondDistance;
    private int _swaps;
    private bool _converged;

    public MedoidSearch(CondensedDistances distances, int[] medoids)
    {
        _distances = distances;
        _medoids = medoids;
        _isMedoid = new bool[distances.Count];
        _nearest = new int[distances.Count];
        _nearestDistance = new float[distances.Count];
        _secondDistance = new float[distances.Count];
        _medoidRows = new float[medoids.Length][];
        for (int cluster = 0; cluster < medoids.Length; cluster++)
        {
            _medoidRows[cluster] = Row(medoids[cluster]);
            _isMedoid[medoids[cluster]] = true;
        }

        Refresh();
    }

    /// <summary>The sum of the distances of the points to their medoids.</summary>
    public double TotalDistance { get; private set; }

    /// <summary>Replaces medoids until that helps no more.</summary>
    public void Improve(int maxPasses, int? degreeOfParallelism, CancellationToken cancellationToken)
    {
        int count = _distances.Count;
        int blocks = (count + MedoidTrial.Width - 1) / MedoidTrial.Width;
        var trials = new MedoidTrial[MostBlocksAtOnce];
        for (int i = 0; i < trials.Length; i++)
        {
            trials[i] = new MedoidTrial(_distances, _medoids.Length);
        }

        int next = 0;
        int sinceSwap = 0;
        int blocksAtOnce = 1;
        for (long tried = 0; sinceSwap < count && tried < (long)maxPasses * count;)
        {
            int block = next / MedoidTrial.Width;
            int batch = Math.Min(blocksAtOnce, blocks - block);
            double[] removal = RemovalLosses();
            ParallelWork.Run(
                batch,
                degreeOfParallelism,
                i => trials[i].Try((block + i) * MedoidTrial.Width, removal, _nearest, _nearestDistance, _secondDistance),
                cancellationToken);
            int end = Math.Min(count, (block + batch) * MedoidTrial.Width);
            int candidate = next;
            while (candidate < end)
            {
                MedoidTrial trial = trials[(candidate / MedoidTrial.Width) - block];
                int lane = candidate % MedoidTrial.Width;
                if (!_isMedoid[candidate] && trial.Change(lane) < -LeastGain * TotalDistance)
                {
                    Swap(trial.Replaced(lane), candidate);
                    break;
                }

                candidate++;
                sinceSwap++;
            }

            blocksAtOnce = Math.Min(MostBlocksAtOnce, blocksAtOnce * 2);
            if (candidate < end)
            {
                candidate++;
                sinceSwap = 0;
                blocksAtOnce = 1;
            }

            tried += candidate - next;
            next = candidate == count ? 0 : candidate;
        }

        _converged = sinceSwap >= count;
    }

    /// <summary>Puts the clusters into their lasting order, the largest first.</summary>
    public KMedoidsModel ToModel()
    {
        int clusters = _medoids.Length;
        int[] order = new int[clusters];
        for (int cluster = 0; cluster < clusters; cluster++)
        {
            order[cluster] = cluster;
        }

        // A tie between medoids is settled by their order, so another order can move a point.
        const int MaximumRounds = 10;
        int[] labels = [];
        int[] sizes = [];
        for (int round = 0; round < MaximumRounds; round++)
        {
            (labels, sizes) = Assign(order);
            var positions = new int[clusters];
            for (int i = 0; i < clusters; i++)
            {
                positions[i] = i;
            }

            Array.Sort(positions, (a, b) => sizes[a] != sizes[b] ? sizes[b].CompareTo(sizes[a]) : _medoids[order[a]].CompareTo(_medoids[order[b]]));
            int[] sorted = [.. Array.ConvertAll(positions, position => order[position])];
            if (sorted.AsSpan().SequenceEqual(order))
            {
                break;
            }

            order = sorted;
        }

        return new KMedoidsModel(Array.ConvertAll(order, cluster => _medoids[cluster]), labels, sizes, TotalDistance, _swaps, _converged);
    }

    private (int[] Labels, int[] Sizes) Assign(int[] order)
    {
        var labels = new int[_distances.Count];
        var sizes = new int[order.Length];
        for (int point = 0; point < labels.Length; point++)
        {
            int nearest = 0;
            for (int i = 1; i < order.Length; i++)
            {
                nearest = _medoidRows[order[i]][point] < _medoidRows[order[nearest]][point] ? i : nearest;
            }

            labels[point] = nearest;
            sizes[nearest]++;
        }

        return (labels, sizes);
    }

    private void Swap(int cluster, int candidate)
    {
        _isMedoid[_medoids[cluster]] = false;
        _isMedoid[candidate] = true;
        _medoids[cluster] = candidate;
        _medoidRows[cluster] = Row(candidate);
        _swaps++;
        Refresh();
    }

    /// <summary>How much longer the total would be without each medoid, its points going to the second nearest.</summary>
    private double[] RemovalLosses()
    {
        var losses = new double[_medoids.Length];
        for (int point = 0; point < _nearest.Length; point++)
        {
            losses[_nearest[point]] += (double)_secondDistance[point] - _nearestDistance[point];
        }

        return losses;
    }

    private void Refresh()
    {
        TotalDistance = 0;
        for (int point = 0; point < _nearest.Length; point++)
        {
            float nearest = float.PositiveInfinity;
            float second = float.PositiveInfinity;
            for (int cluster = 0; cluster < _medoidRows.Length; cluster++)
            {
                float distance = _medoidRows[cluster][point];
                if (distance < nearest)
                {
                    (second, nearest) = (nearest, distance);
                    _nearest[point] = cluster;
                }
                else
                {
                    second = Math.Min(second, distance);
                }
            }

            _nearestDistance[point] = nearest;

            // With one cluster there is no second: the trial then compares with the candidate alone.
            _secondDistance[point] = second;
            TotalDistance += nearest;
        }
    }

    private float[] Row(int point)
    {
        var row = new float[_distances.Count];
        for (int other = 0; other < row.Length; other++)
        {
            row[other] = _distances[point, other];
        }

        return row;
    }
}
