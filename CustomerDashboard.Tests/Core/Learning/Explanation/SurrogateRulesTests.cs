using CustomerDashboard.Core.Learning.Explanation;
using CustomerDashboard.Core.Numerics;

namespace CustomerDashboard.Tests.Core.Learning.Explanation;

public sealed class SurrogateRulesTests
{
    [Fact]
    public void A_planted_rule_is_found_word_for_word()
    {
        var random = new RandomSource(1);
        var points = new Matrix(800, 3);
        var labels = new int[800];
        for (int row = 0; row < 800; row++)
        {
            points[row, 0] = random.NextInt(20);
            points[row, 1] = random.NextInt(365);
            points[row, 2] = random.NextDouble();
            labels[row] = points[row, 0] >= 6 && points[row, 1] <= 40 ? 0 : 1;
        }

        IReadOnlyList<ClusterRule> rules = SurrogateRules.Explain(points, labels);

        ClusterRule planted = rules[0];
        Assert.Equal(1, planted.Precision);
        Assert.Equal(1, planted.Recall);
        IReadOnlyList<RuleCondition> conditions = Assert.Single(planted.Alternatives);
        Assert.Equal([0, 1], conditions.Select(condition => condition.Column).Order());
        RuleCondition orders = conditions.Single(condition => condition.Column == 0);
        Assert.Null(orders.AtMost);
        Assert.Equal(5, orders.Above);
        Assert.Equal(40, conditions.Single(condition => condition.Column == 1).AtMost);
        Assert.Equal(1, SurrogateRules.Fidelity(rules, points, labels), 0.1);
    }

    [Fact]
    public void Either_or_needs_two_alternatives()
    {
        var points = new Matrix(300, 1);
        var labels = new int[300];
        for (int row = 0; row < 300; row++)
        {
            points[row, 0] = row;
            labels[row] = row is < 60 or >= 240 ? 0 : 1;
        }

        ClusterRule ends = SurrogateRules.Explain(points, labels)[0];

        Assert.Equal(2, ends.Alternatives.Count);
        Assert.Equal(1, ends.F1, 1e-12);
        Assert.Equal(120, ends.Covered);
    }

    [Fact]
    public void Precision_and_recall_are_those_of_the_rule_as_written()
    {
        var random = new RandomSource(9);
        var points = new Matrix(500, 4);
        var labels = new int[500];
        for (int row = 0; row < 500; row++)
        {
            for (int column = 0; column < 4; column++)
            {
                points[row, column] = Math.Exp(2 * random.NextGaussian());
            }

            labels[row] = (int)Math.Clamp(points[row, 0] + points[row, 1], 0, 3.9);
        }

        foreach (ClusterRule rule in SurrogateRules.Explain(points, labels))
        {
            int[] held = [.. Enumerable.Range(0, 500).Where(row => rule.Holds(points.Row(row)))];
            int right = held.Count(row => labels[row] == rule.Cluster);
            Assert.Equal(held.Length, rule.Covered);
            Assert.Equal((double)right / held.Length, rule.Precision, 1e-12);
            Assert.Equal((double)right / labels.Count(label => label == rule.Cluster), rule.Recall, 1e-12);
            Assert.InRange(rule.F1, 0.3, 1);
        }
    }

    [Fact]
    public void Shorter_rules_win_while_they_are_nearly_as_good()
    {
        var random = new RandomSource(4);
        var points = new Matrix(1000, 2);
        var labels = new int[1000];
        for (int row = 0; row < 1000; row++)
        {
            points[row, 0] = random.NextDouble();
            points[row, 1] = random.NextDouble();
            // The second column matters for a sliver only.
            labels[row] = points[row, 0] > 0.5 || points[row, 1] > 0.995 ? 0 : 1;
        }

        ClusterRule rule = SurrogateRules.Explain(points, labels)[0];
        RuleCondition only = Assert.Single(Assert.Single(rule.Alternatives));
        Assert.Equal(0, only.Column);
    }

    [Fact]
    public void One_cluster_of_everything_needs_no_condition_and_constant_columns_give_none()
    {
        var same = new Matrix(10, 2);
        ClusterRule everything = Assert.Single(SurrogateRules.Explain(same, new int[10]));
        Assert.Equal(0, everything.Length);
        Assert.Equal(1, everything.F1);

        IReadOnlyList<ClusterRule> unknowable = SurrogateRules.Explain(same, [0, 1, 0, 1, 0, 1, 0, 1, 0, 1]);
        Assert.All(unknowable, rule => Assert.Equal(0.5, rule.Precision));
        Assert.Empty(SurrogateRules.Explain(same, [.. Enumerable.Repeat(-1, 10)]));
        Assert.Throws<ArgumentException>(() => SurrogateRules.Explain(same, [0]));
    }
}
