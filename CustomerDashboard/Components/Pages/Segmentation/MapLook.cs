namespace CustomerDashboard.Components.Pages.Segmentation;

/// <summary>How the map of customers is drawn.</summary>
/// <param name="Solid">In three dimensions.</param>
/// <param name="AllFeatures">By the components of every feature instead of those used.</param>
/// <param name="Arrows">With an arrow for each feature.</param>
/// <param name="Rings">With rings around customers far from the centre of their segment.</param>
public sealed record MapLook(bool Solid = false, bool AllFeatures = false, bool Arrows = true, bool Rings = true);
