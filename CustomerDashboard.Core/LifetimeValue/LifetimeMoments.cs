namespace CustomerDashboard.Core.LifetimeValue;

/// <summary>The logarithm of a lifetime integral and the means, over its integrand, of what its derivatives are made of.</summary>
internal readonly record struct LifetimeMoments(double Log, double MeanLogAlpha, double MeanLogBeta, double MeanInverseAlpha, double MeanInverseBeta);
