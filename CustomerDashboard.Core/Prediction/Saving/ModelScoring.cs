using System.Globalization;
using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Prediction.Questions;

namespace CustomerDashboard.Core.Prediction.Saving;

/// <summary>
/// Scores another file with a saved model: the features are built from that file alone, seen from its own last purchase, as they were built for
/// learning. One pass over the lines and one forecast for each customer.
/// </summary>
public static class ModelScoring
{
    private const double FarFromLearning = 0.5;

    /// <summary>Scores everyone who bought, for questions of purchases.</summary>
    /// <param name="model">The model.</param>
    /// <param name="data">The cleaned lines of the file.</param>
    /// <param name="cutoff">The moment customers are seen at; null for the last purchase of the file.</param>
    /// <exception cref="ModelDoesNotFitException">The file lacks what the model reads, or nobody bought before the cut-off.</exception>
    public static ScoredFile Score(SavedModel model, CleanedTransactions data, DateTime? cutoff = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        if (data.RowCount == 0)
        {
            throw new ModelDoesNotFitException("Cleaning kept no line of this file, so there is nobody to score.");
        }

        IReadOnlyList<FeatureDefinition> features = model.Info.Features;
        RequireColumns(features, data);
        int[]? windowed = Columns(features, PredictionFeatureCatalog.All);
        if (windowed is not null)
        {
            return Windowed(model, data, windowed, cutoff);
        }

        int[] first = Columns(features, FirstPurchaseFeatureCatalog.All)
            ?? throw new ModelDoesNotFitException($"The model reads {Names(features)}, which a file of purchases does not have. Score a file with one row per customer and these columns.");
        FirstPurchaseTable table = FirstPurchaseTable.Build(data, model.Info.Options.FirstPurchaseDays, model.Info.Options.ReversedOrders);
        return Rows(model, Array.ConvertAll(table.CustomerIndex, customer => data.CustomerIds[customer]), table.Features.SelectColumns(first), null, []);
    }

    /// <summary>Scores rows whose features are at hand.</summary>
    /// <param name="model">The model.</param>
    /// <param name="customerIds">Who the rows are.</param>
    /// <param name="columns">Values by the id or the name of the feature; others than the model's are ignored.</param>
    /// <exception cref="ModelDoesNotFitException">A column the model reads is missing, or there are no rows.</exception>
    public static ScoredFile Score(SavedModel model, IReadOnlyList<string> customerIds, IReadOnlyDictionary<string, double[]> columns)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(customerIds);
        ArgumentNullException.ThrowIfNull(columns);
        var found = new double[model.Info.Features.Count][];
        var missing = new List<string>();
        for (int i = 0; i < found.Length; i++)
        {
            FeatureDefinition feature = model.Info.Features[i];
            if (columns.TryGetValue(feature.Id, out double[]? values) || columns.TryGetValue(feature.Name, out values))
            {
                found[i] = values;
            }
            else
            {
                missing.Add(feature.Name);
            }
        }

        return missing.Count > 0
            ? throw new ModelDoesNotFitException($"The file has no column for {string.Join(", ", missing.Select(name => $"\"{name}\""))}, which the model reads. Add {(missing.Count == 1 ? "it" : "them")}, or learn a model without {(missing.Count == 1 ? "it" : "them")}.")
            : Rows(model, customerIds, Matrix.FromColumns(found), null, []);
    }

    private static ScoredFile Windowed(SavedModel model, CleanedTransactions data, int[] columns, DateTime? asked)
    {
        long first = long.MaxValue;
        long last = long.MinValue;
        foreach (long ticks in data.Ticks)
        {
            first = Math.Min(first, ticks);
            last = Math.Max(last, ticks);
        }

        PredictionOptions options = model.Info.Options;
        DateTime cutoff = asked ?? new DateTime(last);
        DateTime start = new(Math.Min(first, cutoff.Ticks));
        if (options.ObservationDays is { } days && (cutoff - start).TotalDays > days)
        {
            start = cutoff.AddDays(-days);
        }

        var windows = new PredictionWindows(start, cutoff, cutoff.AddDays(options.HorizonDays));
        PredictionTable table = PurchasePrediction.BuildTable(data, windows, options.ReversedOrders);
        if (table.RowCount == 0)
        {
            throw new ModelDoesNotFitException(string.Create(
                CultureInfo.InvariantCulture, $"Nobody bought before {cutoff:yyyy-MM-dd}: the file begins on {new DateTime(first):yyyy-MM-dd}. Choose a later cut-off."));
        }

        var notes = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture, $"Customers are seen from {cutoff:yyyy-MM-dd}; the answers foretold are those of the {options.HorizonDays} days after it."),
        };
        double learned = model.Info.Windows?.ObservationDays ?? 0;
        if (windows.ObservationDays < FarFromLearning * learned)
        {
            notes.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"The model learned from {learned:0} days of history, this file has {windows.ObservationDays:0}: totals and days since the first purchase mean less here, and the scores are to be taken with care."));
        }

        return Rows(model, Array.ConvertAll(table.CustomerIndex, customer => data.CustomerIds[customer]), table.Features.SelectColumns(columns), cutoff, notes);
    }

    private static ScoredFile Rows(SavedModel model, IReadOnlyList<string> ids, Matrix rows, DateTime? cutoff, List<string> notes)
    {
        if (rows.Rows == 0)
        {
            throw new ModelDoesNotFitException("The file has nobody to score.");
        }

        var scored = new ScoredCustomer[rows.Rows];
        if (model.Fitted.Multiclass is not null)
        {
            Matrix chances = model.Fitted.PredictProbabilities(rows);
            for (int row = 0; row < scored.Length; row++)
            {
                int best = 0;
                for (int kind = 1; kind < chances.Columns; kind++)
                {
                    best = chances[row, kind] > chances[row, best] ? kind : best;
                }

                scored[row] = new ScoredCustomer(ids[row], chances[row, best], model.Info.Question.Classes[best]);
            }
        }
        else
        {
            double[] values = model.Fitted.Predict(rows);
            for (int row = 0; row < scored.Length; row++)
            {
                scored[row] = new ScoredCustomer(ids[row], values[row], null);
            }
        }

        Array.Sort(scored, (a, b) => a.Value != b.Value ? b.Value.CompareTo(a.Value) : string.CompareOrdinal(a.CustomerId, b.CustomerId));
        return new ScoredFile(model.Info, cutoff, scored, notes);
    }

    /// <summary>The places of the model's features in a catalogue; null where one is not in it.</summary>
    private static int[]? Columns(IReadOnlyList<FeatureDefinition> features, IReadOnlyList<FeatureDefinition> catalogue)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < catalogue.Count; i++)
        {
            places[catalogue[i].Id] = i;
        }

        var columns = new int[features.Count];
        for (int i = 0; i < columns.Length; i++)
        {
            if (!places.TryGetValue(features[i].Id, out columns[i]))
            {
                return null;
            }
        }

        return columns;
    }

    /// <summary>Says at once everything that is missing, in the words of the file.</summary>
    private static void RequireColumns(IReadOnlyList<FeatureDefinition> features, CleanedTransactions data)
    {
        var missing = new List<string>();
        Check("product codes", data.Source.Product is null, PredictionFeatureIds.DistinctProducts, FirstPurchaseFeatureIds.Products);
        Check("unit prices", !data.Source.HasUnitPrice, PredictionFeatureIds.MeanUnitPrice, FirstPurchaseFeatureIds.MeanUnitPrice, FirstPurchaseFeatureIds.DearestUnitPrice);
        Check("quantities", !data.Source.HasQuantity, PredictionFeatureIds.UnitsPerBasket, FirstPurchaseFeatureIds.Units, FirstPurchaseFeatureIds.UnitsPerLine);
        Check("countries", data.Source.Country is null, PredictionFeatureIds.HomeCountry, FirstPurchaseFeatureIds.HomeCountry);
        if (missing.Count > 0)
        {
            throw new ModelDoesNotFitException($"This file lacks what the model reads: {string.Join("; ", missing)}. Say on the page Data which columns hold {(missing.Count == 1 ? "it" : "them")}, or learn a model without {(missing.Count == 1 ? "it" : "them")}.");
        }

        void Check(string what, bool lacks, params string[] ids)
        {
            string[] names = [.. features.Where(feature => ids.Contains(feature.Id)).Select(feature => $"\"{feature.Name}\"")];
            if (lacks && names.Length > 0)
            {
                missing.Add($"{what} (for {string.Join(", ", names)})");
            }
        }
    }

    private static string Names(IReadOnlyList<FeatureDefinition> features) =>
        string.Join(", ", features.Take(5).Select(feature => $"\"{feature.Name}\"")) + (features.Count > 5 ? " and others" : "");
}
