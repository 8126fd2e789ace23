using System.Globalization;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Learning.Explanation;
using CustomerDashboard.Core.Prediction.Questions;

namespace CustomerDashboard.Core.Prediction.Explaining;

/// <summary>The words an explanation is put in: of a chance, or of an amount.</summary>
internal sealed class ExplanationWords
{
    private const int Named = 3;

    private readonly string _answer;
    private readonly bool _isChance;

    private ExplanationWords(string answer, bool isChance)
    {
        _answer = answer;
        _isChance = isChance;
    }

    public static ExplanationWords For(PredictionQuestion question, int classIndex) => question.Kind switch
    {
        QuestionKind.Binary => new ExplanationWords("the chance", true),
        QuestionKind.Multiclass => new ExplanationWords($"the chance of {question.Classes[classIndex]}", true),
        _ => new ExplanationWords("the forecast", false),
    };

    public static string Method(ExplanationMethod method, ExplanationScale scale)
    {
        string how = method switch
        {
            ExplanationMethod.Linear => "Exact, from the coefficients of the model",
            ExplanationMethod.Trees => "Exact, from the trees of the model (TreeSHAP)",
            _ => "Sampled: the model cannot be taken apart, so values of other customers are tried in random orders, and every part has an error",
        };
        string unit = scale switch
        {
            ExplanationScale.LogOdds => "parts add up in log-odds",
            ExplanationScale.Probability => "parts add up in chances",
            ExplanationScale.LogAmount => "parts add up in logarithms of the amount",
            _ => "parts add up in amounts",
        };
        return $"{how}; {unit}.";
    }

    public string Step(FeatureDefinition feature, double value, double from, double to)
    {
        string before = Text(from);
        string after = Text(to);
        string did = before == after ? $"leaves {_answer} at {after}" : $"{(to > from ? "raises" : "lowers")} {_answer} from {before} to {after}";
        return $"{ExplanationPhrases.Of(feature, value)}: {did}.";
    }

    public string Summary(double start, double prediction, IReadOnlyList<ExplanationStep> steps)
    {
        string begin = $"The average customer has {Text(start)}, this one {Text(prediction)}.";
        string[] most = [.. steps.Take(Named).Where(step => Text(step.From) != Text(step.To)).Select(step => step.Sentence)];
        return most.Length == 0 ? begin : $"{begin} {string.Join(" ", most)}";
    }

    public string Effect(FeatureDefinition feature, double share, double direction)
    {
        string part = string.Create(CultureInfo.InvariantCulture, $"{100 * share:0}% of what moves {_answer} is {feature.Name.ToLowerInvariant()}");
        string way = direction switch
        {
            >= 0.3 => $"more of it goes with a higher {Noun}",
            <= -0.3 => $"more of it goes with a lower {Noun}",
            _ => "it works one way for some and the other way for others",
        };
        return share < 0.005 ? $"{feature.Name} hardly matters." : $"{part}; {way}.";
    }

    public string Change(double before, double after, int changes)
    {
        string what = changes == 1 ? "this change" : "these changes";
        return Text(before) == Text(after)
            ? string.Create(CultureInfo.InvariantCulture, $"With {what} {_answer} stays at {Text(after)}.")
            : string.Create(CultureInfo.InvariantCulture, $"With {what} {_answer} {(after > before ? "rises" : "falls")} from {Text(before)} to {Text(after)}. The model says how such customers differed in the past, not what a change would cause.");
    }

    private string Noun => _isChance ? "chance" : "forecast";

    private string Text(double value) => _isChance
        ? string.Create(CultureInfo.InvariantCulture, $"{100 * value:0}%")
        : value.ToString(Math.Abs(value) < 10 ? "0.0" : "#,0", CultureInfo.InvariantCulture);
}
