using CustomerDashboard.Components.Pages.Prediction;
using CustomerDashboard.Core.Features;
using CustomerDashboard.Core.Prediction.Explaining;

namespace CustomerDashboard.Tests.Dashboard.Pages.Prediction;

public sealed class WhatIfTermsTests
{
    private static readonly FeatureDefinition[] Features = [new("Recency", "", "", "days", "", "", null), new("Gender=Male", "", "", "yes/no", "", "", null), new("a:b", "", "", "", "", "", null)];

    [Fact]
    public void What_is_written_is_read_back_whatever_the_features_name()
    {
        FeatureChange[] changes = [new(0, 30.5), new(1, 1), new(2, -4e-3)];
        Assert.Equal(changes, WhatIfTerms.Read(WhatIfTerms.Write(changes, Features), Features));
        Assert.Null(WhatIfTerms.Write([], Features));
    }

    [Fact]
    public void What_no_feature_is_called_or_no_number_says_is_left_out() =>
        Assert.Equal([new FeatureChange(0, 3)], WhatIfTerms.Read("Recency:3,Recency:4,Nothing:2,Gender=Male:yes,:,x", Features));
}
