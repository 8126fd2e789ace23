namespace CustomerDashboard.Core.Personas;

/// <summary>Something to do with a segment, and how to tell whether it worked.</summary>
/// <param name="Title">What to do, as a command ("Win them back before the season").</param>
/// <param name="Detail">How, in one or two sentences.</param>
/// <param name="Goal">The measurable goal in words, with the segment's own numbers.</param>
/// <param name="GoalCustomers">How many customers the goal speaks of, or null.</param>
/// <param name="GoalValue">What reaching it is worth at past averages, or null where the data have no money.</param>
public sealed record MarketingAction(string Title, string Detail, string Goal, int? GoalCustomers, double? GoalValue);
