using System.Text.Json;
using CustomerDashboard.Charts;

namespace CustomerDashboard.Tests.Charts;

/// <summary>What holds for every figure, whatever it draws.</summary>
public sealed class FigureTests
{
    public static TheoryData<string> Names() => [.. FigureSamples.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_has_words_and_a_table_beside_it(string name)
    {
        var figure = FigureSamples.All[name]();
        Assert.False(string.IsNullOrWhiteSpace(figure.Summary));
        Assert.NotNull(figure.Table);
        Assert.NotEmpty(figure.Table.Rows);
        Assert.All(figure.Table.Rows, row => Assert.Equal(figure.Table.Columns.Count, row.Count));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_can_be_sent_to_the_browser(string name)
    {
        var figure = FigureSamples.All[name]();
        using var sent = JsonDocument.Parse(JsonSerializer.Serialize(figure, JsonSerializerOptions.Web));
        Assert.NotEmpty(sent.RootElement.GetProperty("data").EnumerateArray());
        Assert.False(sent.RootElement.TryGetProperty("summary", out _));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_names_no_colour_outright(string name)
    {
        var sent = JsonSerializer.Serialize(FigureSamples.All[name](), JsonSerializerOptions.Web);
        Assert.DoesNotContain("\"#", sent, StringComparison.Ordinal);
        Assert.DoesNotContain("rgb(", sent, StringComparison.Ordinal);
    }
}
