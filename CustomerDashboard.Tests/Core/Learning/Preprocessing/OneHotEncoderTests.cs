using CustomerDashboard.Core.Learning.Preprocessing;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Tests.Core.Learning.Preprocessing;

public class OneHotEncoderTests
{
    private static readonly string[] Countries = ["France", "Spain", "Malta"];

    [Fact]
    public void One_column_per_category_and_zeros_for_missing()
    {
        OneHotModel model = OneHotEncoder.Fit([0, 1, 0, 2], Countries);
        Assert.Equal(Countries, model.ColumnNames);
        Assert.Equal([0, 1, 0, 0, 0, 0], model.Transform([1, -1], Countries).Values);
    }

    [Fact]
    public void Rare_and_unseen_categories_go_to_other()
    {
        OneHotModel model = OneHotEncoder.Fit([0, 1, 0, 2, 1], Countries, new OneHotOptions { MinimumCount = 2 });
        Assert.Equal(["France", "Spain", "other"], model.ColumnNames);
        Matrix encoded = model.Transform([0, 1, 2], ["Malta", "Spain", "Iceland"]);
        Assert.Equal([0, 0, 1, 0, 1, 0, 0, 0, 1], encoded.Values);
    }

    [Fact]
    public void The_commonest_are_kept_and_missing_can_have_a_column()
    {
        OneHotModel model = OneHotEncoder.Fit([2, 1, -1, 2, 0, 1, 2], Countries, new OneHotOptions { MaximumCategories = 1, MissingName = "missing" });
        Assert.Equal(["Malta", "other", "missing"], model.ColumnNames);
        Assert.Equal([0, 0, 1], model.Transform([-1], Countries).Values);
    }

    [Fact]
    public void The_first_level_can_be_left_out()
    {
        OneHotModel model = OneHotEncoder.Fit([0, 1, 2], Countries, new OneHotOptions { DropFirst = true });
        Assert.Equal(["Spain", "Malta"], model.ColumnNames);
        Assert.Equal([0, 0, 0, 1], model.Transform([0, 2], Countries).Values);
    }

    [Fact]
    public void Codes_without_category_are_refused()
    {
        Assert.Throws<ArgumentException>(() => OneHotEncoder.Fit([3], Countries));
        Assert.Throws<ArgumentException>(() => OneHotEncoder.Fit([0], Countries).Transform([-2], Countries));
        Assert.Throws<ArgumentOutOfRangeException>(() => OneHotEncoder.Fit([0], Countries, new OneHotOptions { MaximumCategories = 0 }));
    }
}
