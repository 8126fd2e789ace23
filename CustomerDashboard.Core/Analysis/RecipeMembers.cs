using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace CustomerDashboard.Core.Analysis;

/// <summary>What a recipe may hold at a place, in the words of somebody who writes one: from the same description the reader uses.</summary>
internal static class RecipeMembers
{
    /// <summary>What is allowed for the value at a path, as a sentence; empty where the path leads nowhere.</summary>
    /// <param name="path">As in <c>segmentation.maxClusters</c>.</param>
    /// <param name="format">How recipes are read.</param>
    public static string Allowed(string path, JsonSerializerOptions format) => At(path, format) is { } type ? Words(type, format) : string.Empty;

    /// <summary>The members of the object that holds the one at a path, comma-separated; empty where there is no such object.</summary>
    public static string Siblings(string path, JsonSerializerOptions format)
    {
        int dot = path.LastIndexOf('.');
        return At(dot < 0 ? string.Empty : path[..dot], format) is { } type && format.GetTypeInfo(type) is { Kind: JsonTypeInfoKind.Object } info
            ? string.Join(", ", info.Properties.Select(property => property.Name))
            : string.Empty;
    }

    private static Type? At(string path, JsonSerializerOptions format)
    {
        Type? type = typeof(AnalysisOptions);
        foreach (string step in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            int bracket = step.IndexOf('[', StringComparison.Ordinal);
            string name = bracket < 0 ? step : step[..bracket];
            type = name.Length == 0 ? type : Member(Bare(type), name, format);
            if (type is not null && bracket >= 0)
            {
                type = format.GetTypeInfo(Bare(type)).ElementType;
            }

            if (type is null)
            {
                return null;
            }
        }

        return Bare(type);
    }

    private static Type? Member(Type type, string name, JsonSerializerOptions format)
    {
        JsonTypeInfo info = format.GetTypeInfo(type);
        return info.Kind switch
        {
            JsonTypeInfoKind.Object => info.Properties.FirstOrDefault(property => property.Name == name)?.PropertyType,
            JsonTypeInfoKind.Dictionary => info.ElementType,
            _ => null,
        };
    }

    private static string Words(Type type, JsonSerializerOptions format)
    {
        if (type.IsEnum)
        {
            return $"Allowed: {string.Join(", ", Enum.GetNames(type).Select(name => $"\"{name}\""))}.";
        }

        return Type.GetTypeCode(type) switch
        {
            TypeCode.Boolean => "Allowed: true or false.",
            TypeCode.Int32 or TypeCode.Int64 => "It needs a whole number.",
            TypeCode.Double or TypeCode.Single or TypeCode.Decimal => "It needs a number.",
            TypeCode.String => "It needs a text in quotes.",
            TypeCode.DateTime => "It needs a date such as \"2011-12-09\".",
            _ => format.GetTypeInfo(type).Kind switch
            {
                JsonTypeInfoKind.Enumerable => "It needs a list in square brackets.",
                JsonTypeInfoKind.Object => $"It needs an object in braces with any of: {string.Join(", ", format.GetTypeInfo(type).Properties.Select(property => property.Name))}.",
                JsonTypeInfoKind.Dictionary => "It needs an object in braces.",
                _ => type == typeof(DateOnly) ? "It needs a date such as \"2011-12-09\"." : string.Empty,
            },
        };
    }

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;
}
