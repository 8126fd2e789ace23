using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Transactions;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Core.Cleaning;

public class CleaningPropertyTests
{
    private static readonly CleaningOptions Everything = new()
    {
        MissingValues = new MissingValueOptions
        {
            Product = MissingValueTreatment.FillWith("?"),
            Country = MissingValueTreatment.Drop,
            Quantity = MissingValueTreatment.FillWith(1),
        },
        NonProducts = new NonProductOptions { Enabled = true, Codes = ["POST"] },
        DateWindow = new DateWindowOptions { Enabled = true, From = new DateOnly(2024, 5, 2) },
        Countries = new CountryOptions { Enabled = true, Filter = CountryFilter.Exclude, Names = ["France"] },
        Outliers = new OutlierOptions { Enabled = true, Column = OutlierColumn.Amount, Factor = 1 },
        MinimumOrders = new MinimumOrdersOptions { Enabled = true, Orders = 2 },
    };

    private static readonly CleaningOptions Nothing = new()
    {
        MissingValues = new MissingValueOptions { Customer = MissingValueTreatment.KeepAsUnknown },
        RemoveExactDuplicates = false,
        Cancellations = new CancellationOptions { Enabled = false },
        RemoveNonPositiveQuantity = false,
        RemoveNonPositivePrice = false,
    };

    [Fact]
    public void Every_step_takes_from_what_the_one_before_left() => ForAllFiles(Everything, result =>
    {
        int rows = result.Source.RowCount;
        foreach (CleaningStep step in result.Steps)
        {
            Assert.Equal(rows, step.RowsBefore);
            Assert.Equal(step.RowsBefore, step.RowsRemoved + step.RowsAfter);
            Assert.Equal(step.RowsRemoved, result.RemovedBy.Count(number => number == step.Number));
            Assert.Equal(step.RowsRemoved, result.RemovedRows(step.Number, 0, int.MaxValue / 2).Length);
            rows = step.RowsAfter;
        }

        Assert.Equal(result.Cleaned.RowCount, rows);
        Assert.Equal(
            result.After.Revenue,
            result.Before.Revenue - result.Steps.Sum(step => step.RevenueRemoved) + result.Steps.Sum(step => step.RevenueChanged),
            1e-6);
        Assert.Equal(result.Before.Customers - result.Steps.Sum(step => step.CustomersRemoved), result.After.Customers);
    });

    [Fact]
    public void With_every_rule_off_every_line_stays() => ForAllFiles(Nothing, result =>
    {
        Assert.Equal(result.Source.RowCount, result.Cleaned.RowCount);
        Assert.All(result.RemovedBy, number => Assert.Equal(0, number));
        Assert.Equal(result.Before.Revenue, result.After.Revenue, 1e-9);
    });

    [Fact]
    public void Switching_a_rule_off_gives_its_lines_back() => ForAllFiles(CleaningOptions.Default, result =>
    {
        byte duplicates = (byte)CleaningRuleCatalog.StepNumber(CleaningRuleIds.ExactDuplicates);
        int[] own = result.RemovedRows(duplicates, 0, int.MaxValue / 2);
        CleaningResult without = CleaningPipeline.Run(result.Source, result.Options with { RemoveExactDuplicates = false });
        for (int row = 0; row < result.RemovedBy.Length; row++)
        {
            if (own.Contains(row))
            {
                Assert.NotEqual(duplicates, without.RemovedBy[row]);
            }
            else
            {
                Assert.Equal(result.RemovedBy[row], without.RemovedBy[row]);
            }
        }

        Assert.Equal(result.Step(CleaningRuleIds.ExactDuplicates).StandaloneRows, without.Step(CleaningRuleIds.ExactDuplicates).StandaloneRows);
    });

    [Fact]
    public void A_rule_alone_removes_its_standalone_count() => ForAllFiles(Nothing, result =>
    {
        foreach ((string rule, CleaningOptions alone) in new[]
        {
            (CleaningRuleIds.ExactDuplicates, Nothing with { RemoveExactDuplicates = true }),
            (CleaningRuleIds.NonPositivePrice, Nothing with { RemoveNonPositivePrice = true }),
            (CleaningRuleIds.Outliers, Nothing with { Outliers = new OutlierOptions { Enabled = true } }),
        })
        {
            CleaningStep expected = result.Step(rule);
            if (expected.StandaloneRows == result.Source.RowCount)
            {
                continue;
            }

            CleaningStep step = CleaningPipeline.Run(result.Source, alone).Step(rule);
            Assert.Equal(expected.StandaloneRows, step.RowsRemoved);
            Assert.Equal(expected.StandaloneCustomers, step.CustomersRemoved);
            Assert.Equal(expected.StandaloneRevenue, step.RevenueRemoved, 1e-9);
        }
    });

    [Fact]
    public void Repeating_and_shuffling_lines_leaves_the_distinct_ones() =>
        Prop.ForAll(RandomLines.Files, Gen.Choose(0, int.MaxValue).ToArbitrary(), (lines, seed) =>
        {
            Line[] twice = [.. lines, .. lines];
            new Random(seed).Shuffle(twice);
            bool[] duplicate = DuplicateFinder.Find(Line.Table(twice), CancellationToken.None);
            Line[] kept = [.. twice.Where((_, i) => !duplicate[i])];
            Assert.Equal(twice.Distinct().Count(), kept.Length);
            Assert.Equal(kept.Length, kept.Distinct().Count());
        }).QuickCheckThrowOnFailure();

    private static void ForAllFiles(CleaningOptions options, Action<CleaningResult> check) =>
        Prop.ForAll(RandomLines.Files, lines =>
        {
            CleaningResult result;
            try
            {
                result = CleaningPipeline.Run(Line.Table(lines), options);
            }
            catch (NothingLeftException exception)
            {
                Assert.True(lines.Length == 0 || exception.Steps[^1].RowsAfter == 0);
                return;
            }

            check(result);
        }).QuickCheckThrowOnFailure();
}
