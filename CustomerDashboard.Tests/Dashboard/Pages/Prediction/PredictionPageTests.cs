using System.Globalization;
using Bunit;
using CustomerDashboard.Components.Pages.Prediction;
using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Prediction;
using CustomerDashboard.Core.Prediction.Judging;
using CustomerDashboard.Core.Prediction.Models;
using CustomerDashboard.Core.Prediction.Questions;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerDashboard.Tests.Dashboard.Pages.Prediction;

public sealed class PredictionPageTests : WorkspacePageContext
{
    private TaskResult Repeat => Session.Result!.Prediction!.Task(QuestionIds.Repeat)!;

    private TaskResult Churn => Session.Result!.Prediction!.Task(QuestionIds.Churn)!;

    [Fact]
    public async Task The_answer_follows_question_threshold_and_model()
    {
        await OpenSampleAsync();
        var page = Render<PredictionPage>();
        Assert.Contains("are expected to buy again in the next 90 days", page.Find(".answer").TextContent, StringComparison.Ordinal);

        var scores = (BinaryJudgement)Repeat.Leading!.Leading!;
        foreach (double threshold in new[] { 0.2, 0.8 })
        {
            page.Find(".matrix-card input[type=range]").Input(threshold.ToString(CultureInfo.InvariantCulture));
            ThresholdMetrics expected = scores.At(threshold);
            int[] shown = [.. page.FindAll(".matrix td strong").Select(cell => int.Parse(cell.TextContent, NumberStyles.AllowThousands, CultureInfo.CurrentCulture))];
            Assert.Equal([expected.TruePositives, expected.FalseNegatives, expected.FalsePositives, expected.TrueNegatives], shown);
        }

        Button(page, "Models").Click();
        string models = page.Find("[aria-labelledby=models-title]").TextContent;
        Assert.All(Repeat.Models, model => Assert.Contains(model.Name, models, StringComparison.Ordinal));
        Assert.EndsWith($"/models/repeat.cdmodel?model={Repeat.LeadingModel}", page.FindAll("a[download]").Select(link => link.GetAttribute("href")).First(href => href!.Contains("cdmodel", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("Baseline", models, StringComparison.Ordinal);
        var other = Repeat.Models.First(model => model.Model != Repeat.LeadingModel && !model.IsBaseline && model.Failure is null);
        page.FindAll("[aria-labelledby=models-title] tbody button").First(button => button.TextContent == other.Name).Click();
        Assert.Contains($"model={other.Id}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Button(page, "The answer").Click();
        Assert.Contains(other.Name, page.Find(".matrix-card").TextContent, StringComparison.Ordinal);

        page.FindAll(".question").First(question => question.TextContent.Contains("Who is leaving", StringComparison.Ordinal)).Click();
        Assert.Contains("are expected to stay away", page.Find(".answer").TextContent, StringComparison.Ordinal);
        Assert.Contains(Churn.Scores[0].CustomerId, page.Find("[aria-labelledby=scored-title] tbody tr").TextContent, StringComparison.Ordinal);
        Assert.True(Churn.Scores[0].ValueAtRisk >= Churn.Scores[1].ValueAtRisk);

        page.FindAll(".question").First(question => question.TextContent.Contains("How much they spend", StringComparison.Ordinal)).Click();
        Assert.Contains("are expected to spend", page.Find(".answer").TextContent, StringComparison.Ordinal);
        Assert.Contains("run-rate", page.Find(".answer").TextContent, StringComparison.OrdinalIgnoreCase);
        Button(page, "Whom to contact").Click();
        Assert.Contains("A campaign needs a yes/no question", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_leads_to_one_customers_reasons_and_to_what_would_change_them()
    {
        await OpenSampleAsync();
        string customer = Churn.Scores[2].CustomerId;
        Services.GetRequiredService<NavigationManager>().NavigateTo($"prediction?task=churn&tab=customer&customer={Uri.EscapeDataString(customer)}");
        var page = Render<PredictionPage>();
        page.WaitForAssertion(() => Assert.Contains($"Customer {customer}", page.Find("#customer-title").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal("true", page.Find("#tab-customer").GetAttribute("aria-selected"));
        Assert.Equal(8, page.FindAll(".steps-words li").Count);

        // Another value for the feature that matters most moves the forecast, and Back brings the customer's own.
        var field = page.Find(".what-if-fields input");
        field.Change("3");
        page.WaitForAssertion(() => Assert.Contains("With this change", page.Find(".what-if-answer").TextContent, StringComparison.Ordinal), Patience);
        Assert.Contains("whatif=", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Button(page, "Back to the customer's own values").Click();
        page.WaitForAssertion(() => Assert.Contains("own values", page.Find(".what-if-answer").TextContent, StringComparison.Ordinal), Patience);

        page.Find("#customer-id").Change("no such customer");
        page.WaitForAssertion(() => Assert.Contains("There is no customer “no such customer”", page.Markup, StringComparison.Ordinal), Patience);

        Button(page, "Why").Click();
        page.WaitForAssertion(() => Assert.Contains("of what moves", page.Find(".why-words").TextContent, StringComparison.Ordinal), Patience);
        var features = page.FindAll("#why-feature option");
        Assert.Equal(Churn.Features.Count, features.Count);
    }

    [Fact]
    public async Task A_campaign_reaches_fewer_when_contacts_cost_more()
    {
        await OpenSampleAsync();
        Services.GetRequiredService<NavigationManager>().NavigateTo("prediction?task=repeat&tab=campaign&campaign=margin:100,accept:0.2,contact:1");
        var page = Render<PredictionPage>();
        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll("#audience-title")), Patience);
        long before = Contacts(page);
        // A yes brings 19, a no costs 1: contacting pays from a chance of 5% on.
        Assert.Equal(Repeat.Scores.Count(score => score.Value >= 0.05), before + Held(page));
        var cost = page.FindAll("input[type=number]").First(input => input.GetAttribute("value") == "1");
        cost.Change("8");
        page.WaitForAssertion(() => Assert.True(Contacts(page) < before), Patience);
        Assert.Equal(Repeat.Scores.Count(score => score.Value >= 0.4), Contacts(page) + Held(page));
        Assert.Contains("contact:8", Uri.UnescapeDataString(Services.GetRequiredService<NavigationManager>().Uri), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_window_longer_than_the_file_is_answered_in_words()
    {
        await OpenSampleAsync();
        // What newcomers do does not depend on that window, so the page would else lead with it.
        Services.GetRequiredService<NavigationManager>().NavigateTo("prediction?task=repeat");
        var page = Render<PredictionPage>();
        await Session.UpdateAsync(options => options with { Prediction = options.Prediction with { HorizonDays = 3000, Models = [ModelKind.LogisticRegression] } });
        await UntilReadyAsync();
        page.WaitForAssertion(() => Assert.Contains("outcome window", page.Markup, StringComparison.Ordinal), Patience);
    }

    [Fact]
    public async Task Leaks_are_looked_for_and_better_settings_are_taken_over()
    {
        await OpenSampleAsync();
        Services.GetRequiredService<NavigationManager>().NavigateTo("prediction?task=repeat&tab=trust");
        var page = Render<PredictionPage>();
        page.WaitForAssertion(() => Assert.Contains("No leak found", page.Find("#prediction-panel").TextContent, StringComparison.Ordinal), Patience);
        Assert.Equal(4, page.FindAll("#prediction-panel .chip-good").Count);

        Button(page, "Better settings").Click();
        page.FindAll("#prediction-panel input[type=number]")[0].Change("4");
        page.FindAll("#prediction-panel select")[0].Change("1");
        Button(page, "Look for settings").Click();
        page.WaitForAssertion(() => Assert.Equal(4, page.FindAll("[aria-labelledby=leaderboard-title] tbody tr").Count), Patience);
        Assert.Contains("Present", page.Find("[aria-labelledby=leaderboard-title]").TextContent, StringComparison.Ordinal);
        var use = page.FindAll("button").FirstOrDefault(button => button.TextContent == "Use these settings");
        if (use is not null)
        {
            use.Click();
            await UntilReadyAsync();
            Assert.NotEqual(new ModelSettings(), Session.Options.Prediction.Settings);
        }
    }

    private static long Contacts(IRenderedComponent<PredictionPage> page) =>
        long.Parse(page.FindAll(".metric-value")[0].TextContent, NumberStyles.AllowThousands, CultureInfo.CurrentCulture);

    // "of 600 customers; 12 more held out as control"
    private static long Held(IRenderedComponent<PredictionPage> page) =>
        long.Parse(page.FindAll(".metric-detail")[0].TextContent.Split("; ")[1].Split(' ')[0], NumberStyles.AllowThousands, CultureInfo.CurrentCulture);
}
