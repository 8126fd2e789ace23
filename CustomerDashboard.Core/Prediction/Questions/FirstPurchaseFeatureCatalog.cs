using CustomerDashboard.Core.Features;

namespace CustomerDashboard.Core.Prediction.Questions;

/// <summary>What is known of a newcomer after the first order, all computed from the lines of that one order.</summary>
public static class FirstPurchaseFeatureCatalog
{
    /// <summary>Every feature, in the order of the columns of <see cref="FirstPurchaseTable.Features"/>.</summary>
    public static IReadOnlyList<FeatureDefinition> All { get; } =
    [
        new(FirstPurchaseFeatureIds.Spend, "Value of the first order", "First AOV", "currency", "What the first order was worth.", "sum of line amounts of the first order", true),
        new(FirstPurchaseFeatureIds.Units, "Units in the first order", "First units", "units", "How many pieces the first order held.", "sum of quantities", null),
        new(FirstPurchaseFeatureIds.Lines, "Lines in the first order", "First lines", "lines", "How many lines the first order held.", "number of lines", null),
        new(FirstPurchaseFeatureIds.Products, "Different products in the first order", "First products", "products", "How many different products the first order held.", "number of distinct product codes", null),
        new(FirstPurchaseFeatureIds.UnitsPerLine, "Units per line in the first order", "First units per line", "units", "Whether the customer buys by the piece or by the box.", "units / lines", null),
        new(FirstPurchaseFeatureIds.MeanUnitPrice, "Price of a typical article in the first order", "First mean unit price", "currency", "How expensive the articles were.", "mean unit price over lines", null),
        new(FirstPurchaseFeatureIds.DearestUnitPrice, "Price of the dearest article in the first order", "First highest unit price", "currency", "How expensive the dearest article was.", "highest unit price", null),
        new(FirstPurchaseFeatureIds.LargestLine, "Largest line of the first order", "First largest line", "currency", "What the largest line was worth.", "highest line amount", null),
        new(FirstPurchaseFeatureIds.LargestQuantity, "Most pieces of one article in the first order", "First largest quantity", "units", "How many pieces of one article were taken.", "highest quantity of a line", null),
        new(FirstPurchaseFeatureIds.Hour, "Hour of the first order", "First hour", "hours", "When in the day the customer ordered.", "time of day of the first line, in hours", null),
        new(FirstPurchaseFeatureIds.Weekend, "First order at the weekend", "First at weekend", "yes/no", "Whether the first order came on a Saturday or Sunday.", "1 on Saturday or Sunday, else 0", null),
        new(FirstPurchaseFeatureIds.BulkShare, "Lines of ten pieces or more in the first order", "First bulk share", "share", "Whether the customer buys to sell on.", "lines with a quantity of at least 10 / lines", null),
        new(FirstPurchaseFeatureIds.ValuePerLine, "Value of a line of the first order", "First value per line", "currency", "What one line was worth.", "value / lines", null),
        new(FirstPurchaseFeatureIds.Season, "Days from the first order to Christmas", "First season", "days", "Whether the customer came for the season.", "days from the first order to the next 25 December", null),
        new(FirstPurchaseFeatureIds.HomeCountry, "In the home market", "Home country", "yes/no", "Whether the first order came from the country most first orders come from.", "1 if so, else 0", null),
    ];
}
