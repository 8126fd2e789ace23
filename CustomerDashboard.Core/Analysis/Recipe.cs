using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CustomerDashboard.Core.Baskets.Network;
using CustomerDashboard.Core.DataImport;
using CustomerDashboard.Core.LifetimeValue;
using CustomerDashboard.Core.Numerics;
using CustomerDashboard.Core.Prediction;
using CustomerDashboard.Core.Recommendations;
using CustomerDashboard.Core.Segmentation;

namespace CustomerDashboard.Core.Analysis;

/// <summary>
/// Reads and writes <see cref="AnalysisOptions"/> as JSON that a person can read and edit. Members that are left out keep
/// their defaults; members that do not exist are refused, since a misspelt setting would otherwise be ignored in silence.
/// </summary>
public static class Recipe
{
    /// <summary>Recipes are a few kilobytes; anything larger is another file chosen by mistake.</summary>
    public const int MaximumBytes = 4 << 20;

    /// <summary>The options whose own seed is that of the whole analysis.</summary>
    private static readonly Type[] Seeded =
        [
            typeof(SegmentationOptions), typeof(PredictionOptions), typeof(ProductNetworkOptions), typeof(CustomerNetworkOptions), typeof(LifetimeValueOptions),
            typeof(RecommendationOptions),
        ];

    private static readonly JsonSerializerOptions Format = CreateFormat();

    /// <summary>The recipe as indented JSON. The same options give the same text under any culture.</summary>
    public static string ToJson(AnalysisOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return JsonSerializer.Serialize(options, Format).ReplaceLineEndings("\n") + "\n";
    }

    /// <summary>Reads a recipe and checks every setting.</summary>
    /// <exception cref="RecipeException">It is no JSON, has a member that does not exist, or a value that cannot be used.</exception>
    public static AnalysisOptions Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        AnalysisOptions? options;
        try
        {
            options = JsonSerializer.Deserialize<AnalysisOptions>(json, Format);
        }
        catch (JsonException fault)
        {
            throw Explain(fault);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException or InvalidOperationException)
        {
            throw new RecipeException($"The recipe cannot be used: {fault.Message}", string.Empty, fault);
        }

        if (options is null)
        {
            throw new RecipeException("The recipe is empty. Save one from the dashboard, or leave it out to use the standard one.");
        }

        try
        {
            options.Validate();
        }
        catch (ArgumentException fault)
        {
            string member = fault.ParamName is { Length: > 0 } name ? JsonNamingPolicy.CamelCase.ConvertName(name) : string.Empty;
            throw new RecipeException(
                $"The recipe cannot be used{(member.Length == 0 ? string.Empty : $", because of '{member}'")}: {PlainMessage.Of(fault)}", member, fault);
        }

        return options;
    }

    /// <summary>Reads a recipe from a file.</summary>
    /// <exception cref="RecipeException">The file cannot be read, or as for <see cref="Parse"/>.</exception>
    public static AnalysisOptions Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                throw new RecipeException($"There is no recipe file '{path}'.");
            }

            if (file.Length > MaximumBytes)
            {
                throw new RecipeException($"'{path}' is {file.Length >> 20} MB; a recipe is a small JSON file. Is it the right file?");
            }

            return Parse(File.ReadAllText(path, Encoding.UTF8));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new RecipeException($"The recipe '{path}' cannot be read: {fault.Message}", string.Empty, fault);
        }
    }

    /// <summary>True when two recipes say the same, whatever lists they hold it in.</summary>
    public static bool AreEqual(AnalysisOptions first, AnalysisOptions second) =>
        ReferenceEquals(first, second) || string.Equals(ToJson(first), ToJson(second), StringComparison.Ordinal);

    /// <summary>JSON that is equal exactly when the options are: what cache keys are made of.</summary>
    internal static string Fingerprint<T>(T options) => JsonSerializer.Serialize(options, Format);

    private static RecipeException Explain(JsonException fault)
    {
        string member = fault.Path is { } path ? path.TrimStart('$').TrimStart('.') : string.Empty;
        string line = fault.LineNumber is { } number ? string.Create(CultureInfo.InvariantCulture, $" (line {number + 1})") : string.Empty;
        if (fault.Message.Contains("could not be mapped", StringComparison.Ordinal))
        {
            return new RecipeException(
                $"The recipe has a member '{member}'{line} that does not exist. Correct its spelling or remove it; there are: {RecipeMembers.Siblings(member, Format)}.", member, fault);
        }

        return member.Length == 0
            ? new RecipeException($"The recipe is not valid JSON{line}: {WithoutPosition(fault.Message)}", member, fault)
            : new RecipeException($"The value of '{member}' in the recipe{line} cannot be used. {Allowed(member, fault)}", member, fault);
    }

    // The parser's own sentence names types of the program; it serves only where nothing better is known.
    private static string Allowed(string member, JsonException fault) =>
        RecipeMembers.Allowed(member, Format) is { Length: > 0 } words ? words : WithoutPosition(fault.Message);

    /// <summary>The parser's sentence without "Path: ... | LineNumber: ..." which the message already says in words.</summary>
    private static string WithoutPosition(string message)
    {
        int end = message.IndexOf(" Path: ", StringComparison.Ordinal);
        end = end < 0 ? message.IndexOf(" LineNumber: ", StringComparison.Ordinal) : end;
        return end < 0 ? message : message[..end];
    }

    private static JsonSerializerOptions CreateFormat()
    {
        var format = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            WriteIndented = true,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            ReadCommentHandling = JsonCommentHandling.Skip,
            AllowTrailingCommas = true,
            IgnoreReadOnlyProperties = true,
            RespectNullableAnnotations = true,
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOut } },
        };
        format.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
        format.MakeReadOnly();
        return format;
    }

    /// <summary>One seed rules all stages, and limits belong to the server, not to the recipe.</summary>
    private static void LeaveOut(JsonTypeInfo type)
    {
        string? hidden =
            type.Type == typeof(ImportOptions) ? nameof(ImportOptions.Limits)
            : Seeded.Contains(type.Type) ? nameof(AnalysisOptions.Seed)
            : null;
        for (int i = type.Properties.Count - 1; hidden is not null && i >= 0; i--)
        {
            // Recipes once had these beside the questions; they are read, and written among the models' settings.
            if (type.Type == typeof(PredictionOptions)
                && (type.Properties[i].Name is "logisticC" or "treeMaxDepth" or "treeMinSamplesLeaf"))
            {
                type.Properties[i].ShouldSerialize = (_, _) => false;
            }

            if (string.Equals(type.Properties[i].Name, hidden, StringComparison.OrdinalIgnoreCase))
            {
                type.Properties.RemoveAt(i);
            }
        }
    }
}
