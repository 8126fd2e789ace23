using CustomerDashboard.Core.Cleaning;

namespace CustomerDashboard.Tests.Core.Cleaning;

public class NonProductDetectorTests
{
    private static readonly Line[] Ordinary = [.. Enumerable.Range(20_000, 40).Select(i => new Line("1", "10", $"{i}") { Description = $"MUG {i}" })];

    [Theory]
    [InlineData("POST", "POSTAGE")]
    [InlineData("D", "Discount")]
    [InlineData("TEST001", "This is a test product.")]
    [InlineData("gift_0001_20", "Gift Voucher 20.00")]
    [InlineData("VK", "Versandkosten DHL")]
    [InlineData("P1", "Frais de port")]
    [InlineData("X", "Gebühr")]
    [InlineData("DOST", "Доставка курьером")]
    [InlineData("POST", null)]
    [InlineData("29999", "Shipping costs")]
    public void Services_are_likely(string code, string? description)
    {
        NonProductCandidate candidate = Assert.Single(Find([.. Ordinary, new Line("1", "10", code, 3, 2) { Description = description }]));

        Assert.Equal((code, description, 1, 6.0, true), (candidate.Code, candidate.Description, candidate.Rows, candidate.Revenue, candidate.IsLikely));
        Assert.False(string.IsNullOrEmpty(candidate.Reason));
    }

    [Fact]
    public void An_odd_code_alone_is_only_worth_a_look()
    {
        NonProductCandidate candidate = Assert.Single(Find([.. Ordinary, new Line("1", "10", "PADS") { Description = "PADS TO MATCH ALL CUSHIONS" }]));

        Assert.False(candidate.IsLikely);
    }

    [Theory]
    [InlineData("21232", "POST CARD, VINTAGE")]
    [InlineData("21233", "TEST TUBE VASE")]
    [InlineData("21234", "MONEY BANK ELEPHANT")]
    public void A_product_with_such_a_word_in_its_name_stays_a_product(string code, string description) =>
        Assert.Empty(Find([.. Ordinary, new Line("1", "10", code) { Description = description }]));

    [Fact]
    public void Where_codes_have_no_pattern_only_words_count()
    {
        Line[] names = [.. "mug,tea pot,red-cup,42,b7,shoe #3".Split(',').Select(name => new Line("1", "10", name) { Description = name })];

        Assert.Empty(Find(names));
        Assert.Equal("fee", Assert.Single(Find([.. names, new Line("1", "10", "fee") { Description = "Bank fee" }])).Code);
    }

    [Fact]
    public void The_real_file_gives_the_known_ones_and_no_common_product()
    {
        IReadOnlyList<NonProductCandidate> found = NonProductDetector.Find(RetailFile.Second, TestContext.Current.CancellationToken);
        string[] likely = [.. found.Where(candidate => candidate.IsLikely).Select(candidate => candidate.Code)];

        Assert.Superset(
            new HashSet<string> { "POST", "DOT", "M", "C2", "D", "S", "BANK CHARGES", "ADJUST", "AMAZONFEE", "CRUK", "TEST001", "gift_0001_20", "B" },
            likely.ToHashSet());
        Assert.DoesNotContain("PADS", likely);
        Assert.True(found.Count < 100);
    }

    private static IReadOnlyList<NonProductCandidate> Find(Line[] lines) =>
        NonProductDetector.Find(Line.Table(lines), TestContext.Current.CancellationToken);
}
