using Bunit;
using CustomerDashboard.Components.Pages.Prediction;
using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Prediction;

namespace CustomerDashboard.Tests.Dashboard.Pages.Prediction;

public sealed class PredictionPageTests : WorkspacePageContext
{
    [Fact]
    public async Task The_confusion_matrix_follows_the_threshold_slider()
    {
        await OpenSampleAsync();
        var page = Render<PredictionPage>();
        RepeatPurchaseResult repeat = Session.Result!.Prediction!.Repeat!;
        ClassifierScores scores = repeat.Models.Single(model => model.Id == repeat.ChosenModelId).Forward!;
        foreach (double threshold in new[] { 0.2, 0.8 })
        {
            page.Find("input[type=range]").Input(threshold.ToString(System.Globalization.CultureInfo.InvariantCulture));
            ThresholdMetrics expected = ThresholdMetrics.At(scores.Scores, scores.Labels, threshold);
            int[] shown = [.. page.FindAll(".matrix td strong").Select(cell => int.Parse(cell.TextContent, System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.CurrentCulture))];
            Assert.Equal([expected.TruePositives, expected.FalseNegatives, expected.FalsePositives, expected.TrueNegatives], shown);
        }
    }

    [Fact]
    public async Task Every_model_stands_beside_its_baselines()
    {
        await OpenSampleAsync();
        var page = Render<PredictionPage>();
        var repeat = Session.Result!.Prediction!.Repeat!;
        string models = page.Find("[aria-labelledby=models-title]").TextContent;
        Assert.All(repeat.Models, model => Assert.Contains(model.Name, models, StringComparison.Ordinal));
        Assert.Contains(repeat.Verdict, page.Find(".verdict").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Churn_is_the_complement_and_spend_is_judged_against_the_run_rate()
    {
        await OpenSampleAsync();
        var page = Render<PredictionPage>();
        Button(page, "Who is leaving (churn)").Click();
        page.WaitForAssertion(() => Assert.Contains("not to buy in the next 90 days", page.Find(".answer").TextContent, StringComparison.Ordinal), Patience);
        Button(page, "How much they spend").Click();
        page.WaitForAssertion(() => Assert.Contains(Session.Result!.Prediction!.Spend!.Verdict, page.Find(".answer").TextContent, StringComparison.Ordinal), Patience);
        Assert.Contains("run-rate", page.Markup, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_window_longer_than_the_file_is_answered_in_words()
    {
        await OpenSampleAsync();
        var page = Render<PredictionPage>();
        await Session.UpdateAsync(options => options with { Prediction = options.Prediction with { HorizonDays = 3000 } });
        await UntilReadyAsync();
        page.WaitForAssertion(() => Assert.Contains("No prediction from this file", page.Markup, StringComparison.Ordinal), Patience);
    }
}
