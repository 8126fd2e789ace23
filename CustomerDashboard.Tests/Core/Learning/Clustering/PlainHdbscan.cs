using CustomerDashboard.Core.Learning.Clustering;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Tests.Core.Learning.Clustering;

/// <summary>HDBSCAN as it is defined, from the matrix of all distances and without any tree: slow, and easy to check by eye.</summary>
internal sealed class PlainHdbscan
{
    private readonly double[,] _reach;
    private readonly double _mostDense = 1;
    private readonly int _minSize;
    private readonly double[] _density;
    private readonly List<Group> _groups = [];

    public PlainHdbscan(Matrix points, HdbscanOptions options)
    {
        int count = points.Rows;
        int[] all = [.. Enumerable.Range(0, count)];
        Labels = [.. all.Select(_ => -1)];
        Probabilities = new double[count];
        _density = new double[count];
        _minSize = options.MinClusterSize;
        _reach = new double[count, count];
        if (count < options.MinClusterSize)
        {
            return;
        }

        int k = Math.Min(options.MinSamples ?? options.MinClusterSize, count - 1);
        double Distance(int a, int b) => Math.Sqrt(Enumerable.Range(0, points.Columns).Aggregate(0.0, (sum, column) => sum + ((points[a, column] - points[b, column]) * (points[a, column] - points[b, column]))));
        double[] core = [.. all.Select(row => all.Where(other => other != row).Select(other => Distance(row, other)).Order().ElementAt(k - 1))];
        foreach (int a in all)
        {
            foreach (int b in all)
            {
                _reach[a, b] = Math.Max(Distance(a, b), Math.Max(core[a], core[b]));
            }
        }

        double[] events = [.. Events(all).Where(distance => distance > 0)];
        _mostDense = events.Length == 0 ? 1 : 1 / events.Min();
        Grow(all, -1, 0);
        bool[] selected = Select(options);
        for (int group = 0; group < _groups.Count; group++)
        {
            if (!selected[group])
            {
                continue;
            }

            Stabilities.Add(_groups[group].Stability);
            foreach (int member in _groups[group].Members.Where(member => group > 0 || _density[member] >= _groups[0].Death))
            {
                Labels[member] = group;
                Probabilities[member] = Math.Min(1, _density[member] / _groups[group].Death);
            }
        }
    }

    public int[] Labels { get; }

    public double[] Probabilities { get; }

    public List<double> Stabilities { get; } = [];

    /// <summary>All distances at which a set of points falls into more parts.</summary>
    private IEnumerable<double> Events(int[] members)
    {
        if (members.Length < 2)
        {
            return [];
        }

        double distance = FallsApartAt(members);
        return Parts(members, distance).SelectMany(Events).Append(distance);
    }

    private void Grow(int[] members, int parent, double birth)
    {
        int number = _groups.Count;
        _groups.Add(new Group(parent, members, 0, 0));
        double stability = 0;
        int[] current = members;
        while (true)
        {
            double distance = FallsApartAt(current);
            double density = distance == 0 ? _mostDense : Math.Min(_mostDense, 1 / distance);
            int[][] large = [.. Parts(current, distance).Where(part => part.Length >= _minSize)];
            int[] leaving = [.. current.Except(large.SelectMany(part => part))];
            foreach (int member in leaving)
            {
                _density[member] = density;
            }

            if (large.Length == 1)
            {
                stability += leaving.Length * (density - birth);
                current = large[0];
                continue;
            }

            _groups[number] = new Group(parent, members, density, stability + (current.Length * (density - birth)));
            foreach (int[] part in large)
            {
                Grow(part, number, density);
            }

            return;
        }
    }

    private bool[] Select(HdbscanOptions options)
    {
        var selected = new bool[_groups.Count];
        double Choose(int group)
        {
            int[] parts = [.. Enumerable.Range(0, _groups.Count).Where(other => _groups[other].Parent == group)];
            double below = parts.Sum(Choose);
            bool allowed = group > 0 || options.AllowSingleCluster;
            if (!allowed || (options.Selection == HdbscanSelection.Leaves ? parts.Length > 0 : _groups[group].Stability < below))
            {
                return below;
            }

            void Clear(int from)
            {
                for (int other = 0; other < _groups.Count; other++)
                {
                    if (_groups[other].Parent == from)
                    {
                        selected[other] = false;
                        Clear(other);
                    }
                }
            }

            Clear(group);
            selected[group] = true;
            return _groups[group].Stability;
        }

        Choose(0);
        return selected;
    }

    /// <summary>The smallest distance that still connects the points.</summary>
    private double FallsApartAt(int[] members) =>
        members.SelectMany(a => members.Where(b => b != a).Select(b => _reach[a, b])).Distinct().Order()
            .First(distance => Parts(members, Math.BitIncrement(distance)).Count == 1);

    /// <summary>The points that hang together by distances below a limit.</summary>
    private List<int[]> Parts(int[] members, double below)
    {
        var parts = new List<int[]>();
        var left = new HashSet<int>(members);
        while (left.Count > 0)
        {
            var part = new List<int> { left.First() };
            left.Remove(part[0]);
            for (int i = 0; i < part.Count; i++)
            {
                int[] near = [.. left.Where(other => _reach[part[i], other] < below)];
                part.AddRange(near);
                left.ExceptWith(near);
            }

            parts.Add([.. part]);
        }

        return parts;
    }

    private sealed record Group(int Parent, int[] Members, double Death, double Stability);
}
