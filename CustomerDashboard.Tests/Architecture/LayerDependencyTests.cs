using System.Reflection;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Tests.Architecture;

/// <summary>Holds the arrows of the design: who may know whom, in every signature and in every line of code.</summary>
public class LayerDependencyTests
{
    private const string Root = "CustomerDashboard.Core.";

    private static readonly string[] Foundations = ["Numerics", "Learning", "Transactions", "DataImport", "Cleaning", "Features"];

    // The rooms that do not know each other: what one needs of another is handed to it as data by Analysis.
    private static readonly string[] Siblings = ["Exploration", "Segmentation", "Prediction", "LifetimeValue", "Baskets", "Recommendations"];

    private static readonly Dictionary<string, string[]> Allowed = CreateAllowed();

    public static TheoryData<string> Rooms => [.. CoreTypes().Select(Room).Distinct().Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void A_room_knows_only_the_rooms_before_it(string room)
    {
        Assert.True(Allowed.TryGetValue(room, out string[]? allowed), $"The design does not say whom the room '{room}' may know.");
        string[] violations = CoreTypes()
            .Where(type => Room(type) == room)
            .SelectMany(type => TypeReferences.Of(type)
                .Where(IsCore)
                .Where(known => Room(known) != room && !allowed.Contains(Room(known)))
                .Select(known => $"{type.FullName} knows {known.FullName}"))
            .Distinct()
            .ToArray();
        Assert.Empty(violations);
    }

    [Fact]
    public void Core_knows_nothing_of_the_web()
    {
        AssemblyName[] references = typeof(Matrix).Assembly.GetReferencedAssemblies();
        Assert.DoesNotContain(references, name => name.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));
        Assert.DoesNotContain(references, name => name.Name!.StartsWith("CustomerDashboard", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("CustomerDashboard.Charts", "Microsoft.AspNetCore.Components", "CustomerDashboard.Workspaces", "CustomerDashboard.Jobs")]
    [InlineData("CustomerDashboard.Jobs", "CustomerDashboard.Components", "CustomerDashboard.Workspaces", "CustomerDashboard.Endpoints")]
    [InlineData("CustomerDashboard.Components.Controls", "CustomerDashboard.Workspaces", "CustomerDashboard.Jobs", "CustomerDashboard.Endpoints")]
    public void The_apps_lower_rooms_do_not_know_the_upper_ones(string room, params string[] forbidden)
    {
        string[] violations = typeof(Program).Assembly.GetTypes()
            .Where(type => In(type, room))
            .SelectMany(type => TypeReferences.Of(type)
                .Where(known => forbidden.Any(upper => In(known, upper)))
                .Select(known => $"{type.FullName} knows {known.FullName}"))
            .Distinct()
            .ToArray();
        Assert.Empty(violations);
    }

    private static Dictionary<string, string[]> CreateAllowed()
    {
        string[] transactions = ["Numerics", "Transactions"];
        var allowed = new Dictionary<string, string[]>
        {
            ["Numerics"] = [],
            ["Learning"] = ["Numerics"],
            ["Sampling"] = ["Numerics"],
            ["Transactions"] = ["Numerics"],
            ["DataImport"] = transactions,
            ["Cleaning"] = [.. transactions, "DataImport"],
            ["Features"] = [.. transactions, "DataImport", "Cleaning", "Learning"],
            ["Personas"] = [.. Foundations, .. Siblings],
            ["Reporting"] = [.. Foundations, .. Siblings, "Personas"],
            ["Analysis"] = [.. Foundations, .. Siblings, "Personas", "Reporting"],
        };
        foreach (string sibling in Siblings)
        {
            allowed[sibling] = Foundations;
        }

        return allowed;
    }

    private static IEnumerable<Type> CoreTypes() => typeof(Matrix).Assembly.GetTypes().Where(IsCore);

    private static bool IsCore(Type type) => type.Namespace?.StartsWith(Root, StringComparison.Ordinal) ?? false;

    private static bool In(Type type, string room) =>
        type.Namespace is { } space && (space == room || space.StartsWith(room + ".", StringComparison.Ordinal));

    private static string Room(Type type) => type.Namespace![Root.Length..].Split('.')[0];
}
