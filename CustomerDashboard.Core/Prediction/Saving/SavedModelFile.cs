using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CustomerDashboard.Core.Learning.Classification;
using CustomerDashboard.Core.Learning.Persistence;
using CustomerDashboard.Core.Learning.Regression;
using CustomerDashboard.Core.Prediction.Models;
using CustomerDashboard.Core.Prediction.Questions;

namespace CustomerDashboard.Core.Prediction.Saving;

/// <summary>Writes and reads <see cref="SavedModel"/>; the format is that of <see cref="ModelFile"/>.</summary>
public static class SavedModelFile
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        IgnoreReadOnlyProperties = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Writes a model.</summary>
    public static void Write(Stream output, SavedModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        FittedTask fitted = model.Fitted;
        object inner = (object?)fitted.Classifier ?? (object?)fitted.Multiclass ?? fitted.Regressor
            ?? throw new ArgumentException("There is no fitted model to save.", nameof(model));
        ModelFile.Write(output, inner, JsonSerializer.Serialize(model.Info, Json).ReplaceLineEndings("\n"), PredictionCodecs.Format);
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="ModelFileException">It is no saved model, damaged, of another version, or a model of something else; the message says which.</exception>
    public static SavedModel Read(Stream input)
    {
        (string header, object model) = ModelFile.Read(input, PredictionCodecs.Format);
        SavedModelInfo info = Header(header);
        var fitted = new FittedTask { Question = info.Question, Model = info.Model, Features = info.Features };
        (fitted, int features) = (info.Question.Kind, model) switch
        {
            (QuestionKind.Binary, IClassifierModel classifier) => (fitted with { Classifier = classifier }, classifier.FeatureCount),
            (QuestionKind.Multiclass, IMulticlassClassifierModel several) when several.ClassCount == info.Question.Classes.Count =>
                (fitted with { Multiclass = several }, several.FeatureCount),
            (QuestionKind.Numeric, IRegressorModel regressor) => (fitted with { Regressor = regressor }, regressor.FeatureCount),
            _ => throw new ModelFileException("The file holds a model that cannot answer its question. Save it again."),
        };
        return features == info.Features.Count
            ? new SavedModel(info, fitted)
            : throw new ModelFileException(FormattableString.Invariant($"The model reads {features} features, but {info.Features.Count} are named. Save it again."));
    }

    private static SavedModelInfo Header(string header)
    {
        try
        {
            return JsonSerializer.Deserialize<SavedModelInfo>(header, Json) ?? throw new ModelFileException("The saved model says nothing of itself. Save it again.");
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException or ArgumentException)
        {
            throw new ModelFileException("The file is a saved model, but not one of a question this program answers. Use the version that saved it.", fault);
        }
    }
}
