using System.Globalization;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Classification;

/// <summary>Several yes/no classifiers that vote with their probabilities: the weighted mean of what each says (soft voting).</summary>
/// <remarks>J. Kittler et al., "On combining classifiers", 1998 (the sum rule). Costs the sum of its members.</remarks>
public sealed class VotingEnsemble : IClassifier
{
    private readonly IClassifier[] _members;
    private readonly double[] _weights;

    /// <summary>Chooses the members.</summary>
    /// <param name="members">At least one classifier.</param>
    /// <param name="weights">How much each has to say; null for the same.</param>
    /// <exception cref="ArgumentException">No member, or not one positive weight for each.</exception>
    public VotingEnsemble(IReadOnlyList<IClassifier> members, IReadOnlyList<double>? weights = null)
    {
        ArgumentNullException.ThrowIfNull(members);
        if (members.Count == 0)
        {
            throw new ArgumentException("An ensemble needs at least one member.", nameof(members));
        }

        _members = [.. members];
        _weights = [.. weights ?? [.. Enumerable.Repeat(1.0, members.Count)]];
        if (_weights.Length != _members.Length)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"There are {_members.Length} members but {_weights.Length} weights."), nameof(weights));
        }

        double sum = 0;
        foreach (double weight in _weights)
        {
            if (!(weight > 0) || double.IsInfinity(weight))
            {
                throw new ArgumentException("The weight of a member must be a positive number.", nameof(weights));
            }

            sum += weight;
        }

        for (int i = 0; i < _weights.Length; i++)
        {
            _weights[i] /= sum;
        }
    }

    /// <inheritdoc />
    public string Name => "Voting";

    /// <inheritdoc />
    public IClassifierModel Fit(
        Matrix points, ReadOnlySpan<bool> labels, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var models = new IClassifierModel[_members.Length];
        for (int i = 0; i < models.Length; i++)
        {
            IProgress<WorkProgress>? part =
                PartialProgress.Of(progress, (double)i / models.Length, (i + 1.0) / models.Length);
            models[i] = _members[i].Fit(points, labels, part, cancellationToken);
        }

        return new VotingModel(models, _weights);
    }
}
