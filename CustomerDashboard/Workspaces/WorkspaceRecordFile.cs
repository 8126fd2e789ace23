using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CustomerDashboard.Core.Analysis;
using CustomerDashboard.Core.Reporting;

namespace CustomerDashboard.Workspaces;

/// <summary>The file in a workspace's folder that holds its record: written whole or not at all, read back with the same checks as a recipe.</summary>
internal static class WorkspaceRecordFile
{
    public const string Name = "workspace.json";

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new RecipeConverter() },
    };

    /// <summary>Writes the record into a workspace's folder.</summary>
    public static void Write(string folder, WorkspaceRecord record) =>
        AtomicFile.Write(Path.Combine(folder, Name), stream => JsonSerializer.Serialize(stream, record, Json));

    /// <summary>Reads the record of the workspace in this folder.</summary>
    /// <exception cref="WorkspaceException">It is not there or cannot be read back.</exception>
    public static WorkspaceRecord Read(string folder, string id)
    {
        try
        {
            byte[] json = File.ReadAllBytes(Path.Combine(folder, Name));
            try
            {
                return Parse(json) with { Id = id };
            }
            catch (RecipeException recipe)
            {
                // Settings of another version: the file and its name are worth more than they are.
                var members = JsonNode.Parse(json)!.AsObject();
                members.Remove("options");
                return Parse(Encoding.UTF8.GetBytes(members.ToJsonString())) with
                {
                    Id = id,
                    Problem = $"The saved settings could not be read, so the standard recipe is used. {recipe.Message}",
                };
            }
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException or NotSupportedException or InvalidOperationException or ArgumentException)
        {
            throw new WorkspaceException(
                $"The record of this workspace cannot be read back ({fault.Message}). Delete it and upload the file again.", fault);
        }
    }

    private static WorkspaceRecord Parse(byte[] json) => JsonSerializer.Deserialize<WorkspaceRecord>(json, Json)
        ?? throw new WorkspaceException("The record of this workspace is empty. Delete it and upload the file again.");

    /// <summary>The recipe inside the record is the same JSON as a recipe on its own, with the same checks.</summary>
    private sealed class RecipeConverter : JsonConverter<AnalysisOptions>
    {
        public override AnalysisOptions Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using JsonDocument document = JsonDocument.ParseValue(ref reader);
            return Recipe.Parse(document.RootElement.GetRawText());
        }

        public override void Write(Utf8JsonWriter writer, AnalysisOptions value, JsonSerializerOptions options)
        {
            using JsonDocument document = JsonDocument.Parse(Recipe.ToJson(value));
            document.RootElement.WriteTo(writer);
        }
    }
}
