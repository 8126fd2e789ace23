using CustomerDashboard.CommandLine;

namespace CustomerDashboard.Tests.CommandLine;

public sealed class ScoreCommandTests : AnalyzeProgram
{
    [Fact]
    public async Task A_model_saved_by_one_analysis_scores_another_file()
    {
        string sample = await SampleAsync(300);
        string output = Folder.File("out");
        var (code, error) = await RunAsync("analyze", sample, "--out", output, "--save-models");
        Assert.True(code == ExitCodes.Done, error);
        string model = Path.Combine(output, "models", "repeat.cdmodel");
        Assert.True(File.Exists(model), string.Join(", ", Directory.GetFiles(Path.Combine(output, "models"))));
        string other = Folder.File("other.csv");
        Assert.Equal(ExitCodes.Done, (await RunAsync("sample", "--customers", "150", "--out", other, "--seed", "9")).Code);
        string scores = Folder.File("scores");
        (code, error) = await RunAsync("score", other, "--model", model, "--out", scores);
        Assert.True(code == ExitCodes.Done, error);
        string[] lines = await File.ReadAllLinesAsync(Path.Combine(scores, "scores.csv"), Token);
        Assert.Equal("CustomerId,Probability", lines[0]);
        Assert.Equal(151, lines.Length);
        Assert.Contains("Wrote the scores of 150 customers", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_are_no_models_and_files_that_are_not_there_are_refused_in_words()
    {
        string sample = await SampleAsync(30);
        var (code, error) = await RunAsync("score", sample, "--model", sample);
        Assert.Equal(ExitCodes.Failed, code);
        Assert.Contains("no model saved by CustomerDashboard", error, StringComparison.Ordinal);
        (code, error) = await RunAsync("score", Folder.File("gone.csv"), "--model", sample);
        Assert.Equal(ExitCodes.Failed, code);
        Assert.Contains("There is no file", error, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Usage, (await RunAsync("score", sample)).Code);
    }
}
