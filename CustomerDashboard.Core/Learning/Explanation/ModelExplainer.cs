using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.ModelSelection;
using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Learning.Regression;
using CustomerDashboard.Core.Learning.Trees;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Learning.Explanation;

/// <summary>
/// Divides the forecasts of any model among the features it was given: exactly where the model is linear or made of trees, also behind a
/// <see cref="LearningPipeline"/> and a calibration, and by sampling for every other. The parts add up on a <see cref="Scale"/>;
/// <see cref="ToAnswer"/> leads from there to a probability or an amount.
/// </summary>
public sealed class ModelExplainer
{
    /// <summary>Background rows of a sampled explanation of one row.</summary>
    private const int ManyOthers = 100;

    /// <summary>Background rows where many rows are explained.</summary>
    private const int FewOthers = 16;

    private const int ManyRows = 8;

    private readonly Func<Matrix, CancellationToken, ShapleyValues>? _exact;
    private readonly Func<double, double> _answer;
    private readonly Func<Matrix, double[]> _predict;
    private readonly Matrix _background;
    private readonly int _seed;

    private ModelExplainer(Func<Matrix, double[]> predict, ExplanationScale scale, Matrix background, int seed)
    {
        Method = ExplanationMethod.Sampled;
        Scale = scale;
        _predict = predict;
        _background = background;
        _seed = seed;
        _answer = value => value;
    }

    private ModelExplainer(
        ModelExplainer sampled, ExplanationMethod method, ExplanationScale scale, Func<double, double> answer, Func<Matrix, CancellationToken, ShapleyValues> exact)
        : this(sampled._predict, scale, sampled._background, sampled._seed)
    {
        Method = method;
        _answer = answer;
        _exact = exact;
    }

    /// <summary>How the parts are found.</summary>
    public ExplanationMethod Method { get; }

    /// <summary>What the parts add up to.</summary>
    public ExplanationScale Scale { get; }

    /// <summary>An explainer of the probability of yes.</summary>
    /// <param name="model">The model, with its preparation if it has one.</param>
    /// <param name="background">Rows as the model reads them, best those it learned from: what is known before anything is known of a row.</param>
    /// <param name="seed">Of the draws, where it samples.</param>
    /// <exception cref="ArgumentException">The number of columns differs, or there are no rows.</exception>
    public static ModelExplainer Of(IClassifierModel model, Matrix background, int seed = 42)
    {
        ArgumentNullException.ThrowIfNull(model);
        Require(background, model.FeatureCount);
        var sampled = new ModelExplainer(model.PredictProbability, ExplanationScale.Probability, background, seed);
        switch (model)
        {
            case LogisticRegressionModel logistic:
                return Linear(sampled, logistic.Intercept, logistic.Coefficients, ExplanationScale.LogOdds, LogisticRegression.Sigmoid);
            case SupportVectorModel { Coefficients.Count: > 0 } machine:
                // Platt's sigmoid has log-odds that are linear in the decision value, and so in the features.
                double slope = -machine.Calibration.Slope;
                return Linear(
                    sampled,
                    (slope * machine.Intercept) - machine.Calibration.Offset,
                    [.. machine.Coefficients.Select(coefficient => slope * coefficient)],
                    ExplanationScale.LogOdds,
                    LogisticRegression.Sigmoid);
            case DecisionTreeClassifierModel tree:
                return Trees(sampled, ExplanationScale.Probability, value => value, (rows, stop) => TreeShap.Explain(tree.Tree, rows, stop));
            case RandomForestClassifierModel forest:
                return Trees(sampled, ExplanationScale.Probability, value => value, (rows, stop) => TreeShap.Explain(forest.Forest, rows, stop));
            case GradientBoostedTreesClassifierModel boosted:
                return Trees(sampled, ExplanationScale.LogOdds, LogisticRegression.Sigmoid, (rows, stop) => TreeShap.Explain(boosted.Ensemble, rows, 0, stop));
            case CalibratedModel calibrated:
                ModelExplainer inner = Of(calibrated.Model, background, seed);
                return inner._exact is null
                    ? sampled
                    : new ModelExplainer(sampled, inner.Method, inner.Scale, value => calibrated.Calibration.Apply([inner._answer(value)])[0], inner._exact);
            case PipelineClassifierModel pipeline:
                return Behind(sampled, pipeline.Preprocessing, Of(pipeline.Model, pipeline.Preprocessing.Transform(background), seed));
            default:
                return sampled;
        }
    }

    /// <summary>An explainer of the number foretold.</summary>
    /// <inheritdoc cref="Of(IClassifierModel, Matrix, int)" />
    public static ModelExplainer Of(IRegressorModel model, Matrix background, int seed = 42)
    {
        ArgumentNullException.ThrowIfNull(model);
        Require(background, model.FeatureCount);
        var sampled = new ModelExplainer(model.Predict, ExplanationScale.Amount, background, seed);
        return model switch
        {
            LinearRegressionModel linear => Linear(sampled, linear.Intercept, linear.Coefficients, ExplanationScale.Amount, value => value),
            DecisionTreeRegressorModel tree =>
                Trees(sampled, ExplanationScale.Amount, value => value, (rows, stop) => TreeShap.Explain(tree.Tree, rows, stop)),
            RandomForestRegressorModel forest =>
                Trees(sampled, ExplanationScale.Amount, value => value, (rows, stop) => TreeShap.Explain(forest.Forest, rows, stop)),
            GradientBoostedTreesRegressorModel { Loss: BoostingLoss.Tweedie } boosted =>
                Trees(sampled, ExplanationScale.LogAmount, Math.Exp, (rows, stop) => TreeShap.Explain(boosted.Ensemble, rows, 0, stop)),
            GradientBoostedTreesRegressorModel boosted =>
                Trees(sampled, ExplanationScale.Amount, value => value, (rows, stop) => TreeShap.Explain(boosted.Ensemble, rows, 0, stop)),
            PipelineRegressorModel pipeline =>
                Behind(sampled, pipeline.Preprocessing, Of(pipeline.Model, pipeline.Preprocessing.Transform(background), seed)),
            _ => sampled,
        };
    }

    /// <summary>An explainer of the probability of one class, by sampling: a class's probability hangs on the margins of all classes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    /// <inheritdoc cref="Of(IClassifierModel, Matrix, int)" />
    public static ModelExplainer Of(IMulticlassClassifierModel model, int classIndex, Matrix background, int seed = 42)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfNegative(classIndex);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(classIndex, model.ClassCount);
        Require(background, model.FeatureCount);
        return new ModelExplainer(rows => model.PredictProbabilities(rows).Column(classIndex), ExplanationScale.Probability, background, seed);
    }

    /// <summary>The model's own answers: probabilities, or amounts.</summary>
    public double[] Predict(Matrix points) => _predict(points);

    /// <summary>From the scale the parts add up on to a probability or an amount; never falling.</summary>
    public double ToAnswer(double value) => _answer(value);

    /// <summary>Divides the forecasts of some rows.</summary>
    /// <param name="points">m x d, as the model reads them.</param>
    /// <param name="cancellationToken">Checked between rows.</param>
    /// <returns>The parts; and their standard errors where they were sampled, else null.</returns>
    /// <exception cref="ArgumentException">The number of columns differs, or values the model does not take.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public (ShapleyValues Values, Matrix? StandardErrors) Explain(Matrix points, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (_exact is not null)
        {
            return (_exact(points, cancellationToken), null);
        }

        int others = Math.Min(_background.Rows, points.Rows > ManyRows ? FewOthers : ManyOthers);
        Matrix drawn = _background.SelectRows(new RandomSource(_seed).SampleWithoutReplacement(_background.Rows, others));
        return SampledShapley.Explain(_predict, points, drawn, _seed, cancellationToken);
    }

    private static ModelExplainer Linear(
        ModelExplainer sampled, double intercept, IReadOnlyList<double> coefficients, ExplanationScale scale, Func<double, double> answer) =>
        new(sampled, ExplanationMethod.Linear, scale, answer, (rows, _) => LinearShap.Explain(intercept, coefficients, rows, sampled._background));

    private static ModelExplainer Trees(
        ModelExplainer sampled, ExplanationScale scale, Func<double, double> answer, Func<Matrix, CancellationToken, ShapleyValues> exact) =>
        new(sampled, ExplanationMethod.Trees, scale, answer, exact);

    /// <summary>Each prepared column's part goes to the column it was made of. A model that has to be sampled is, preparation and all.</summary>
    private static ModelExplainer Behind(ModelExplainer sampled, PreprocessingChain chain, ModelExplainer inner) => inner._exact is null
        ? sampled
        : new ModelExplainer(sampled, inner.Method, inner.Scale, inner._answer, (rows, stop) =>
        {
            ShapleyValues prepared = inner._exact(chain.Transform(rows), stop);
            var parts = new Matrix(rows.Rows, chain.InputColumns);
            for (int column = 0; column < prepared.Values.Columns; column++)
            {
                int source = chain.SourceOf(column);
                for (int row = 0; row < rows.Rows; row++)
                {
                    parts[row, source] += prepared.Values[row, column];
                }
            }

            return new ShapleyValues(prepared.ExpectedValue, parts);
        });

    private static void Require(Matrix background, int features)
    {
        LearningData.RequireColumns(background, features);
        if (background.Rows == 0)
        {
            throw new ArgumentException("There is no row to compare with.", nameof(background));
        }
    }
}
