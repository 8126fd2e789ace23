using System.Globalization;
using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Features;

namespace CustomerDashboard.Core.Prediction;

/// <summary>Which features a file can give, and why not the others.</summary>
internal sealed class FeatureAvailability
{
    private readonly List<int> _columns = [];
    private readonly List<string> _leftOut = [];

    private FeatureAvailability(CleanedTransactions data, PredictionWindows windows)
    {
        IReadOnlyList<FeatureDefinition> all = PredictionFeatureCatalog.All;
        for (int column = 0; column < all.Count; column++)
        {
            string? reason = WhyNot(all[column].Id, data, windows);
            if (reason is null)
            {
                _columns.Add(column);
            }
            else
            {
                _leftOut.Add($"{all[column].Name}: {reason}");
            }
        }

        Definitions = [.. _columns.Select(c => all[c])];
        Columns = [.. _columns];
    }

    /// <summary>Columns of the full table, ascending.</summary>
    public int[] Columns { get; }

    public IReadOnlyList<FeatureDefinition> Definitions { get; }

    public IReadOnlyList<string> LeftOut => _leftOut;

    public static FeatureAvailability Of(CleanedTransactions data, PredictionWindows windows) => new(data, windows);

    /// <summary>Position of a feature among the available ones, or -1.</summary>
    public int IndexOf(string id)
    {
        for (int i = 0; i < Definitions.Count; i++)
        {
            if (Definitions[i].Id == id)
            {
                return i;
            }
        }

        return -1;
    }

    private static string? WhyNot(string id, CleanedTransactions data, PredictionWindows windows) => id switch
    {
        PredictionFeatureIds.DistinctProducts when data.Source.Product is null => "the file has no product codes.",
        PredictionFeatureIds.MeanUnitPrice when !data.Source.HasUnitPrice => "the file has no unit prices.",
        PredictionFeatureIds.UnitsPerBasket when !data.Source.HasQuantity => "the file has no quantities.",
        PredictionFeatureIds.ReturnRate when data.Cancellations.Customer.Length == 0 => "the file marks no cancelled invoices.",
        PredictionFeatureIds.HomeCountry when data.Source.Country is null => "the file has no countries.",
        PredictionFeatureIds.HomeCountry when data.Countries.Length < 2 => "all lines are from one country.",
        PredictionFeatureIds.OrdersLast365Days or PredictionFeatureIds.SpendLast365Days => TooShort(windows, 365),
        PredictionFeatureIds.OrdersLast90Days or PredictionFeatureIds.SpendLast90Days => TooShort(windows, 90),
        _ => null,
    };

    private static string? TooShort(PredictionWindows windows, int days) => windows.ObservationDays > days
        ? null
        : string.Create(
            CultureInfo.InvariantCulture,
            $"only {Math.Floor(windows.ObservationDays):0} days lie before the cut-off, so the last {days} days are the whole history.");
}
