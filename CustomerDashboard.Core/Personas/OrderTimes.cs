namespace CustomerDashboard.Core.Personas;

/// <summary>When a segment orders, by the first line of each order.</summary>
/// <param name="Weekdays">Share of orders on each day, Monday first: 7 numbers.</param>
/// <param name="Hours">Share of orders in each hour of the day: 24 numbers; all at 0 when the file has dates without times.</param>
/// <param name="HasHours">False when the file has dates without times.</param>
/// <param name="Sentence">The best days and hours in plain words.</param>
public sealed record OrderTimes(IReadOnlyList<double> Weekdays, IReadOnlyList<double> Hours, bool HasHours, string Sentence);
