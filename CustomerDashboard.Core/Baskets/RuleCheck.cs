namespace CustomerDashboard.Core.Baskets;

/// <summary>A rule counted again in the earlier and in the later half of the baskets.</summary>
/// <param name="EarlierConfidence">The confidence in the earlier half; NaN where no basket has the first products.</param>
/// <param name="EarlierLift">The lift in the earlier half; NaN where it has none.</param>
/// <param name="Baskets">Baskets of the later half with all products.</param>
/// <param name="AntecedentBaskets">Those with the first products.</param>
/// <param name="Confidence">The confidence in the later half; NaN where no basket has the first products.</param>
/// <param name="Lift">The lift in the later half; NaN where it has none.</param>
/// <param name="PValue">Fisher's one-sided p-value in the later half alone.</param>
/// <param name="Standing">What that says.</param>
/// <param name="FoundEarlier">True when the earlier half alone would have shown the rule under the same settings: then the later half is new to it.</param>
public sealed record RuleCheck(
    double EarlierConfidence, double EarlierLift, int Baskets, int AntecedentBaskets, double Confidence, double Lift, double PValue, RuleStanding Standing, bool FoundEarlier);
