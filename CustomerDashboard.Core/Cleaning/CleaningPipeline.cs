using CustomerDashboard.Core.Cleaning.Rules;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Transactions;

namespace CustomerDashboard.Core.Cleaning;

/// <summary>
/// Runs the cleaning rules over a retail file, in the order of <see cref="CleaningRuleCatalog.All"/>, and keeps a ledger
/// of what each removed in its turn and would remove alone. The source is never changed. Cost: O(n) for n lines, about
/// 60 bytes per line; the result does not depend on the number of threads or the culture.
/// </summary>
public static class CleaningPipeline
{
    /// <summary>Cleans a file.</summary>
    /// <param name="table">The lines as read.</param>
    /// <param name="options">The rules; null for the five standard ones.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="cancellationToken">Cancels between pieces of some thousand lines.</param>
    /// <exception cref="ArgumentException">A setting cannot be used.</exception>
    /// <exception cref="NothingLeftException">The rules removed every line, or there was none.</exception>
    public static CleaningResult Run(
        TransactionTable table, CleaningOptions? options = null, IProgress<WorkProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        options ??= CleaningOptions.Default;
        options.Validate();
        progress?.Report(new WorkProgress("Comparing lines", 0, 0, "rows"));
        CleaningLines lines = new(table, options, cancellationToken);
        bool[] duplicate = [];
        IReadOnlyList<NonProductCandidate> candidates = [];
        CancellationProposal? cancellations = null;
        int invoices = 0;
        Parallel.Invoke(
            new ParallelOptions { CancellationToken = cancellationToken },
            () => duplicate = DuplicateFinder.Find(table, cancellationToken),
            () => candidates = NonProductDetector.Find(table, cancellationToken),
            () => cancellations = options.Cancellations.Mark == CancellationMark.Automatic ? CancellationDetector.Propose(table) : null,
            () => invoices = OrderCounter.CountInvoices(table));
        progress?.Report(new WorkProgress("Applying the rules", 0.4, table.RowCount, "rows"));
        CancellationsRule cancelling = new(options.Cancellations, cancellations);
        CleaningLedger ledger = new(lines, Rules(table, options, duplicate, cancelling, candidates));
        ledger.Run(cancellationToken);
        CleaningStep[] steps = ledger.Steps(cancellationToken);
        RequireSomethingLeft(steps, table.RowCount, ledger.Before(invoices));
        progress?.Report(new WorkProgress("Gathering the kept lines", 0.7, table.RowCount, "rows"));
        CleanedTransactions cleaned = CleanedTransactionsBuilder.Build(lines, ledger.RemovedBy, duplicate, cancelling, options, cancellationToken);
        CleaningResult result = new()
        {
            Source = table,
            Options = options,
            Cleaned = cleaned,
            RemovedBy = ledger.RemovedBy,
            Steps = steps,
            Before = ledger.Before(invoices),
            After = Totals(cleaned),
            NonProductCandidates = candidates,
        };
        progress?.Report(new WorkProgress("Cleaned", 1, table.RowCount, "rows"));
        return result;
    }

    private static ICleaningRule[] Rules(
        TransactionTable table, CleaningOptions options, bool[] duplicate, CancellationsRule cancelling, IReadOnlyList<NonProductCandidate> candidates)
    {
        MissingValueOptions missing = options.MissingValues;
        return
        [
            new MissingTextRule(CleaningRuleIds.MissingCustomer, table.Customer, missing.Customer, "customer"),
            new ExactDuplicatesRule(options.RemoveExactDuplicates, duplicate),
            cancelling,
            new NonPositiveQuantityRule(options.RemoveNonPositiveQuantity),
            new NonPositivePriceRule(options.RemoveNonPositivePrice),
            new MissingTextRule(CleaningRuleIds.MissingProduct, table.Product, missing.Product, "product code"),
            new MissingTextRule(CleaningRuleIds.MissingDescription, table.Description, missing.Description, "description"),
            new MissingTextRule(CleaningRuleIds.MissingCountry, table.Country, missing.Country, "country"),
            new MissingNumberRule(CleaningRuleIds.MissingQuantity, table.HasQuantity ? table.Quantity : null, missing.Quantity, "quantity"),
            new MissingNumberRule(CleaningRuleIds.MissingPrice, table.HasUnitPrice ? table.UnitPrice : null, missing.UnitPrice, "unit price"),
            new NonProductsRule(options.NonProducts, candidates),
            new DateWindowRule(options.DateWindow),
            new CountriesRule(options.Countries),
            new OutliersRule(options.Outliers),
            new MinimumOrdersRule(options.MinimumOrders),
        ];
    }

    private static CleaningTotals Totals(CleanedTransactions cleaned)
    {
        double revenue = 0;
        double units = 0;
        long first = long.MaxValue;
        long last = long.MinValue;
        for (int i = 0; i < cleaned.RowCount; i++)
        {
            revenue += cleaned.Amount[i];
            units += cleaned.Quantity[i];
            first = Math.Min(first, cleaned.Ticks[i]);
            last = Math.Max(last, cleaned.Ticks[i]);
        }

        return new CleaningTotals(
            cleaned.RowCount,
            cleaned.CustomerCount,
            cleaned.InvoiceCount,
            cleaned.ProductCodes.Length,
            cleaned.Countries.Length,
            revenue,
            units,
            new DateTime(first),
            new DateTime(last));
    }

    private static void RequireSomethingLeft(CleaningStep[] steps, int rows, CleaningTotals before)
    {
        if (rows == 0)
        {
            throw new NothingLeftException("The file has no lines to clean: bring a file with at least one purchase.", string.Empty, steps);
        }

        if (steps[^1].RowsAfter > 0)
        {
            return;
        }

        CleaningStep last = steps.Last(step => step.RowsRemoved > 0);
        throw new NothingLeftException(
            FormattableString.Invariant(
                $"No lines are left: the rule \"{last.Name}\" removed the last {last.RowsRemoved} of {rows}. Switch it off or loosen it, or check that its column was read as what it is."),
            last.RuleId,
            steps,
            before);
    }
}
