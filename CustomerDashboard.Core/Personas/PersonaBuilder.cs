using CustomerDashboard.Core.Cleaning;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Core.Personas;

/// <summary>
/// Turns the segments of a solution into personas: a unique name by evidence (<see cref="Archetypes"/>), what sets each apart,
/// what, when and where it buys, a typical customer, and actions with measurable goals. Costs O(n) passes over the lines,
/// O(k p) for k segments and p products, and O(k^3) for the names.
/// </summary>
public static class PersonaBuilder
{
    /// <summary>Writes the personas.</summary>
    /// <param name="lines">The cleaned lines the features came from; null for a file of customer attributes.</param>
    /// <param name="table">The features.</param>
    /// <param name="solution">The segments to describe, of the same table.</param>
    /// <param name="options">Currency, given names.</param>
    /// <param name="progress">Told what is being done.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">The solution is not of this table, or an option cannot be used.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static PersonaSet Build(
        CleanedTransactions? lines,
        CustomerFeatureTable table,
        SegmentSolution solution,
        PersonaOptions? options = null,
        IProgress<WorkProgress>? progress = null,
        CancellationToken cancellationToken = default)
    {
        options ??= new PersonaOptions();
        Require(table, solution, options);
        progress?.Report(new WorkProgress("Naming the segments", 0));
        var notes = new List<string>();
        SegmentFacts[] facts = SegmentFacts.Of(table, solution);
        SegmentName[] names = PersonaNaming.Name(facts, options, notes);

        progress?.Report(new WorkProgress("Looking at what they buy", 0.2));
        PurchaseProfile[]? purchases = lines is null ? null
            : PurchaseProfiler.Of(lines, table, solution, options.TopProducts, cancellationToken);
        if (lines is { ProductCodes.Length: 0 })
        {
            notes.Add("The file has no product codes, so personas list no products.");
        }

        if (lines is { Countries.Length: 0 })
        {
            notes.Add("The file has no countries, so personas list none.");
        }

        progress?.Report(new WorkProgress("Writing the personas", 0.8));
        var personas = new Persona[facts.Length];
        for (int i = 0; i < personas.Length; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            personas[i] = Write(facts[i], names[i], purchases?[i], options);
        }

        progress?.Report(new WorkProgress("Personas written", 1));
        return new PersonaSet(PersonaWords.Headline(personas), personas, notes);
    }

    /// <summary>The names alone, by segment: the same as those of <see cref="Build"/>, in O(n).</summary>
    /// <exception cref="ArgumentException">The solution is not of this table, or an option cannot be used.</exception>
    public static IReadOnlyList<string> Names(CustomerFeatureTable table, SegmentSolution solution, PersonaOptions? options = null)
    {
        options ??= new PersonaOptions();
        Require(table, solution, options);
        return [.. PersonaNaming.Name(SegmentFacts.Of(table, solution), options, []).Select(name => name.Shown)];
    }

    /// <summary>The archetype of each segment by id, by the same evidence; null for one that has none.</summary>
    /// <exception cref="ArgumentException">The solution is not of this table, or an option cannot be used.</exception>
    public static IReadOnlyList<string?> Kinds(CustomerFeatureTable table, SegmentSolution solution, PersonaOptions? options = null)
    {
        options ??= new PersonaOptions();
        Require(table, solution, options);
        return [.. PersonaNaming.Name(SegmentFacts.Of(table, solution), options, []).Select(name => name.ArchetypeId == SegmentName.Descriptive ? null : name.ArchetypeId)];
    }

    private static Persona Write(SegmentFacts facts, SegmentName name, PurchaseProfile? purchases, PersonaOptions options)
    {
        SegmentSummary segment = facts.Segment;
        return new Persona
        {
            SegmentId = segment.Id,
            ColourSlot = segment.ColourSlot,
            EvidenceName = name.EvidenceName,
            GivenName = name.GivenName,
            Archetype = name.ArchetypeId,
            NameReason = PersonaWords.Reason(facts, name, options.Currency),
            Summary = PersonaWords.Summary(segment),
            Size = segment.Size,
            CustomerShare = segment.CustomerShare,
            Revenue = segment.Revenue,
            RevenueShare = segment.RevenueShare,
            Evidence = EvidenceWriter.Write(facts, options.Currency),
            Basket = purchases?.Basket,
            TopProducts = purchases?.TopProducts ?? [],
            DistinctiveProducts = purchases?.DistinctiveProducts ?? [],
            Times = purchases?.Times,
            Countries = purchases?.Countries ?? [],
            Example = PersonaWords.Example(facts, options.Currency),
            Actions = ActionPlanner.Plan(facts, name.ArchetypeId, options.Currency),
        };
    }

    private static void Require(CustomerFeatureTable table, SegmentSolution solution, PersonaOptions options)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(solution);
        options.Validate();
        if (solution.Labels.Length != table.RowCount)
        {
            throw new ArgumentException(
                $"The segments are of {solution.Labels.Length} customers, the features of {table.RowCount}.", nameof(solution));
        }
    }
}
