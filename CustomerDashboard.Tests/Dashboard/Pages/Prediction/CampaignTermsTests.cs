using CustomerDashboard.Components.Pages.Prediction;
using CustomerDashboard.Core.Learning.Metrics;
using CustomerDashboard.Core.Prediction.Money;
using FsCheck;
using FsCheck.Fluent;

namespace CustomerDashboard.Tests.Dashboard.Pages.Prediction;

public sealed class CampaignTermsTests
{
    [Fact]
    public void What_is_written_into_the_address_is_read_back() =>
        Prop.ForAll(
            Gen.Choose(0, 100_000).Four().ToArbitrary(),
            draw =>
            {
                var (a, b, c, d) = draw;
                var options = new CampaignOptions
                {
                    Profit = new ProfitOptions { Margin = a / 7.0, ContactCost = b / 100.0, OfferCost = c / 100.0, Acceptance = d / 100_000.0, Budget = a % 2 == 0 ? b : null },
                    ControlShare = d / 200_000.0,
                };
                return CampaignTerms.Read(CampaignTerms.Write(options)) == options;
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_defaults_need_no_words_in_the_address() => Assert.Null(CampaignTerms.Write(CampaignTerms.Defaults));

    [Theory]
    [InlineData("margin:abc")]
    [InlineData("margin:-5")]
    [InlineData("control:0.9,accept:7")]
    [InlineData("nonsense,also:3,:,=")]
    [InlineData("margin:NaN")]
    public void What_cannot_be_used_stays_as_it_is_by_default(string text) => Assert.Equal(CampaignTerms.Defaults, CampaignTerms.Read(text));
}
