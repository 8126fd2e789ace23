using CustomerDashboard.Core.Features;

namespace CustomerDashboard.Core.Segmentation;

/// <summary>The attributes of customers as a feature table, so that they take the same road as features of transactions.</summary>
/// <param name="Table">Numeric columns, then one column of 0 and 1 per category (id "Column=Value"). Its snapshot is <see cref="DateTime.MinValue"/>.</param>
/// <param name="DefaultOptions">Segmentation options that group by the chosen columns: no logarithm, standardised.</param>
/// <param name="Notes">What was left out and why.</param>
public sealed record AttributeFeatureSet(CustomerFeatureTable Table, SegmentationOptions DefaultOptions, IReadOnlyList<string> Notes);
