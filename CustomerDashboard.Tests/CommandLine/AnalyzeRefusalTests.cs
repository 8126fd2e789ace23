using System.Text;
using CustomerDashboard.CommandLine;

namespace CustomerDashboard.Tests.CommandLine;

/// <summary>What cannot be analysed is told in words, with the exit code that says so.</summary>
public sealed class AnalyzeRefusalTests : AnalyzeProgram
{
    [Fact]
    public async Task A_missing_file_is_named()
    {
        var (code, error) = await RunAsync("analyze", Folder.File("nowhere.csv"), "--out", Folder.File("out"));
        Assert.Equal(ExitCodes.Failed, code);
        Assert.Contains("nowhere.csv", error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Folder.File("out")));
    }

    [Fact]
    public async Task AFolder_is_no_file()
    {
        var (code, error) = await RunAsync("analyze", Folder.Path);
        Assert.Equal(ExitCodes.Failed, code);
        Assert.Contains("folder", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Invoice,Date,Customer,Amount\n")]
    [InlineData("just one column\na\nb\n")]
    [InlineData("\u0000\u0001\u0002binary\u0000\u0000")]
    public async Task A_file_that_is_no_table_is_refused_in_words(string content)
    {
        string path = Folder.File("bad.csv");
        await File.WriteAllTextAsync(path, content, Encoding.UTF8, Token);
        var (code, error) = await RunAsync("analyze", path, "--out", Folder.File("out"));
        Assert.Equal(ExitCodes.Failed, code);
        Assert.Contains("bad.csv", error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Folder.File("out")));
    }

    [Theory]
    [InlineData("{ \"segmentaton\": {} }", "segmentaton")]
    [InlineData("{ \"segmentation\": { \"maxClusters\": 1 } }", "maxClusters")]
    [InlineData("not json", "JSON")]
    public async Task A_wrong_recipe_is_refused_with_the_member(string recipe, string words)
    {
        string path = Folder.File("recipe.json");
        await File.WriteAllTextAsync(path, recipe, Token);
        var (code, error) = await RunAsync("analyze", await SampleAsync(20), "--out", Folder.File("out"), "--recipe", path);
        Assert.Equal(ExitCodes.Failed, code);
        Assert.Contains(words, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_that_cannot_be_written_to_is_found_out_before_the_work()
    {
        string sample = await SampleAsync(20);
        await File.WriteAllTextAsync(Folder.File("taken"), "a file", Token);
        var (code, error) = await RunAsync("analyze", sample, "--out", Folder.File("taken"));
        Assert.Equal(ExitCodes.Failed, code);
        Assert.Contains("--out", error, StringComparison.Ordinal);
        Assert.DoesNotContain("%", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--foo")]
    [InlineData("shop.csv", "--seed", "abc")]
    public async Task A_command_line_that_is_not_understood_says_so(params string[] arguments) =>
        Assert.Equal(ExitCodes.Usage, (await RunAsync(["analyze", .. arguments])).Code);
}
