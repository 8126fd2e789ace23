using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Core.Analysis;

/// <summary>How far an analysis is.</summary>
/// <param name="Stage">The stage at work.</param>
/// <param name="Work">What that stage is doing and how far it is.</param>
/// <param name="Fraction">Share of the whole analysis done, 0 to 1; it never falls within a run.</param>
public readonly record struct AnalysisProgress(AnalysisStage Stage, WorkProgress Work, double Fraction);
