using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.Learning.Classification;

public class SupportVectorClassifierTests
{
    [Fact]
    public void Two_points_have_their_border_in_the_middle()
    {
        // Hard margin: w = (1, 0), b = 0 puts both on their margin, with alpha = 1/2 each.
        var points = new Matrix(2, 2, [-1, 0, 1, 0]);
        SupportVectorModel model = SupportVectorClassifier.Fit(
            points,
            [false, true],
            new SupportVectorOptions { Kernel = SupportVectorKernel.Linear, LinearSolver = LinearSolver.SequentialMinimal, C = 100 },
            cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(1, model.Coefficients[0], 1e-6);
        Assert.Equal(0, model.Coefficients[1], 1e-6);
        Assert.Equal(0, model.Intercept, 1e-6);
        Assert.Equal(2, model.SupportVectorCount);
    }

    [Fact]
    public void A_ring_around_a_crowd_needs_the_curved_kernel()
    {
        var random = new RandomSource(3);
        var points = new Matrix(400, 2);
        var labels = new bool[400];
        for (int row = 0; row < labels.Length; row++)
        {
            labels[row] = row % 2 == 0;
            double angle = random.NextDouble() * 2 * Math.PI;
            double radius = (labels[row] ? 2.5 : 0.8) + (0.2 * random.NextGaussian());
            points[row, 0] = radius * Math.Cos(angle);
            points[row, 1] = radius * Math.Sin(angle);
        }

        double curved = Accuracy(new SupportVectorOptions());
        double straight = Accuracy(new SupportVectorOptions { Kernel = SupportVectorKernel.Linear });
        Assert.True(curved > 0.99, $"{curved}");
        Assert.True(straight < 0.75, $"{straight}");

        double Accuracy(SupportVectorOptions options)
        {
            double[] probabilities = SupportVectorClassifier.Fit(points, labels, options).PredictProbability(points);
            return Enumerable.Range(0, 400).Count(i => probabilities[i] >= 0.5 == labels[i]) / 400.0;
        }
    }

    [Fact]
    public void The_optimality_conditions_hold() =>
        Prop.ForAll(Gen.Choose(1, 100_000).ToArbitrary(), seed =>
        {
            Problem problem = Problem.Random(seed);
            var solver = new SequentialMinimalOptimiser(problem.Cache(64), problem.Labels, problem.Limits);
            solver.Solve(1e-3, TestContext.Current.CancellationToken);
            return solver.Converged && problem.Violation(solver.Coefficients, solver.Intercept) < 2e-3;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Leaving_rows_out_of_a_solution_solves_the_smaller_problem() =>
        Prop.ForAll(Gen.Choose(1, 100_000).ToArbitrary(), seed =>
        {
            Problem problem = Problem.Random(seed);
            var random = new RandomSource(seed).Split(9);
            int[] held = [.. Enumerable.Range(2, problem.Labels.Length - 2).Where(_ => random.NextDouble() < 0.3)];
            var all = new SequentialMinimalOptimiser(problem.Cache(64), problem.Labels, problem.Limits);
            all.Solve(1e-3, TestContext.Current.CancellationToken);
            SequentialMinimalOptimiser rest = all.Without(held);
            rest.Solve(1e-3, TestContext.Current.CancellationToken);
            double[] limits = [.. problem.Limits];
            foreach (int row in held)
            {
                limits[row] = 0;
                if (rest.Coefficients[row] != 0 || Math.Abs(rest.Decision(row) - problem.Decision(rest.Coefficients, rest.Intercept, row)) > 1e-4)
                {
                    return false;
                }
            }

            return rest.Converged && (problem with { Limits = limits }).Violation(rest.Coefficients, rest.Intercept) < 2e-3;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_small_cache_changes_nothing()
    {
        Problem problem = Problem.Random(11, 900);
        var roomy = new SequentialMinimalOptimiser(problem.Cache(64), problem.Labels, problem.Limits);
        var tight = new SequentialMinimalOptimiser(problem.Cache(1), problem.Labels, problem.Limits);
        roomy.Solve(1e-3, TestContext.Current.CancellationToken);
        tight.Solve(1e-3, TestContext.Current.CancellationToken);
        Assert.Equal(roomy.Coefficients, tight.Coefficients);
        Assert.Equal(roomy.Steps, tight.Steps);
    }

    [Fact]
    public void The_straight_road_ends_where_the_squared_hinge_loss_is_level() =>
        Prop.ForAll(Gen.Choose(1, 100_000).ToArbitrary(), seed =>
        {
            Problem problem = Problem.Random(seed);
            SupportVectorModel model = SupportVectorClassifier.Fit(
                problem.Points, problem.Labels, new SupportVectorOptions { Kernel = SupportVectorKernel.Linear, C = 2 });
            double[] decisions = model.DecisionValues(problem.Points);
            double[] gradient = [.. model.Coefficients, 0];
            for (int row = 0; row < decisions.Length; row++)
            {
                double side = problem.Labels[row] ? 1 : -1;
                double slope = -4 * side * Math.Max(0, 1 - (side * decisions[row]));
                gradient[^1] += slope;
                for (int column = 0; column < problem.Points.Columns; column++)
                {
                    gradient[column] += slope * problem.Points[row, column];
                }
            }

            return model.Converged && gradient.All(g => Math.Abs(g) < 1e-5);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_number_of_threads_does_not_matter()
    {
        Problem problem = Problem.Random(5, 300);
        double[][] runs =
        [
            .. new[] { 1, 2, 4 }.Select(threads => SupportVectorClassifier
                .Fit(problem.Points, problem.Labels, new SupportVectorOptions { DegreeOfParallelism = threads })
                .PredictProbability(problem.Points)),
        ];
        Assert.Equal(runs[0], runs[1]);
        Assert.Equal(runs[0], runs[2]);
    }

    [Fact]
    public void Balanced_weights_find_more_of_the_rare_class()
    {
        var random = new RandomSource(2);
        var points = new Matrix(600, 2);
        var labels = new bool[600];
        for (int row = 0; row < 600; row++)
        {
            labels[row] = row % 12 == 0;
            points[row, 0] = random.NextGaussian() + (labels[row] ? 1.2 : 0);
            points[row, 1] = random.NextGaussian();
        }

        int plain = Found(ClassWeights.None);
        int balanced = Found(ClassWeights.Balanced);
        Assert.True(balanced > plain + 15, $"{plain} {balanced}");

        int Found(ClassWeights weights)
        {
            double[] decisions = SupportVectorClassifier.Fit(points, labels, new SupportVectorOptions { ClassWeights = weights }).DecisionValues(points);
            return Enumerable.Range(0, 600).Count(i => labels[i] && decisions[i] > 0);
        }
    }

    [Fact]
    public void Too_many_rows_are_refused_with_a_way_on()
    {
        Problem problem = Problem.Random(8, 200);
        var options = new SupportVectorOptions { MaxRows = 100 };
        var fault = Assert.Throws<ArgumentException>(() => SupportVectorClassifier.Fit(problem.Points, problem.Labels, options));
        Assert.Contains("There are 200 rows", fault.Message, StringComparison.Ordinal);
        Assert.Contains("linear kernel", fault.Message, StringComparison.Ordinal);
        SupportVectorModel model = SupportVectorClassifier.Fit(problem.Points, problem.Labels, options with { LearnFromSample = true });
        Assert.InRange(model.TrainingRows, 99, 101);
        Assert.Equal(200, SupportVectorClassifier.Fit(problem.Points, problem.Labels, options with { Kernel = SupportVectorKernel.Linear }).TrainingRows);
    }

    [Fact]
    public void Bad_options_and_cancellation_are_told()
    {
        Problem problem = Problem.Random(8);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SupportVectorOptions { C = 0 }.Validate());
        Assert.Throws<ArgumentOutOfRangeException>(() => new SupportVectorOptions { Gamma = -1 }.Validate());
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => SupportVectorClassifier.Fit(problem.Points, problem.Labels, null, null, source.Token));
    }

    private sealed record Problem(Matrix Points, bool[] Labels, double[] Limits, SupportVectorKernel Kernel, double Gamma)
    {
        public static Problem Random(int seed, int rows = 0)
        {
            var random = new RandomSource(seed);
            rows = rows == 0 ? 4 + random.NextInt(80) : rows;
            int columns = 1 + random.NextInt(6);
            var points = new Matrix(rows, columns);
            var labels = new bool[rows];
            double c = Math.Pow(10, (3 * random.NextDouble()) - 1.5);
            double rare = 1 + (4 * random.NextDouble());
            for (int row = 0; row < rows; row++)
            {
                labels[row] = row == 0 || (row != 1 && random.NextDouble() < 0.4);
                for (int column = 0; column < columns; column++)
                {
                    // Rounding makes equal rows, which leave the kernel matrix without curvature between them.
                    points[row, column] = Math.Round(random.NextGaussian() + (labels[row] ? 0.7 : 0), 1);
                }
            }

            double[] limits = [.. labels.Select(label => label ? c * rare : c)];
            return new Problem(points, labels, limits, random.NextInt(3) == 0 ? SupportVectorKernel.Linear : SupportVectorKernel.Rbf, 0.5 / columns);
        }

        public KernelCache Cache(int megabytes) => new(new KernelValues(Points, Kernel, Gamma), megabytes, 1, TestContext.Current.CancellationToken);

        public double Decision(double[] coefficients, double intercept, int row)
        {
            double sum = intercept;
            for (int other = 0; other < Labels.Length; other++)
            {
                double likeness = 0;
                for (int column = 0; column < Points.Columns; column++)
                {
                    double difference = Points[row, column] - Points[other, column];
                    likeness += Kernel == SupportVectorKernel.Linear ? Points[row, column] * Points[other, column] : difference * difference;
                }

                sum += coefficients[other] * (Kernel == SupportVectorKernel.Linear ? likeness : Math.Exp(-Gamma * likeness));
            }

            return sum;
        }

        /// <summary>How far the Karush-Kuhn-Tucker conditions are from holding, from the definition.</summary>
        public double Violation(double[] coefficients, double intercept)
        {
            double worst = Math.Abs(coefficients.Sum());
            for (int row = 0; row < Labels.Length; row++)
            {
                double alpha = Labels[row] ? coefficients[row] : -coefficients[row];
                worst = Math.Max(worst, Math.Max(-alpha, alpha - Limits[row]));
                double margin = (Labels[row] ? 1 : -1) * Decision(coefficients, intercept, row);
                if (alpha < Limits[row])
                {
                    worst = Math.Max(worst, 1 - margin);
                }

                if (alpha > 0)
                {
                    worst = Math.Max(worst, margin - 1);
                }
            }

            return worst;
        }
    }
}
