using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace CustomerDashboard.Tests.Components;

/// <summary>
/// bUnit 2.15.2 was built against a later AngleSharp.Diffing than can be restored; the one that is there has what it uses.
/// </summary>
internal static class AngleSharpDiffingResolver
{
    [ModuleInitializer]
    internal static void Install() => AssemblyLoadContext.Default.Resolving += (context, name) =>
    {
        if (name.Name != "AngleSharp.Diffing") return null;
        var path = Path.Combine(AppContext.BaseDirectory, "AngleSharp.Diffing.dll");
        return File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
    };
}
