using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Prediction;
using CustomerDashboard.Core.Transactions;
using CustomerDashboard.Tests.Core.Cleaning;

namespace CustomerDashboard.Tests.Core.Prediction;

public class PurchasePredictionTests
{
    private static readonly DateTime Start = new(2023, 1, 1, 9, 0, 0);

    [Fact]
    public void Nothing_after_the_cut_off_moves_a_feature_and_nothing_before_it_a_label()
    {
        Line[] lines = Shop(120, 700);
        var windows = new PredictionWindows(Start, Start.AddDays(500), Start.AddDays(590));
        PredictionTable plain = Table(lines, windows);
        PredictionTable otherFuture = Table(
            [.. lines.Select(l => l.Date <= windows.Cutoff ? l : l with { Quantity = l.Quantity * 7, Price = 3, Country = "Nowhere", Product = "NEW" })],
            windows);
        Assert.Equal(plain.CustomerIndex, otherFuture.CustomerIndex);
        Assert.Equal(plain.Features.Values, otherFuture.Features.Values);
        Assert.Equal(plain.RunRate, otherFuture.RunRate);
        Assert.NotEqual(plain.Spend, otherFuture.Spend);

        PredictionTable noFuture = Table([.. lines.Where(l => l.Date <= windows.Cutoff)], windows);
        Assert.Equal(plain.Features.Values, noFuture.Features.Values);
        Assert.Equal(0, noFuture.Positives);

        PredictionTable otherPast = Table(
            [.. lines.Select(l => l.Date > windows.Cutoff ? l : l with { Quantity = l.Quantity * 7, Price = 3 })], windows);
        Assert.Equal(plain.Spend, otherPast.Spend);
        Assert.Equal(plain.BoughtAgain, otherPast.BoughtAgain);
    }

    [Fact]
    public void Features_of_one_customer_worked_by_hand()
    {
        DateTime cutoff = Start.AddDays(400);
        PredictionTable table = Table(
            [
                new Line("A", "1", "X", 2, 5) { Date = cutoff.AddDays(-380), Country = "Spain" },
                new Line("A", "2", "X", 1, 4) { Date = cutoff.AddDays(-90) },
                new Line("A", "2", "Y", 3, 2) { Date = cutoff.AddDays(-90) },
                new Line("A", "C3", "Y", -1, 2) { Date = cutoff.AddDays(-10) },
                new Line("A", "4", "X", 5, 1) { Date = cutoff },
                new Line("A", "5", "X", 10, 1) { Date = cutoff.AddTicks(1) },
                new Line("A", "6", "X", 20, 1) { Date = cutoff.AddDays(90) },
                new Line("A", "7", "X", 40, 1) { Date = cutoff.AddDays(90).AddTicks(1) },
                new Line("B", "8", "X") { Date = cutoff.AddDays(5) },
            ],
            new PredictionWindows(Start, cutoff, cutoff.AddDays(90)));
        Assert.Equal(1, table.RowCount);
        Assert.Equal(
            [3, 25, 2, 3, 0, 380, 25.0 / 3, 11.0 / 3, 4.0 / 3, 190, 0, 2, 15, 2, 15, 0.25, 0],
            table.Features.Values);
        Assert.Equal((2, 30.0, true), (table.Orders[0], table.Spend[0], table.BoughtAgain[0]));
        Assert.Equal(15.0 * 90 / 365, table.RunRate[0], 1e-12);
    }

    [Fact]
    public void A_reversed_order_is_counted_as_the_options_say()
    {
        DateTime cutoff = Start.AddDays(100);
        Line[] lines =
        [
            new("A", "1", "X", 2, 5) { Date = cutoff.AddDays(-30) },
            new("A", "2", "X", 1000, 5) { Date = cutoff.AddDays(10) },
            new("A", "C3", "X", -1000, 5) { Date = cutoff.AddDays(10).AddMinutes(12) },
            new("A", "4", "X", 3, 5) { Date = cutoff.AddDays(20) },
        ];
        var windows = new PredictionWindows(Start, cutoff, cutoff.AddDays(90));
        Assert.Equal([(2, 5015.0), (2, 15.0), (1, 15.0)], new[] { ReversedOrders.Keep, ReversedOrders.LeaveOutOfSpendOutcome, ReversedOrders.LeaveOut }
            .Select(treatment => Table(lines, windows, treatment)).Select(t => (t.Orders[0], t.Spend[0])));
    }

    [Fact]
    public void A_plain_shop_gets_every_figure_and_sample_size()
    {
        PredictionResult result = PurchasePrediction.Run(Clean(Shop(400, 700)), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Null(result.Unavailable);
        Assert.Equal(["Majority", "RecencyAlone", "LastYearSpendAlone", "LogisticRegression", "DecisionTree"], result.Repeat!.Models.Select(m => m.Id));
        Assert.Equal(["Mean", "RunRate", "LinearRegression", "RegressionTree"], result.Spend!.Models.Select(m => m.Id));
        Assert.All(result.Repeat.Models, model =>
        {
            Assert.Equal(result.Repeat.HoldoutCustomers, model.Holdout.Customers);
            Assert.Equal(result.Repeat.Customers, model.Forward!.Customers);
            Assert.Equal(5, model.CrossValidation!.Folds.Count);
            Assert.Equal(model.Holdout.Scores.Length, model.Holdout.Labels.Length);
            Assert.InRange(model.Holdout.RocAuc, model.Holdout.RocAucLower, model.Holdout.RocAucUpper);
        });
        Assert.Equal(400, result.Customers.Count);
        Assert.All(result.Customers, c => Assert.InRange(c.RepeatProbability!.Value, 0, 1));
        Assert.InRange(result.Repeat.OddsRatios.Count, result.Features.Count - 1, result.Features.Count);
        Assert.All(result.Repeat.Tree!.Nodes, n => Assert.True(n.IsLeaf == (n.Condition.Length == 0)));
        Assert.Equal(result.Windows!.Cutoff, result.EarlierWindows!.OutcomeEnd);
        Assert.Equal(result.Windows.OutcomeEnd, result.ScoringWindows!.Cutoff);
    }

    [Fact]
    public void The_same_seed_gives_the_same_result()
    {
        CleanedTransactions data = Clean(Shop(150, 500));
        string first = WithoutTimes(PurchasePrediction.Run(data));
        Assert.Equal(first, WithoutTimes(PurchasePrediction.Run(data)));
        Assert.NotEqual(first, WithoutTimes(PurchasePrediction.Run(data, new PredictionOptions { Seed = 7 })));
    }

    private static readonly JsonSerializerOptions WithNotANumber = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <summary>Everything but how long the fits took, which is all that may differ.</summary>
    private static string WithoutTimes(PredictionResult result)
    {
        return Regex.Replace(JsonSerializer.Serialize(result, WithNotANumber), "\"FitSeconds\":[^,]*,", "");
    }

    [Fact]
    public void Columns_the_file_lacks_leave_their_features_out_and_say_so()
    {
        TransactionTable full = Line.Table(Shop(150, 500));
        var bare = new TransactionTable
        {
            Customer = full.Customer,
            Ticks = full.Ticks,
            Quantity = full.Quantity,
            UnitPrice = full.UnitPrice,
            SourceLine = full.SourceLine,
            HasQuantity = false,
            HasUnitPrice = false,
        };
        PredictionResult result = PurchasePrediction.Run(CleaningPipeline.Run(bare).Cleaned, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Null(result.Repeat!.Unavailable);
        string[] missing =
        [
            PredictionFeatureIds.DistinctProducts, PredictionFeatureIds.MeanUnitPrice, PredictionFeatureIds.UnitsPerBasket,
            PredictionFeatureIds.ReturnRate, PredictionFeatureIds.HomeCountry,
        ];
        Assert.DoesNotContain(result.Features, f => missing.Contains(f.Id));
        Assert.Contains(result.LeftOut, s => s.Contains("no product codes", StringComparison.Ordinal));
        Assert.Contains(result.LeftOut, s => s.Contains("no unit prices", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_shorter_than_the_window_is_told_what_would_work()
    {
        PredictionResult result = PurchasePrediction.Run(Clean(Shop(100, 41)), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(PredictionProblem.HistoryTooShort, result.Unavailable!.Problem);
        Assert.Contains("the outcome window is 90 days", result.Unavailable.Found, StringComparison.Ordinal);
        Assert.Contains("at most 13 days", result.Unavailable.Remedy, StringComparison.Ordinal);
        Assert.Null(result.Repeat);
    }

    [Theory]
    [InlineData(-10, PredictionProblem.NoCustomersBeforeCutoff)]
    [InlineData(690, PredictionProblem.CutoffTooLate)]
    [InlineData(0.5, PredictionProblem.NoCustomersBeforeCutoff)]
    public void A_cut_off_in_the_wrong_place_is_told_where_it_may_be(double day, PredictionProblem expected)
    {
        PredictionResult result = PurchasePrediction.Run(
            Clean(Shop(100, 700)), new PredictionOptions { Cutoff = Start.AddDays(day) }, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(expected, result.Unavailable!.Problem);
        Assert.Contains("hoose", result.Unavailable.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void One_customer_is_too_few()
    {
        Line[] lines = [.. Enumerable.Range(0, 20).Select(i => new Line("A", $"{i}", "X") { Date = Start.AddDays(i * 20) })];
        PredictionResult result = PurchasePrediction.Run(Clean(lines), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(PredictionProblem.TooFewCustomers, result.Unavailable!.Problem);
        Assert.Contains("Only 1 customer has", result.Unavailable.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Everyone_returning_or_nobody_is_one_answer_only()
    {
        Line[] everyone = [.. Enumerable.Range(0, 60).SelectMany(c => Enumerable.Range(0, 30).Select(i =>
            new Line($"{c}", $"{c}-{i}", "X", 1 + c) { Date = Start.AddDays((i * 10) + (c / 60.0)) }))];
        PredictionResult all = PurchasePrediction.Run(Clean(everyone), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(PredictionProblem.OneClassOnly, all.Repeat!.Unavailable!.Problem);
        Assert.StartsWith("All 60 of 60 customers", all.Repeat.Verdict, StringComparison.Ordinal);
        Assert.Null(all.Spend!.Unavailable);
        Assert.All(all.Customers, c => Assert.True(c.RepeatProbability is null && c.ExpectedSpend is not null));

        Line[] nobody = [.. everyone.Where(l => l.Date < Start.AddDays(100)), new Line("late", "x", "X") { Date = Start.AddDays(300) }];
        PredictionResult none = PurchasePrediction.Run(Clean(nobody), cancellationToken: TestContext.Current.CancellationToken);
        Assert.StartsWith("None of 60 customers", none.Repeat!.Verdict, StringComparison.Ordinal);
        Assert.Equal(PredictionProblem.NoSpendInOutcome, none.Spend!.Unavailable!.Problem);
        Assert.Equal(61, none.Customers.Count);
    }

    [Fact]
    public void Few_returning_customers_are_told_how_many_are_needed()
    {
        Line[] lines =
        [
            .. Enumerable.Range(0, 60).Select(c => new Line($"{c}", $"{c}", "X", 1 + c) { Date = Start.AddDays(c) }),
            .. Enumerable.Range(0, 4).Select(c => new Line($"{c}", $"again{c}", "X") { Date = Start.AddDays(250 + (c * 10)) }),
        ];
        PredictionResult result = PurchasePrediction.Run(Clean(lines), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(PredictionProblem.TooFewOfOneClass, result.Repeat!.Unavailable!.Problem);
        Assert.Contains("At least 10 must have bought", result.Repeat.Unavailable.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Constant_features_and_extreme_amounts_do_no_harm()
    {
        Line[] lines = [.. Shop(200, 500).Select((l, i) => l with { Quantity = i % 97 == 0 ? 1e9 : 1, Product = "X", Country = "Spain" })];
        PredictionResult result = PurchasePrediction.Run(Clean(lines), cancellationToken: TestContext.Current.CancellationToken);
        Assert.Null(result.Repeat!.Unavailable);
        Assert.All(result.Customers, c => Assert.True(double.IsFinite(c.RepeatProbability!.Value) && double.IsFinite(c.ExpectedSpend!.Value)));
    }

    [Fact]
    public void Invalid_options_are_refused_and_cancelling_stops()
    {
        CleanedTransactions data = Clean(Shop(100, 500));
        Assert.Throws<ArgumentOutOfRangeException>(() => PurchasePrediction.Run(data, new PredictionOptions { HorizonDays = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => PurchasePrediction.Run(data, new PredictionOptions { TestFraction = 1 }));
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => PurchasePrediction.Run(data, null, null, source.Token));
    }

    private static CleanedTransactions Clean(IReadOnlyList<Line> lines) => CleaningPipeline.Run(Line.Table(lines)).Cleaned;

    private static PredictionTable Table(IReadOnlyList<Line> lines, PredictionWindows windows, ReversedOrders treatment = ReversedOrders.Keep) =>
        PurchasePrediction.BuildTable(Clean(lines), windows, treatment);

    /// <summary>Customers who buy at their own pace, some of whom stop for good.</summary>
    private static Line[] Shop(int customers, int days)
    {
        var random = new RandomSource(11);
        var lines = new List<Line>();
        for (int customer = 0; customer < customers; customer++)
        {
            double gap = days * (0.02 + (0.3 * random.NextDouble()));
            double end = random.NextDouble() < 0.5 ? days : days * random.NextDouble();
            double day = random.NextDouble() * days * 0.5;
            for (int order = 0; order == 0 || day < end; order++)
            {
                lines.Add(new Line($"{customer}", $"{customer}-{order}", $"P{random.NextInt(20)}", 1 + random.NextInt(9), 2 + random.NextInt(5))
                {
                    Date = Start.AddMinutes(Math.Floor(day * 1440)),
                    Country = customer % 5 == 0 ? "Spain" : "United Kingdom",
                });
                if (random.NextInt(12) == 0)
                {
                    lines.Add(lines[^1] with { Invoice = $"C{customer}-{order}", Quantity = -1 });
                }

                day += gap * (0.5 + random.NextDouble());
            }
        }

        return [.. lines.OrderBy(l => l.Date)];
    }
}
