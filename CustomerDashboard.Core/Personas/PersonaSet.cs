namespace CustomerDashboard.Core.Personas;

/// <summary>The personas of one solution, in the order of its segments.</summary>
/// <param name="Headline">The whole in one or two sentences.</param>
/// <param name="Personas">One per segment.</param>
/// <param name="Notes">What was left out and why, and what became of given names that found no segment.</param>
public sealed record PersonaSet(string Headline, IReadOnlyList<Persona> Personas, IReadOnlyList<string> Notes);
