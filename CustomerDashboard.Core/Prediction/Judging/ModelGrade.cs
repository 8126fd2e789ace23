using CustomerDashboard.Core.Prediction.Models;

namespace CustomerDashboard.Core.Prediction.Judging;

/// <summary>A model against the best baseline of its question, on the same customers (forward where there is a forward test).</summary>
/// <param name="Level">Whether it is worth having.</param>
/// <param name="Baseline">The baseline it is held against.</param>
/// <param name="Gain">How much better it is in the headline figure; negative when worse.</param>
/// <param name="Lower">95 % limit of the gain.</param>
/// <param name="Upper">95 % limit of the gain.</param>
/// <param name="Sentence">The same in words ("No better than the run-rate: ...").</param>
public sealed record ModelGrade(GradeLevel Level, ModelKind Baseline, double Gain, double Lower, double Upper, string Sentence);
