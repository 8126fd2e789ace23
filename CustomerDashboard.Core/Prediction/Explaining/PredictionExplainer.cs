using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Learning.Explanation;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Prediction.Models;
using CustomerDashboard.Core.Prediction.Questions;

namespace CustomerDashboard.Core.Prediction.Explaining;

/// <summary>
/// Says why: what a model goes by over all customers, why one customer has this forecast, how the forecast moves with a feature, and what it
/// would be if the customer were different.
/// </summary>
/// <remarks>
/// Shapley values (see <see cref="ModelExplainer"/>). They describe the model, not the world: that a value raises the chance says how such
/// customers differed in the past, not what would happen if the value were changed.
/// </remarks>
public sealed class PredictionExplainer
{
    /// <summary>Customers in a global explanation, where parts are exact.</summary>
    private const int MostExactRows = 300;

    /// <summary>The same where parts are sampled.</summary>
    private const int MostSampledRows = 100;

    private readonly ModelExplainer _explainer;
    private readonly ExplanationWords _words;
    private readonly Matrix _learnedFrom;

    private PredictionExplainer(ModelExplainer explainer, IReadOnlyList<FeatureDefinition> features, ExplanationWords words, Matrix learnedFrom)
    {
        _explainer = explainer;
        _words = words;
        _learnedFrom = learnedFrom;
        Features = features;
    }

    /// <summary>The features in the order of the columns.</summary>
    public IReadOnlyList<FeatureDefinition> Features { get; }

    /// <summary>How parts are found.</summary>
    public ExplanationMethod Method => _explainer.Method;

    /// <summary>What parts add up to.</summary>
    public ExplanationScale Scale => _explainer.Scale;

    /// <summary>An explainer of a fitted model.</summary>
    /// <param name="fitted">The model.</param>
    /// <param name="learnedFrom">The rows it learned from.</param>
    /// <param name="classIndex">Which class's chance, for a question of several classes.</param>
    /// <param name="seed">Of the draws.</param>
    /// <exception cref="ArgumentException">The rows do not fit the model, or there are none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public static PredictionExplainer Of(FittedTask fitted, Matrix learnedFrom, int classIndex = 0, int seed = 42)
    {
        ArgumentNullException.ThrowIfNull(fitted);
        ModelExplainer explainer = fitted switch
        {
            { Classifier: { } classifier } => ModelExplainer.Of(classifier, learnedFrom, seed),
            { Regressor: { } regressor } => ModelExplainer.Of(regressor, learnedFrom, seed),
            { Multiclass: { } multiclass } => ModelExplainer.Of(multiclass, classIndex, learnedFrom, seed),
            _ => throw new ArgumentException("There is no fitted model to explain.", nameof(fitted)),
        };
        return new PredictionExplainer(explainer, fitted.Features, ExplanationWords.For(fitted.Question, classIndex), learnedFrom);
    }

    /// <summary>What the model goes by, over a sample of customers.</summary>
    /// <param name="rows">The customers, as the model reads them.</param>
    /// <param name="cancellationToken">Checked between customers.</param>
    /// <exception cref="ArgumentException">There are no rows, or they do not fit the model.</exception>
    public GlobalExplanation Global(Matrix rows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        if (rows.Rows == 0)
        {
            throw new ArgumentException("There is no customer to explain.", nameof(rows));
        }

        int most = Method == ExplanationMethod.Sampled ? MostSampledRows : MostExactRows;
        int[] sample = new RandomSource(7).SampleWithoutReplacement(rows.Rows, Math.Min(most, rows.Rows));
        Matrix explained = rows.SelectRows(sample);
        (ShapleyValues values, _) = _explainer.Explain(explained, cancellationToken);
        double[] sizes = values.MeanAbsolute();
        double all = VectorSums.Sum(sizes);
        var effects = new List<FeatureEffect>();
        var swarm = new List<SwarmFeature>();
        foreach (int feature in Enumerable.Range(0, sizes.Length).OrderByDescending(feature => sizes[feature]))
        {
            FeatureDefinition definition = Features[feature];
            double[] own = explained.Column(feature);
            double[] parts = values.Values.Column(feature);
            double direction = FeatureDirection.Of(own, parts);
            double share = all > 0 ? sizes[feature] / all : 0;
            effects.Add(new FeatureEffect(
                feature, definition.Id, definition.Name, sizes[feature], share, direction, _words.Effect(definition, share, direction)));
            swarm.Add(new SwarmFeature(
                feature,
                definition.Id,
                definition.Name,
                Array.ConvertAll(own, value => (float)value),
                Array.ConvertAll(parts, part => (float)part),
                FeatureDirection.Levels(own)));
        }

        return new GlobalExplanation
        {
            Method = Method,
            Scale = Scale,
            MethodInWords = ExplanationWords.Method(Method, Scale),
            Start = _explainer.ToAnswer(values.ExpectedValue),
            Rows = sample,
            Features = effects,
            Swarm = swarm,
        };
    }

    /// <summary>Why one customer has this forecast.</summary>
    /// <param name="row">The customer's features, as the model reads them.</param>
    /// <param name="cancellationToken">Stops a sampled explanation.</param>
    /// <exception cref="ArgumentException">The number of features differs, or a value the model does not take.</exception>
    public CustomerExplanation Customer(ReadOnlySpan<double> row, CancellationToken cancellationToken = default)
    {
        var point = new Matrix(1, row.Length, row.ToArray());
        (ShapleyValues values, Matrix? errors) = _explainer.Explain(point, cancellationToken);
        double[] parts = values.Values.Row(0).ToArray();
        double sum = values.ExpectedValue;
        double start = _explainer.ToAnswer(sum);
        double before = start;
        var steps = new List<ExplanationStep>(parts.Length);
        foreach (int feature in Enumerable.Range(0, parts.Length).OrderByDescending(feature => Math.Abs(parts[feature])).ThenBy(feature => feature))
        {
            sum += parts[feature];
            double after = _explainer.ToAnswer(sum);
            FeatureDefinition definition = Features[feature];
            double value = point[0, feature];
            steps.Add(new ExplanationStep(
                feature,
                definition.Id,
                definition.Name,
                value,
                double.IsNaN(value) ? "not known" : FeatureWords.Amount(definition, value),
                parts[feature],
                before,
                after,
                _words.Step(definition, value, before, after)));
            before = after;
        }

        double prediction = _explainer.Predict(point)[0];
        double? error = null;
        foreach (double own in errors is null ? [] : errors.Values)
        {
            error = Math.Max(error ?? 0, own);
        }

        return new CustomerExplanation(start, prediction, steps, Method, error, _words.Summary(start, prediction, steps));
    }

    /// <summary>How the forecast moves with one feature, the others as they are, with how many customers stand behind each value.</summary>
    /// <exception cref="ArgumentException">There are no rows, or the feature has no value.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such feature.</exception>
    public PartialDependenceCurve Dependence(int feature, Matrix rows, PartialDependenceOptions? options = null, CancellationToken cancellationToken = default) =>
        PartialDependence.Of(_explainer.Predict, rows, feature, options, cancellationToken);

    /// <summary>What the forecast would be if some of a customer's features had other values.</summary>
    /// <param name="row">The customer's features, as the model reads them.</param>
    /// <param name="changes">The values to try.</param>
    /// <param name="cancellationToken">Stops a sampled explanation.</param>
    /// <exception cref="ArgumentException">A feature that does not exist or is changed twice, or a value that cannot be; the message says which.</exception>
    public WhatIfResult WhatIf(ReadOnlySpan<double> row, IReadOnlyList<FeatureChange> changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        WhatIfRow changed = WhatIfRules.Apply(row, changes, Features, _learnedFrom);
        CustomerExplanation before = Customer(row, cancellationToken);
        CustomerExplanation after = Customer(changed.Values, cancellationToken);
        return new WhatIfResult(
            changed.Values, changed.Followed, changed.Held, changed.Warnings, before, after, _words.Change(before.Prediction, after.Prediction, changes.Count));
    }
}
